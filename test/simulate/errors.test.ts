// Bad input never reaches a kernel: each error names the option, the value and what is allowed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bernoulli,
  categorical,
  Generator,
  gaussian,
  InputError,
  mixture,
  poisson,
  simulate,
} from "../../src/index.ts";

/** Calls with options that TypeScript would refuse. */
const loose = (make: unknown) => make as (options?: unknown) => unknown;
const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "no error";
};
const rejection = async (experiment: unknown, options?: unknown): Promise<string> => {
  try {
    await simulate(experiment as never, options as never);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "no error";
};

const COUNT = "an integer from 1 to 2^53-1";
const bad: [unknown, string][] = [
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "Infinity"],
  [-1, "-1"],
  [0, "0"],
  [1.5, "1.5"],
  [2 ** 53, "9007199254740992"],
  ["7", '"7"'],
  [undefined, "missing"],
  [null, "null"],
  [[1], "[1]"],
  [5n, "5n"],
];

describe("models", () => {
  it.each(bad)("samples: %s", (value, shown) => {
    const expected = `invalid samples: ${shown} (${COUNT})`;
    expect(message(() => loose(bernoulli)({ p: 0.5, samples: value }))).toBe(expected);
    expect(message(() => loose(poisson)({ rate: 1, samples: value }))).toBe(expected);
    expect(message(() => loose(categorical)({ weights: [1, 2], samples: value }))).toBe(expected);
    expect(message(() => loose(gaussian)({ samples: value }))).toBe(expected.replace("from 1", "from 2"));
    expect(message(() => loose(mixture)({ samples: value }))).toBe(
      expected.replace("from 1 to 2^53-1", "from 2 to 10000000"),
    );
  });

  it.each([[-0.1], [1.1], [Number.NaN], ["0.5"], [undefined], [Number.POSITIVE_INFINITY]])(
    "p: %s",
    (value) => {
      const shown =
        value === undefined ? "missing" : typeof value === "string" ? `"${value}"` : String(value);
      const expected = `invalid p: ${shown} (a number from 0 to 1)`;
      expect(message(() => loose(bernoulli)({ p: value, samples: 5 }))).toBe(expected);
    },
  );

  it("one line for each other mistake", () => {
    expect(message(() => loose(gaussian)({ samples: 5, sigma: 1 }))).toBe(
      "unknown option: sigma (one of mean, std, samples, estimator, method)",
    );
    expect(message(() => loose(gaussian)({ samples: 5, estimator: "map" }))).toBe(
      'invalid estimator: "map" ("unbiased" or "ml")',
    );
    expect(message(() => loose(gaussian)({ samples: 5, std: 0 }))).toBe(
      "invalid std: 0 (a number from 1e-100 to 1e+100)",
    );
    for (const [options, expected] of [
      [{ samples: 1 }, "invalid samples: 1 (an integer from 2 to 10000000)"],
      [{ samples: 5, mean: -1 }, "invalid mean: -1 (a number from 0 to 1e+100)"],
      [{ samples: 5, std: 0 }, "invalid std: 0 (a number from 1e-100 to 1e+100)"],
      [{ samples: 5, std: -2 }, "invalid std: -2 (a number from 1e-100 to 1e+100)"],
      [{ samples: 5, eta: 1 }, "invalid eta: 1 (a number above 1, at most 1e+100)"],
      [{ samples: 5, eta: -3 }, "invalid eta: -3 (a number above 1, at most 1e+100)"],
      [{ samples: 5, eta: "2" }, 'invalid eta: "2" (a number above 1, at most 1e+100)'],
      [{ samples: 5, eta: Number.NaN }, "invalid eta: NaN (a number above 1, at most 1e+100)"],
      [{ samples: 5, method: "statistic" }, 'invalid method: "statistic" ("samples")'],
      [
        { samples: 5, estimator: "unbiased" },
        'invalid estimator: "unbiased" ("ml" or "approximate-ml" or "notebook")',
      ],
      [{ samples: 5, sigma: 1 }, "unknown option: sigma (one of mean, std, samples, estimator, eta, method)"],
    ] as const) {
      expect(message(() => loose(mixture)(options))).toBe(expected);
    }
    expect(message(() => loose(bernoulli)({ p: 0.5, samples: 1e9, method: "samples" }))).toBe(
      'invalid samples: 1000000000 (at most 100000000 with method "samples"; "statistic" has no limit)',
    );
    expect(message(() => loose(poisson)({ rate: 1e10, samples: 1e10 }))).toBe(
      "invalid rate: 10000000000 (samples * rate of at most 2^53-1)",
    );
    expect(message(() => loose(categorical)({ samples: 5 }))).toBe(
      "invalid weights: missing (one of counts, weights and zipf, and only one)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [0, 0] }))).toBe(
      "invalid weights: all zero (at least one above 0)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [] }))).toBe(
      "invalid weights: 0 elements (from 1 to 50000000)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [1, -2] }))).toBe(
      "invalid weights[1]: -2 (a finite number, 0 or above)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [1e308, 1e308] }))).toBe(
      "invalid weights: their sum overflows (a finite sum)",
    );
    expect(message(() => loose(categorical)({ counts: [1, 2.5] }))).toBe(
      "invalid counts[1]: 2.5 (an integer from 0 to 2^53-1)",
    );
    expect(message(() => loose(categorical)({ samples: 5, zipf: { size: 0, exponent: 1 } }))).toBe(
      "invalid zipf.size: 0 (an integer from 1 to 50000000)",
    );
    expect(message(() => loose(categorical)({ samples: 5, zipf: { size: 1, exponent: 1, a: 2 } }))).toBe(
      "unknown option: zipf.a (one of size, exponent, shift)",
    );
  });
});

describe("simulate", () => {
  const good = { model: gaussian({ samples: 10 }), generations: 3, trajectories: 2 };
  it.each(bad)("generations and trajectories: %s", async (value, shown) => {
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
      [{ survival: ["std>0.1", "p>0"] }, 'invalid survival[1]: "p>0" (an event on one of mean, std, logStd)'],
      [{ observables: ["sd"] }, 'invalid observables[0]: "sd" (one of mean, std, logStd)'],
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
        "unknown option: runs (one of model, generations, trajectories, seed, survival, observables, record)",
      ],
      [
        { model: undefined },
        "invalid model: missing (an object made by bernoulli(), poisson(), gaussian(), mixture(), categorical(), ngram())",
      ],
      [
        { model: { name: "beta" } },
        'invalid model.name: "beta" (one of bernoulli, poisson, gaussian, mixture, categorical, ngram)',
      ],
      [{ model: { name: "gaussian", samples: 1 } }, "invalid model.samples: 1 (an integer from 2 to 2^53-1)"],
      [
        { generations: 2e9, record: "all" },
        "invalid record: 2000000001 generations (at most 1000000 of them)",
      ],
    ] as [object, string][]) {
      expect(await rejection({ ...good, ...change })).toBe(expected);
    }
    expect(await rejection(good, { chunk: 0 })).toBe(`invalid chunk: 0 (${COUNT})`);
    expect(await rejection(good, { workers: 2 })).toBe(
      "unknown option: workers (one of signal, onProgress, chunk, backend)",
    );
    expect(await rejection(null)).toBe("invalid options: null (an object)");
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

describe("any option bag gives a typed error or a finite result", () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      0,
      1.5,
      2 ** 53,
      "3",
      null,
      undefined,
      [],
      {},
      true,
    ),
    fc.double(),
    fc.string({ maxLength: 8 }),
  );
  const mostly = <T>(good: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 12, arbitrary: good as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: junk });
  const samples = mostly(
    fc.oneof(fc.integer({ min: 1, max: 30 }), fc.maxSafeNat(), fc.constant(2 ** 53 - 1)),
  );
  const weights = fc.array(fc.oneof(fc.nat(5), fc.double({ min: 0, max: 1e300, noNaN: true })), {
    maxLength: 8,
  });
  const bag = (entries: Record<string, fc.Arbitrary<unknown>>) => fc.record(entries, { requiredKeys: [] });
  const model = fc.oneof(
    bag({ name: fc.constant("bernoulli"), p: mostly(fc.double({ min: 0, max: 1, noNaN: true })), samples }),
    bag({
      name: fc.constant("poisson"),
      rate: mostly(fc.double({ min: 0, max: 1e6, noNaN: true })),
      samples,
    }),
    bag({
      name: fc.constant("gaussian"),
      mean: mostly(fc.double({ min: -1e100, max: 1e100, noNaN: true })),
      std: mostly(fc.double({ min: 1e-100, max: 1e100, noNaN: true })),
      samples,
      estimator: mostly(fc.constantFrom("unbiased", "ml")),
    }),
    bag({
      name: fc.constant("mixture"),
      mean: mostly(fc.double({ min: 0, max: 1e100, noNaN: true })),
      std: mostly(fc.double({ min: 1e-100, max: 1e100, noNaN: true })),
      samples: mostly(fc.integer({ min: 1, max: 30 })),
      estimator: mostly(fc.constantFrom("ml", "approximate-ml", "notebook")),
      eta: mostly(fc.double({ min: 1, max: 1e100, noNaN: true })),
    }),
    bag({
      name: fc.constant("categorical"),
      weights: mostly(weights),
      samples,
      sampling: mostly(fc.constantFrom("multinomial", "poisson")),
    }),
    bag({
      name: fc.constant("categorical"),
      counts: mostly(fc.array(fc.nat(1e6), { maxLength: 8 })),
      samples,
    }),
    junk,
  );
  const survival = fc.array(
    fc
      .tuple(
        fc.constantFrom("p", "rate", "std", "mean", "unique", "tv", "x"),
        fc.constantFrom(">", "!=", "<=", "="),
        fc.constantFrom("0", "0.5", "0,1", ""),
      )
      .map((parts) => parts.join("")),
    { maxLength: 2 },
  );
  const experiment = bag({
    model,
    generations: mostly(fc.integer({ min: 1, max: 25 })),
    trajectories: mostly(fc.integer({ min: 1, max: 12 })),
    seed: mostly(fc.oneof(fc.maxSafeNat(), fc.string())),
    survival: mostly(survival),
    record: mostly(fc.constantFrom("all", "every:3", "log:2")),
  });

  it("simulate", { timeout: 120_000 }, async () => {
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(experiment, async (input) => {
        const error = await simulate(input as never).then(
          (run) => {
            ++ran;
            for (const name of run.experiment.observables) {
              const { mean, sd, quantile } = run.observable(name);
              for (const x of [...mean, ...quantile(0.5)]) expect(Number.isFinite(x)).toBe(true);
              if (run.experiment.trajectories > 1) for (const x of sd) expect(Number.isFinite(x)).toBe(true);
            }
            for (const event of run.experiment.survival) {
              for (const p of run.survival(event).probability) expect(p >= 0 && p <= 1).toBe(true);
              expect(Number.isFinite(run.timeTo(event).mean)).toBe(true);
            }
            JSON.stringify(run);
          },
          (e: unknown) => e,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(InputError);
      }),
      { numRuns: 4000, seed: 11 },
    );
    expect(ran).toBeGreaterThan(300);
  });

  it("Generator", () => {
    let drawn = 0;
    fc.assert(
      fc.property(
        mostly(fc.oneof(fc.maxSafeNat(), fc.string())),
        mostly(fc.maxSafeNat()),
        fc.constantFrom("uniform", "normal", "gamma", "poisson", "binomial", "integers", "multinomial"),
        fc.array(
          fc.oneof(
            junk,
            fc.maxSafeNat(),
            fc.nat(50),
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.double({ min: 0, noNaN: true }),
          ),
          { maxLength: 2 },
        ),
        mostly(fc.nat(70).map((length) => new Float64Array(length))),
        (seed, stream, name, args, out) => {
          try {
            const generator = new Generator(seed as number, stream as number) as unknown as Record<
              string,
              (...args: unknown[]) => unknown
            >;
            const arity =
              ({ uniform: 0, normal: 0, gamma: 1, poisson: 1 } as Record<string, number>)[name] ?? 2;
            const padded = [...args, 3, 9].slice(0, arity);
            const result = generator[name](...padded, out);
            for (const x of typeof result === "number" ? [result] : (result as Float64Array)) {
              expect(Number.isFinite(x)).toBe(true);
            }
            ++drawn;
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 5000, seed: 12 },
    );
    expect(drawn).toBeGreaterThan(500);
  });
});
