import { describe, expect, it } from "vitest";
import { Generator } from "../../../src/random/generator.ts";
import { decode } from "../../../src/theory/decoding/index.ts";
import * as estimators from "../../../src/theory/estimators.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "../expect.ts";

const {
  absoluteDiscounting,
  addConstant,
  goodTuring,
  jamesStein,
  maximumLikelihood,
  repeatProbability,
  repeatProbabilityLimit,
  shrinkToUniform,
  shrunkGaussian,
} = estimators;

/** Each estimator of counts. */
const all: Record<string, (counts: ArrayLike<number>) => Float64Array> = {
  "maximum likelihood": (counts) => maximumLikelihood({ counts }),
  "add 1/2": (counts) => addConstant({ counts, beta: 0.5 }),
  shrink: (counts) => shrinkToUniform({ counts, share: 0.3 }),
  "James and Stein": (counts) => jamesStein({ counts }),
  "Good and Turing": (counts) => goodTuring({ counts }),
  discounting: (counts) => absoluteDiscounting({ counts, discount: 0.75 }),
};

describe("estimators of probabilities", () => {
  it.each(Object.entries(all))(
    "%s: sums to 1, keeps the order, and is the uniform law of equal counts",
    (name, of) => {
      for (const counts of [[1], [5, 0, 0], [3, 1, 1, 0, 9], [1, 1, 1, 0, 0], [1, 0], [2 ** 53 - 1, 1]]) {
        const p = of(counts);
        expectRelative(
          p.reduce((a, b) => a + b),
          1,
          1e-14,
        );
        counts.forEach((c, i) => {
          counts.forEach((d, j) => {
            // What was not seen may have more than what was, to Good and Turing.
            if (c >= d && (d > 0 || name !== "Good and Turing")) expect(p[i]).toBeGreaterThanOrEqual(p[j]);
          });
        });
      }
      for (const x of of([4, 4, 4])) expectRelative(x, 1 / 3, 1e-15);
    },
  );

  it("are worked out by hand for the counts 3, 1, 1, 0", () => {
    const counts = [3, 1, 1, 0];
    expect([...all["maximum likelihood"](counts)]).toEqual([0.6, 0.2, 0.2, 0]);
    expectRow((i) => addConstant({ counts, beta: 1 })[i], ".444444 .222222 .222222 .111111");
    expectRow((i) => shrinkToUniform({ counts, share: 0.2 })[i], ".53 .21 .21 .05");
    // sum q^2 = .44; sum (q - 1/4)^2 = .19; share .56 / (4 * .19).
    const share = 0.56 / 0.76;
    expectRelative(jamesStein({ counts })[3], share / 4, 1e-14);
    // Two of five were seen once.
    expectRow((i) => goodTuring({ counts })[i], ".36 .12 .12 .4");
    expectRow((i) => absoluteDiscounting({ counts, discount: 0.5 })[i], ".575 .175 .175 .075");
  });

  it("have ends", () => {
    // All were seen once: one of four stays with what was seen.
    expectRow((i) => goodTuring({ counts: [1, 1, 1, 1, 0] })[i], ".0625 .0625 .0625 .0625 .75");
    // None is missing.
    expect([...goodTuring({ counts: [1, 1, 2] })]).toEqual([0.25, 0.25, 0.5]);
    expect([...jamesStein({ counts: [1, 0] })]).toEqual([0.5, 0.5]);
    expect([...addConstant({ counts: [3, 1], beta: 0 })]).toEqual([0.75, 0.25]);
    expect([...addConstant({ counts: [3, 1], beta: 1.7e308 })]).toEqual([0.5, 0.5]);
    expect([...absoluteDiscounting({ counts: [3, 1], discount: 0 })]).toEqual([0.75, 0.25]);
  });

  it("check what they are given", () => {
    expectInvalid(() => goodTuring({ counts: [0, 0] }), "invalid counts: [0,0] (a sum above 0)");
    expectInvalid(
      () => goodTuring({ counts: [0.5] }),
      "invalid counts[0]: 0.5 (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => addConstant({ counts: [1], beta: -1 }),
      "invalid beta: -1 (a finite number, 0 or above)",
    );
    expectInvalid(
      () => absoluteDiscounting({ counts: [1], discount: 2 }),
      "invalid discount: 2 (a number from 0 to 1)",
    );
    expectInvalid(
      () => shrinkToUniform({ counts: [1], share: 2 }),
      "invalid share: 2 (a number from 0 to 1)",
    );
  });
});

const zipf = Array.from({ length: 50 }, (_, i) => 1 / (i + 1));
const total = zipf.reduce((a, b) => a + b);
const truth = zipf.map((x) => x / total);
const start = truth.reduce((sum, p) => sum + p * p, 0);

describe("repeatProbability", () => {
  it("reproduces its table: the law of Zipf on 50 symbols, 50 samples, 20 generations", () => {
    const at = (beta: number) => repeatProbability({ samples: 50, symbols: 50, beta, start, generation: 20 });
    expectRow((i) => at([0, 1, 0.5, 0.01][i]), ".385989 .026490 .035433 .316640");
  });

  it("has the tabulated limits: 10 symbols, 100 samples", () => {
    const at = (beta: number) => repeatProbabilityLimit({ samples: 100, symbols: 10, beta });
    expectRow((i) => at([1, 0.5, 0.01][i]), ".140909 .180000 .849938");
    expectRelative(at(0), 1, 1e-15);
    const late = repeatProbability({ samples: 100, symbols: 10, beta: 1, start: 1, generation: 1e6 });
    expectRelative(late, at(1), 1e-12);
  });

  it("of a shrunk model is that of as much uniform law", () => {
    // u = m beta / (n + m beta).
    const options = { samples: 20, symbols: 4, start: 0.4, generation: 7 };
    expectRelative(
      repeatProbability({ ...options, share: 4 / 24 }),
      repeatProbability({ ...options, beta: 1 }),
      1e-14,
    );
    expect(repeatProbability({ ...options, share: 1 })).toBe(0.25);
    expect(repeatProbability({ ...options, share: 1, generation: 0 })).toBe(0.4);
  });

  it("of one generation is counted out: 2 samples of 2 symbols", () => {
    // Counts 2, 0 with p^2 + q^2, else 1, 1.
    const [p, beta] = [0.7, 0.3];
    const one = ((2 + beta) ** 2 + beta ** 2) / (2 + 2 * beta) ** 2;
    const same = p * p + (1 - p) ** 2;
    const found = repeatProbability({ samples: 2, symbols: 2, beta, start: same, generation: 1 });
    expectRelative(found, same * one + (1 - same) / 2, 1e-14);
  });

  it("checks what it is given", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(
        () => repeatProbability({ samples: 9, symbols: 4, start: 0.5, generation: 1, ...options }),
        message,
      );
    invalid({}, "invalid beta: missing (a finite number, 0 or above)");
    invalid({ beta: 1, share: 0 }, "invalid beta: 1 (not together with share)");
    invalid({ beta: 1, start: 0.2 }, "invalid start: 0.2 (a number from 1/symbols to 1)");
  });
});

describe("shrunkGaussian", () => {
  it("reproduces its numbers", () => {
    const shrunk = shrunkGaussian({ samples: 10, estimator: "ml", share: 0.2, generation: 1000 });
    expectDigits(shrunk.variance, ".714286");
    const { variance, squaredError } = shrunkGaussian({ samples: 10, temperature: 0.9, generation: 10 });
    expectDigits(variance, ".348678");
    expectDigits(squaredError, ".586189");
  });

  it("has ends", () => {
    expect(shrunkGaussian({ samples: 10, generation: 0 })).toEqual({ variance: 1, squaredError: 0 });
    expect(shrunkGaussian({ samples: 10, share: 1, target: 3, generation: 5 }).variance).toBe(3);
    expect(shrunkGaussian({ samples: 10, share: 1, temperature: 1e308, generation: 5 }).variance).toBe(1);
    const same = shrunkGaussian({ samples: 10, generation: 5 });
    expect(same.variance).toBe(1);
    expectRelative(same.squaredError, 0.5, 1e-14);
    expectInvalid(
      () => shrunkGaussian({ samples: 10, temperature: 0, generation: 5 }),
      "invalid temperature: 0 (a finite number above 0)",
    );
  });
});

// The numbers beside, with their standard errors, are of 20,000 trajectories of a program that shares nothing with this
// one. Fourteen comparisons: alpha = 0.001 in all is 4 standard errors, of both together.
describe("the law of Zipf on 50 symbols, 50 samples, 20 generations", () => {
  const decoded = (rule: Parameters<typeof decode>[0]["rule"]) => (counts: ArrayLike<number>) =>
    decode({ weights: counts, rule });
  it.each<[string, (counts: ArrayLike<number>) => Float64Array, [number, number], [number, number]]>([
    ["James and Stein", all["James and Stein"], [0.021, 9e-5], [0.4539, 1e-4]],
    ["discounting", all["discounting"], [0.13785, 75e-5], [0.5468, 6e-4]],
    ["Good and Turing", all["Good and Turing"], [0.02731, 3e-5], [0.479, 2e-4]],
    ["temperature 0.9", decoded({ name: "temperature", temperature: 0.9 }), [0.8068, 15e-4], [0.7803, 0]],
    ["temperature 1.1", decoded({ name: "temperature", temperature: 1.1 }), [0.24309, 43e-5], [0.7576, 0]],
    ["top-p 0.95", decoded({ name: "top-p", mass: 0.95 }), [0.485, 12e-4], [0.757, 0]],
    ["min-p 0.05", decoded({ name: "min-p", share: 0.05 }), [0.4486, 13e-4], [0.7287, 0]],
  ])("%s", (name, rule, [repeats, repeatsError], [distance, distanceError]) => {
    const rng = new Generator(name);
    const trajectories = 400;
    const squares: number[] = [];
    const distances: number[] = [];
    const isRule = !(name in all);
    for (let t = 0; t < trajectories; t++) {
      let p: ArrayLike<number> = truth;
      for (let k = 0; k < 20; k++) {
        // A rule is applied when a model is sampled, an estimator when it is fitted.
        const counts = rng.multinomial(50, isRule ? rule(p) : p);
        p = isRule ? Array.from(counts, (c) => c / 50) : rule(counts);
      }
      squares.push(Array.from(p).reduce((sum, x) => sum + x * x, 0));
      distances.push(Array.from(p).reduce((sum, x, i) => sum + Math.abs(x - truth[i]) / 2, 0));
    }
    for (const [values, expected, error] of [
      [squares, repeats, repeatsError],
      [distances, distance, distanceError],
    ] as const) {
      const mean = values.reduce((a, b) => a + b) / trajectories;
      const variance =
        values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (trajectories - 1) / trajectories;
      // Of some laws the tail is too long for its variance to be seen in few trajectories: that of the many counts.
      const own = error > 0 ? error * Math.sqrt(20_000 / trajectories) : Math.sqrt(variance);
      const both = own * Math.sqrt(1 + trajectories / 20_000);
      expect(Math.abs(mean - expected) / both).toBeLessThan(4);
    }
  });
});
