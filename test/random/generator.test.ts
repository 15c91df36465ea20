import { describe, expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { MAX_SYMBOLS } from "../../src/kernels/plans.ts";
import { message } from "../message.ts";

type Draw = (rng: Generator, out?: Float64Array) => number | Float64Array;
const samplers: Record<string, Draw> = {
  uniform: (rng, out) => (out ? rng.uniform(out) : rng.uniform()),
  normal: (rng, out) => (out ? rng.normal(out) : rng.normal()),
  boxMuller: (rng, out) => (out ? rng.boxMuller(out) : rng.boxMuller()),
  gamma: (rng, out) => (out ? rng.gamma(2.5, out) : rng.gamma(2.5)),
  poisson: (rng, out) => (out ? rng.poisson(40, out) : rng.poisson(40)),
  binomial: (rng, out) => (out ? rng.binomial(100, 0.3, out) : rng.binomial(100, 0.3)),
  "uniform from -1 to 3": (rng, out) => (out ? rng.uniform(-1, 3, out) : rng.uniform(-1, 3)),
  "normal of a mean and a deviation": (rng, out) => (out ? rng.normal(5, 2, out) : rng.normal(5, 2)),
  exponential: (rng, out) => (out ? rng.exponential(out) : rng.exponential()),
  "exponential of a mean": (rng, out) => (out ? rng.exponential(7, out) : rng.exponential(7)),
  "gamma of a scale": (rng, out) => (out ? rng.gamma(0.5, 3, out) : rng.gamma(0.5, 3)),
  beta: (rng, out) => (out ? rng.beta(0.5, 2, out) : rng.beta(0.5, 2)),
  geometric: (rng, out) => (out ? rng.geometric(0.1, out) : rng.geometric(0.1)),
  negativeBinomial: (rng, out) =>
    out ? rng.negativeBinomial(2.5, 0.1, out) : rng.negativeBinomial(2.5, 0.1),
  zipf: (rng, out) => (out ? rng.zipf(1.5, out) : rng.zipf(1.5)),
  uint32: (rng, out) => (out ? rng.uint32(out) : rng.uint32()),
  hypergeometric: (rng, out) =>
    out ? rng.hypergeometric(300, 700, 100, out) : rng.hypergeometric(300, 700, 100),
  integers: (rng, out) => (out ? rng.integers(5, 9, out) : rng.integers(5, 9)),
  "integers, often drawn again": (rng, out) =>
    out ? rng.integers(0, 2 ** 31 + 1, out) : rng.integers(0, 2 ** 31 + 1),
  "integers of a wide range": (rng, out) =>
    out ? rng.integers(-9, 2 ** 40, out) : rng.integers(-9, 2 ** 40),
};

describe("Generator", () => {
  it.each(Object.entries(samplers))("%s: a filled array holds what single draws give", (_, draw) => {
    const single = new Generator(7, 3);
    const filled = new Generator(7, 3);
    for (const length of [1, 5, 0, 64, 2, 5000, 3]) {
      const out = new Float64Array(length);
      expect(draw(filled, out)).toBe(out);
      expect([...out]).toEqual(Array.from(out, () => draw(single)));
    }
  });

  it("the same seed and stream give the same numbers; another seed, stream or string gives others", () => {
    const first = (seed: number | string, stream?: number) => new Generator(seed, stream).uniform();
    expect(first(42)).toBe(first(42, 0));
    const others = [
      first(42),
      first(43),
      first(42, 1),
      first(42, 2 ** 32),
      first(2 ** 32 + 42),
      first("42"),
      first(""),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it("fills a part of an array that is a view, and nothing around it", () => {
    const whole = new Float64Array(10);
    new Generator(1).uniform(whole.subarray(3, 6));
    expect([...whole].map((x) => x > 0)).toEqual([...".".repeat(10)].map((_, i) => i >= 3 && i < 6));
  });

  it("multinomial shares out all draws and leaves its weights alone, also when it writes over them", () => {
    const rng = new Generator(1);
    const weights = Float64Array.of(1, 0, 2, 3);
    const counts = rng.multinomial(1000, weights);
    expect(counts.reduce((a, b) => a + b)).toBe(1000);
    expect(counts[1]).toBe(0);
    expect([...weights]).toEqual([1, 0, 2, 3]);
    expect([...rng.multinomial(0, [1, 2])]).toEqual([0, 0]);
    expect([...rng.multinomial(2 ** 53 - 1, [0, 5e-324, 0])]).toEqual([0, 2 ** 53 - 1, 0]);
    expect(new Generator(5).multinomial(50, weights, weights)).toEqual(
      new Generator(5).multinomial(50, [1, 0, 2, 3]),
    );
  });

  it("names what is wrong", () => {
    const rng = new Generator(1);
    const loose = rng as unknown as Record<string, (...args: unknown[]) => unknown>;
    const seed = "an integer from 0 to 2^53-1, or a string";
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 2 ** 53]) {
      expect(message(() => new Generator(value))).toBe(`invalid seed: ${value} (${seed})`);
      expect(message(() => new Generator(1, value))).toBe(
        `invalid stream: ${value} (an integer from 0 to 2^53-1)`,
      );
      expect(message(() => rng.binomial(value, 0.5))).toBe(
        `invalid n: ${value} (an integer from 0 to 2^53-1)`,
      );
      expect(message(() => rng.multinomial(value, [1]))).toBe(
        `invalid n: ${value} (an integer from 0 to 2^53-1)`,
      );
    }
    expect(message(() => rng.gamma(0))).toBe("invalid shape: 0 (a number above 0, at most 2^53-1)");
    expect(message(() => rng.gamma(Number.NaN))).toBe(
      "invalid shape: NaN (a number above 0, at most 2^53-1)",
    );
    expect(message(() => loose["gamma"]("2"))).toBe('invalid shape: "2" (a number above 0, at most 2^53-1)');
    expect(message(() => rng.poisson(-1))).toBe("invalid mean: -1 (a number from 0 to 2^53-1)");
    expect(message(() => rng.binomial(5, 1.1))).toBe("invalid p: 1.1 (a number from 0 to 1)");
    expect(message(() => loose["binomial"](5, "0.5"))).toBe('invalid p: "0.5" (a number from 0 to 1)');
    expect(message(() => rng.hypergeometric(-1, 5, 3))).toBe(
      "invalid marked: -1 (an integer from 0 to 2^53-1)",
    );
    expect(message(() => rng.hypergeometric(2 ** 52, 2 ** 52, 3))).toBe(
      "invalid unmarked: 4503599627370496 (an integer from 0 to 2^53-1 less marked)",
    );
    expect(message(() => rng.hypergeometric(2, 3, 6))).toBe(
      "invalid draws: 6 (an integer from 0 to marked + unmarked)",
    );
    expect(message(() => rng.hypergeometric(2, 3, 0.5))).toBe(
      "invalid draws: 0.5 (an integer from 0 to marked + unmarked)",
    );
    expect(message(() => rng.multivariateHypergeometric([1, -1], 1))).toBe(
      "invalid counts[1]: -1 (an integer from 0 to 2^53-1)",
    );
    expect(message(() => rng.multivariateHypergeometric([2 ** 53 - 1, 1], 1))).toBe(
      `invalid counts: they sum to ${2 ** 53} (at most 2^53-1)`,
    );
    expect(message(() => rng.multivariateHypergeometric([], 0))).toBe(
      `invalid counts: 0 elements (from 1 to ${MAX_SYMBOLS})`,
    );
    expect(message(() => rng.multivariateHypergeometric([2, 3], 6))).toBe(
      "invalid draws: 6 (an integer from 0 to 5, the sum of counts)",
    );
    expect(message(() => rng.multivariateHypergeometric([2, 3], 1, new Float64Array(1)))).toBe(
      "invalid out: 1 element (as many as counts: 2)",
    );
    expect(message(() => rng.integers(3, 3))).toBe(
      "invalid high: 3 (an integer above low = 3, by 2^53-1 at most)",
    );
    expect(message(() => rng.integers(0.5, 3))).toBe(
      "invalid low: 0.5 (an integer from -(2^53-1) to 2^53-1)",
    );
    expect(message(() => loose["normal"]([1]))).toBe("invalid out: [1] (a Float64Array or Float32Array)");
    expect(message(() => rng.multinomial(5, [1, 2], new Float64Array(3)))).toBe(
      "invalid out: 3 elements (as many as weights: 2)",
    );
    expect(message(() => rng.multinomial(5, [Number.NaN]))).toBe(
      "invalid weights[0]: NaN (a finite number, 0 or above)",
    );
  });
});
