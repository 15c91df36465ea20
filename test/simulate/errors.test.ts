// Bad experiments are refused: each error names the option, the value and what is allowed.
import { describe, expect, it } from "vitest";
import { gaussian, simulate } from "../../src/index.ts";
import { modelNames } from "../../src/models/index.ts";
import { badIntegers, COUNT } from "../bad-integers.ts";
import { message, messageOf } from "../message.ts";

const rejection = (experiment: unknown, options?: unknown): Promise<string> =>
  simulate(experiment as never, options as never).then(() => "no error", messageOf);

describe("simulate", () => {
  const good = { model: gaussian({ samples: 10 }), generations: 3, trajectories: 2 };
  it.each(badIntegers)("generations and trajectories: %s", async (value, shown) => {
    expect(await rejection({ ...good, generations: value })).toBe(
      `invalid generations: ${shown} (an integer from 1 to 2147483647)`,
    );
    expect(await rejection({ ...good, trajectories: value })).toBe(
      `invalid trajectories: ${shown} (${COUNT})`,
    );
  });

  it("one line for each other mistake", async () => {
    const events =
      "an observable, one of > >= < <= !=, and a number, or after != a comma list, as in std>0.1";
    for (const [change, expected] of [
      [{ seed: -1 }, "invalid seed: -1 (an integer from 0 to 2^53-1, or a string)"],
      [{ seed: Number.NaN }, "invalid seed: NaN (an integer from 0 to 2^53-1, or a string)"],
      [{ survival: "std>0.1" }, 'invalid survival: "std>0.1" (an array of events, as in std>0.1)'],
      [{ survival: ["std=0.1"] }, `invalid survival[0]: "std=0.1" (${events})`],
      [{ survival: ["std>0,1"] }, `invalid survival[0]: "std>0,1" (${events})`],
      [{ survival: ["std>"] }, `invalid survival[0]: "std>" (${events})`],
      [
        { survival: ["std>0.1", "p>0"] },
        'invalid survival[1]: "p>0" (an event on one of mean, std, logStd, variance, l2, kl, klForward, w2, hallucinated)',
      ],
      [
        { observables: ["sd"] },
        'invalid observables[0]: "sd" (one of mean, std, logStd, variance, l2, kl, klForward, w2, hallucinated)',
      ],
      [{ observables: ["std", "std"] }, 'invalid observables[1]: "std" (each observable once)'],
      [
        { record: "some" },
        'invalid record: "some" (all, every:N or log:N with N an integer from 1 to 2147483647)',
      ],
      [
        { record: "every:0" },
        'invalid record: "every:0" (all, every:N or log:N with N an integer from 1 to 2147483647)',
      ],
      [
        { runs: 3 },
        "unknown option: runs (one of model, regime, generations, trajectories, seed, survival, observables, record)",
      ],
      [
        { model: undefined },
        `invalid model: missing (an object with a name and options, or made by ${[...modelNames, "custom", "moduleModel"].map((name) => `${name}()`).join(", ")})`,
      ],
      [{ model: { name: "beta" } }, `invalid model.name: "beta" (one of ${modelNames.join(", ")})`],
      [{ model: { name: "gaussian", samples: 1 } }, "invalid model.samples: 1 (an integer from 2 to 2^53-1)"],
      [
        { generations: 2e9, record: "all" },
        "invalid record: 2000000001 generations (at most 1000000 of them)",
      ],
    ] as [object, string][]) {
      expect(await rejection({ ...good, ...change })).toBe(expected);
    }
    const { proxy, revoke } = Proxy.revocable(() => {}, {});
    revoke();
    expect(await rejection(proxy)).toMatch(/^invalid options: a function \(an object with /);
    expect(await rejection(good, { chunk: 0 })).toBe(`invalid chunk: 0 (${COUNT})`);
    for (const [workers, shown] of [
      [0, "0"],
      [-1, "-1"],
      [1.5, "1.5"],
      [10_000, "10000"],
      [Number.NaN, "NaN"],
      ["many", '"many"'],
      ["2", '"2"'],
    ]) {
      expect(await rejection(good, { workers })).toBe(
        `invalid workers: ${shown} ("auto" or an integer from 1 to 512)`,
      );
    }
    expect(await rejection(good, { threads: 2 })).toBe(
      "unknown option: threads (one of signal, onProgress, onTrajectories, chunk, workers, backend)",
    );
    expect(await rejection(null)).toBe(
      "invalid options: null (an object with model, regime, generations, trajectories, seed, survival, observables, record)",
    );
  });

  it("asking a run for what it does not hold is an error too", async () => {
    const run = await simulate({ ...good, survival: ["std>0.1"] });
    expect(message(() => run.observable("logStd"))).toBe(
      'invalid observable: "logStd" (one that was recorded: mean, std)',
    );
    expect(message(() => run.survival("std>0.2"))).toBe(
      'invalid event: "std>0.2" (one that was watched: std>0.1)',
    );
    expect(message(() => run.timeTo("std > 0.1").quantile(0))).toBe(
      "invalid q: 0 (a number above 0, at most 1)",
    );
    expect(message(() => run.forgetting())).toBe('invalid model: "gaussian" (categorical)');
    expect(message(() => run.observable("std").trajectory(2))).toBe(
      "invalid trajectory: 2 (an integer from 0 to 1)",
    );
  });
});
