import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Generator, InputError, simulate } from "../../src/index.ts";

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
            const arity = {
              uniform: 0,
              normal: 0,
              gamma: 1,
              poisson: 1,
              binomial: 2,
              integers: 2,
              multinomial: 2,
            }[name];
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
