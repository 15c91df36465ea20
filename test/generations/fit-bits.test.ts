// The bits of each estimator and rule, the same in Wasm and in TypeScript, and pinned.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CategoricalOptions, categorical, gaussian, type Model, simulate } from "../../src/index.ts";

const zipf = { size: 200, exponent: 1 };
const rewards = Array.from({ length: 200 }, (_, i) => (i % 5) / 4);

const cases: [Partial<CategoricalOptions>, string][] = [
  [{ estimator: "add" }, "ee1b51170a77678b"],
  [{ estimator: "add", beta: 0.5, method: "samples" }, "2eb384aed4a4c7cd"],
  [{ estimator: "shrink", lambda: 0.1 }, "ce0aaf111f72a0c2"],
  [{ estimator: "james-stein" }, "def7ff30e6f7e521"],
  [{ estimator: "good-turing" }, "e97530a49456d5cf"],
  [{ estimator: "absolute-discount", discount: 0.75 }, "4dcf4dc89c9f4cc2"],
  [{ temperature: 0.9 }, "63b80dbc6e9c1f41"],
  [{ topK: 50 }, "c4e8d506c4d9dd1b"],
  [{ topP: 0.95 }, "b12a6f3c9d60f79a"],
  [{ minP: 0.05 }, "970ff57fc339a94f"],
  [{ curation: 2, rewards }, "fe27ccce4250469d"],
  [{ curation: 7, rewards }, "f2da5cdb151302c4"],
  [{ verifier: { valid: 1, invalid: 0.9, symbols: [3, 5, 8] } }, "b3d631f4191a8633"],
  [{ estimator: "add", temperature: 1.1, topP: 0.9 }, "2d825f5883e116e3"],
];

async function hashOf(model: Model, backend: "wasm" | "typescript"): Promise<string> {
  const run = await simulate({ model, generations: 12, trajectories: 20, seed: 7 }, { backend });
  const hash = createHash("sha256");
  for (const name of run.experiment.observables) {
    for (let i = 0; i < 20; ++i) hash.update(run.observable(name).trajectory(i));
  }
  return hash.digest("hex").slice(0, 16);
}

async function expectBits(model: Model, expected: string): Promise<void> {
  expect([await hashOf(model, "wasm"), await hashOf(model, "typescript")]).toEqual([expected, expected]);
}

describe("pinned bits", () => {
  it.each(cases.map(([options, expected]) => [Object.keys(options).join(" "), expected, options] as const))(
    "categorical %s: %s",
    async (_, expected, options) => {
      await expectBits(categorical({ zipf, samples: 1000, ...options }), expected);
    },
  );

  it("are those of the default where ml is asked for", async () => {
    const hashes = [{}, { estimator: "ml" as const }].map((more) =>
      hashOf(categorical({ zipf, samples: 1000, ...more }), "wasm"),
    );
    expect(await hashes[0]).toBe(await hashes[1]);
  });

  it.each([
    [{ estimator: "shrink" as const, lambda: 0.2, tau: 1 }, "e31313f575a2975e"],
    [{ temperature: 0.9 }, "e20bbb805b44ecbe"],
    [
      { estimator: "shrink" as const, lambda: 0.2, tau: 0, temperature: 1.1, method: "samples" as const },
      "b6a4811886aa0136",
    ],
  ])("gaussian %j", async (options, expected) => {
    await expectBits(gaussian({ samples: 10, ...options }), expected);
  });
});
