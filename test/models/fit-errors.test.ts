// How models may be fitted and sampled from: one line for each mistake.
import { describe, expect, it } from "vitest";
import { categorical, gaussian, simulate } from "../../src/index.ts";
import { message } from "../message.ts";

const make = (options: object) => () => categorical({ weights: [3, 2, 1], samples: 9, ...options } as never);

const cases: [object, string][] = [
  [{ beta: 2 }, 'invalid beta: 2 (only with estimator "add")'],
  [{ estimator: "ml", lambda: 0.5 }, 'invalid lambda: 0.5 (only with estimator "shrink")'],
  [{ estimator: "add", discount: 0.5 }, 'invalid discount: 0.5 (only with estimator "absolute-discount")'],
  [{ estimator: "add", beta: 0 }, "invalid beta: 0 (a number above 0, up to 1e+100)"],
  [{ estimator: "add", beta: Number.NaN }, "invalid beta: NaN (a number above 0, up to 1e+100)"],
  [{ estimator: "shrink" }, "invalid lambda: missing (a number from 0 to 1)"],
  [{ estimator: "shrink", lambda: 1.1 }, "invalid lambda: 1.1 (a number from 0 to 1)"],
  [{ estimator: "absolute-discount" }, "invalid discount: missing (a number from 0 to 1)"],
  [
    { estimator: "map" },
    'invalid estimator: "map" ("ml", "add", "shrink", "james-stein", "good-turing" or "absolute-discount")',
  ],
  [{ temperature: 0 }, "invalid temperature: 0 (a number from 0.000001 to 1000000)"],
  [{ topK: 1.5 }, "invalid topK: 1.5 (an integer from 1 to 2^53-1)"],
  [{ topP: 0 }, "invalid topP: 0 (a number above 0, up to 1)"],
  [{ minP: -0.1 }, "invalid minP: -0.1 (a number from 0 to 1)"],
  [{ curation: 1, rewards: [1, 2, 3] }, "invalid curation: 1 (an integer from 2 to 1000000)"],
  [{ curation: 2 }, "invalid rewards: missing (an array of numbers, one for each symbol)"],
  [{ rewards: [1, 2, 3] }, "invalid rewards: [1,2,3] (only with curation)"],
  [{ curation: 2, rewards: [1, 2] }, "invalid rewards: 2 elements (3, one for each symbol)"],
  [{ curation: 2, rewards: [1, Number.NaN, 3] }, "invalid rewards[1]: NaN (a number from -1e6 to 1e6)"],
  [{ verifier: 1 }, "invalid verifier: 1 (an object with valid, invalid and symbols)"],
  [{ verifier: { valid: 1, symbols: [0] } }, "invalid verifier.invalid: missing (a number from 0 to 1)"],
  [
    { verifier: { valid: 0, invalid: 1, symbols: [0] } },
    "invalid verifier.valid: 0 (a number above 0, up to 1)",
  ],
  [
    { verifier: { valid: 1, invalid: 0, symbols: [3] } },
    "invalid verifier.symbols[0]: 3 (an integer from 0 to 2)",
  ],
  [
    { verifier: { valid: 1, invalid: 0, symbols: [1, 1] } },
    "invalid verifier.symbols[1]: 1 (each symbol once)",
  ],
  [{ sampling: "poisson", topK: 2 }, "invalid topK: 2 (only with multinomial sampling)"],
  [{ sampling: "poisson", estimator: "add" }, 'invalid estimator: "add" (only with multinomial sampling)'],
  [
    { sampling: "poisson", curation: 2, rewards: [1, 2, 3] },
    "invalid curation: 2 (only with multinomial sampling)",
  ],
  [
    { method: "binomial-splitting", estimator: "add" },
    'invalid estimator: "add" (only with method "statistic" or "samples")',
  ],
  [
    { method: "binomial-splitting", minP: 0.5 },
    'invalid minP: 0.5 (only with method "statistic" or "samples")',
  ],
];

const gaussians: [object, string][] = [
  [{ lambda: 0.5 }, 'invalid lambda: 0.5 (only with estimator "shrink")'],
  [{ estimator: "ml", tau: 1 }, 'invalid tau: 1 (only with estimator "shrink")'],
  [{ estimator: "shrink", tau: 1 }, "invalid lambda: missing (a number from 0 to 1)"],
  [{ estimator: "shrink", lambda: 1 }, "invalid tau: missing (a number from 0 to 1e+100)"],
  [{ temperature: 0 }, "invalid temperature: 0 (a number from 0.000001 to 1000000)"],
];

describe("fits and rules", () => {
  it.each(cases)("%j", (options, expected) => {
    expect(message(make(options))).toBe(expected);
  });

  it.each(gaussians)("gaussian %j", (options, expected) => {
    expect(message(() => gaussian({ samples: 5, ...options } as never))).toBe(expected);
  });

  it("are part of what a result shows, from which the same run can be made again", async () => {
    const model = make({
      ...{ estimator: "add", topK: 2, curation: 2, rewards: [0, 1, 2] },
      verifier: { valid: 1, invalid: 0.5, symbols: [0] },
    })();
    expect(model).toMatchObject({ beta: 1 });
    const asked = { model, generations: 3, trajectories: 2, seed: 1 };
    const run = await simulate(asked);
    const shown = JSON.parse(JSON.stringify(run)) as { experiment: typeof asked };
    const again = await simulate(shown.experiment);
    expect(again.observable("tv").mean).toEqual(run.observable("tv").mean);
    expect(shown.experiment.model).toMatchObject({ rewards: [0, 1, 2], verifier: { symbols: [0] } });
  });

  it("have laws of their own, or none: those of the default would be wrong", async () => {
    const asked = { generations: 3, trajectories: 2, seed: 1 };
    const usual = await simulate({ model: make({})(), ...asked });
    const added = await simulate({ model: make({ estimator: "add" })(), ...asked });
    const other = await simulate({ model: make({ estimator: "good-turing" })(), ...asked });
    const exact = usual.observable("unique").theory.find(({ side }) => side === "exact");
    expect(exact?.values[3]).toBeGreaterThan(1);
    expect(added.observable("unique").theory[0]?.values[3]).not.toBe(exact?.values[3]);
    expect(other.observable("unique").theory).toEqual([]);
  });
});
