// The bits of each estimator and rule, the same in Wasm and in TypeScript, and pinned.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CategoricalOptions, categorical, gaussian, type Model, simulate } from "../../src/index.ts";

const zipf = { size: 200, exponent: 1 };
const rewards = Array.from({ length: 200 }, (_, i) => (i % 5) / 4);

const cases: [Partial<CategoricalOptions>, string][] = [
  [{ estimator: "add" }, "fbed3db3b8de0de3"],
  [{ estimator: "add", beta: 0.5, method: "samples" }, "2eb384aed4a4c7cd"],
  [{ estimator: "shrink", lambda: 0.1 }, "196a2b87e8585fe6"],
  [{ estimator: "james-stein" }, "9c5f95228aab0372"],
  [{ estimator: "good-turing" }, "83d601954ec68852"],
  [{ estimator: "absolute-discount", discount: 0.75 }, "4c1cf12a360960a0"],
  [{ temperature: 0.9 }, "93c5ab76cc7dabde"],
  [{ topK: 50 }, "c4e8d506c4d9dd1b"],
  [{ topP: 0.95 }, "9f0c6054f0756968"],
  [{ minP: 0.05 }, "970ff57fc339a94f"],
  [{ curation: 2, rewards }, "89da0700d1b5bb4d"],
  [{ curation: 7, rewards }, "ca68b8fd91c4ce12"],
  [{ verifier: { valid: 1, invalid: 0.9, symbols: [3, 5, 8] } }, "da3970b6f14f8136"],
  [{ estimator: "add", temperature: 1.1, topP: 0.9 }, "ad95ab6a7886ef92"],
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
    [{ estimator: "shrink" as const, lambda: 0.2, tau: 1 }, "3ffdc846425b671b"],
    [{ temperature: 0.9 }, "0aa23c362bd9ccfd"],
    [
      { estimator: "shrink" as const, lambda: 0.2, tau: 0, temperature: 1.1, method: "samples" as const },
      "688d0c2ae6d2dd4e",
    ],
  ])("gaussian %j", async (options, expected) => {
    await expectBits(gaussian({ samples: 10, ...options }), expected);
  });
});
