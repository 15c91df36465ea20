import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { categorical, gaussian, simulate } from "../../src/index.ts";
import { platform } from "../../src/simulate/provenance.ts";

const process = { version: "v22.1.0", platform: "linux", arch: "x64" };

describe("the platform", () => {
  it.each([
    ["node v22.1.0 linux x64", { process: { ...process, versions: { node: "22.1.0" } } }],
    ["bun v1.4.5 linux x64", { process: { ...process, versions: { node: "22.1.0", bun: "1.4.5" } } }],
    ["deno v2.9.6 linux x64", { process: { ...process, versions: { node: "22.1.0", deno: "2.9.6" } } }],
    [
      "electron v30.0.1 linux x64",
      {
        process: { ...process, versions: { node: "22.1.0", electron: "30.0.1" } },
        navigator: { userAgent: "Mozilla/5.0 Electron/30.0.1" },
      },
    ],
    ["nw v0.90.0 linux x64", { process: { ...process, versions: { node: "22.1.0", nw: "0.90.0" } } }],
    [
      "node v22.1.0 linux x64",
      {
        process: { ...process, versions: { node: "22.1.0" } },
        navigator: { userAgent: "Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/26.1.0" },
      },
    ],
    [
      "Cloudflare-Workers",
      {
        process: { ...process, versions: { node: "22.1.0" } },
        navigator: { userAgent: "Cloudflare-Workers" },
      },
    ],
    // What bundlers put in the place of a process.
    [
      "Mozilla/5.0 Firefox",
      { process: { version: "", versions: {} }, navigator: { userAgent: "Mozilla/5.0 Firefox" } },
    ],
    ["Mozilla/5.0 Firefox", { navigator: { userAgent: "Mozilla/5.0 Firefox" } }],
    ["Cloudflare-Workers", { process: {}, navigator: { userAgent: "Cloudflare-Workers" } }],
    ["unknown", {}],
  ])("%s", (expected, host) => {
    expect(platform(host)).toBe(expected);
  });

  it("is that of these tests, without a choice", () => {
    expect(platform()).toBe(
      `node ${globalThis.process.version} ${globalThis.process.platform} ${globalThis.process.arch}`,
    );
  });
});

describe("an estimator that is a function", () => {
  const sha256 = (code: (...args: never[]) => unknown) =>
    createHash("sha256").update(String(code)).digest("hex");
  const small = { generations: 2, trajectories: 2, seed: 1 };

  it("is told by its name and the hash of its code, in the run and in its document", async () => {
    const halved = (counts: Float64Array) => counts.map((count) => count / 2);
    const run = await simulate({
      model: categorical({ weights: [1, 2], samples: 3, estimator: halved }),
      ...small,
    });
    const expected = { name: "halved", sha256: sha256(halved) };
    expect(run.provenance.estimator).toEqual(expected);
    expect(JSON.parse(JSON.stringify(run)).provenance.estimator).toEqual(expected);
    expect(run.provenance).not.toHaveProperty("model");
  });

  it("differs from another of its name", async () => {
    const hashes = [1, 2].map(async (std) => {
      const own = std === 1 ? () => ({ mean: 0, std: 1 }) : () => ({ mean: 0, std: 2 });
      Object.defineProperty(own, "name", { value: 7 });
      const run = await simulate({ model: gaussian({ samples: 3, estimator: own }), ...small });
      // A name that is no text is none.
      expect(run.provenance.estimator).toEqual({ name: "", sha256: sha256(own) });
      return run.provenance.estimator?.sha256;
    });
    const [one, two] = await Promise.all(hashes);
    expect(one).not.toBe(two);
  });

  it("is no part of the provenance of an estimator with a name", async () => {
    const run = await simulate({ model: gaussian({ samples: 3, estimator: "ml" }), ...small });
    expect(run.provenance).not.toHaveProperty("estimator");
  });
});
