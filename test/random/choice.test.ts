// Order and choice: their laws are in test/stats/choice.test.ts.
import { describe, expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { message } from "../message.ts";

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("shuffle and permutation", () => {
  it("keep the elements, of arrays and typed arrays", () => {
    const rng = new Generator(1);
    const list = numbers(100);
    expect(rng.shuffle(list)).toBe(list);
    expect(list).not.toEqual(numbers(100));
    expect(sorted(list)).toEqual(numbers(100));
    const bytes = rng.shuffle(Uint8Array.from(numbers(100)));
    expect(sorted([...bytes])).toEqual(numbers(100));
    expect(rng.shuffle([])).toEqual([]);
    const given = Object.freeze(numbers(10));
    expect(sorted(rng.permutation(given))).toEqual(numbers(10));
    expect(sorted(rng.permutation(10))).toEqual(numbers(10));
    expect(rng.permutation(0)).toEqual([]);
  });
});

describe("choice", () => {
  it("gives one element, or as many as were asked for", () => {
    const rng = new Generator(2);
    expect(["a", "b"]).toContain(rng.choice(["a", "b"]));
    expect(rng.choice(["a"], 3)).toEqual(["a", "a", "a"]);
    expect(rng.choice(1)).toBe(0);
    expect(rng.choice(5, 0)).toEqual([]);
    expect(rng.choice(2 ** 53 - 1)).toBeGreaterThan(2 ** 40);
    expect(rng.choice(new Float32Array([0.5]), 2)).toEqual([0.5, 0.5]);
  });

  it("takes each once without replacement, never what has no weight, and any size of weights", () => {
    const rng = new Generator(3);
    for (let size = 0; size <= 20; ++size) {
      expect(new Set(rng.choice(20, size, { replace: false })).size).toBe(size);
    }
    expect(new Set(rng.choice(2 ** 40, 1000, { replace: false })).size).toBe(1000);
    const weights = [0, 1e-300, 0, 1e300, 5e-324, 0];
    for (let i = 0; i < 100; ++i) {
      expect(sorted(rng.choice(6, 3, { replace: false, weights }))).toEqual([1, 3, 4]);
      expect(rng.choice(6, 5, { weights })).toEqual([3, 3, 3, 3, 3]);
    }
  });

  it("names what is wrong", () => {
    const rng = new Generator(4);
    const loose = rng as unknown as Record<string, (...args: unknown[]) => unknown>;
    expect(message(() => rng.choice([]))).toBe("invalid list: 0 elements (at least one)");
    expect(message(() => rng.choice(0))).toBe("invalid list: 0 (a list, or an integer from 1 on)");
    expect(message(() => loose["choice"]("abc"))).toBe('invalid list: "abc" (an array or a typed array)');
    expect(message(() => rng.choice([1, 2], 3, { replace: false }))).toBe(
      "invalid size: 3 (at most 2 without replacement)",
    );
    expect(message(() => rng.choice([1, 2], 2, { replace: false, weights: [0, 1] }))).toBe(
      "invalid size: 2 (at most 1 without replacement)",
    );
    expect(message(() => rng.choice([1, 2], 1, { weights: [1] }))).toBe(
      "invalid weights: 1 of them (as many as elements: 2)",
    );
    expect(message(() => rng.choice([1, 2], 1, { weights: [0, 0] }))).toBe(
      "invalid weights: all zero (at least one above 0)",
    );
    expect(message(() => loose["choice"]([1], 1, { replace: 1 }))).toBe("invalid replace: 1 (true or false)");
    expect(message(() => loose["choice"]([1], 1, { p: [1] }))).toBe(
      "unknown option: p (one of replace, weights)",
    );
    expect(message(() => rng.choice([1], 0.5))).toBe("invalid size: 0.5 (an integer from 0 to 2^24)");
    expect(message(() => loose["shuffle"]("abc"))).toBe('invalid list: "abc" (an array or a typed array)');
    const long = new Array(2 ** 32 - 1);
    expect(message(() => rng.shuffle(long))).toBe(
      "invalid list: 4294967295 elements (at most 2^24, or a typed array)",
    );
    expect(message(() => rng.permutation(long))).toBe("invalid list: 4294967295 elements (at most 2^24)");
    expect(message(() => rng.permutation(-1))).toBe(
      "invalid list: -1 (a list, or an integer from 0 to 2^24)",
    );
  });
});

describe("laws of real numbers and trials", () => {
  it("names what is wrong", () => {
    const rng = new Generator(5);
    expect(message(() => rng.uniform(1, 0))).toBe("invalid high: 0 (a finite number, low or above)");
    expect(message(() => rng.uniform(-1e308, 1e308))).toBe(
      "invalid high: 1e+308 (a number whose distance from low is finite)",
    );
    expect(message(() => rng.normal(Number.NaN))).toBe("invalid loc: NaN (a finite number)");
    expect(message(() => rng.normal(0, -1))).toBe("invalid scale: -1 (a finite number, 0 or above)");
    expect(message(() => rng.exponential(-1))).toBe("invalid scale: -1 (a finite number, 0 or above)");
    expect(message(() => rng.beta(0, 1))).toBe("invalid a: 0 (a number from 1e-300 to 2^53-1)");
    expect(message(() => rng.dirichlet([1, 0]))).toBe("invalid alpha[1]: 0 (a number from 1e-300 to 2^53-1)");
    expect(message(() => rng.geometric(0))).toBe("invalid p: 0 (a number from 1e-300 to 1)");
    expect(message(() => rng.negativeBinomial(0, 0.5))).toBe(
      "invalid n: 0 (a number above 0, at most 2^53-1)",
    );
    expect(message(() => rng.negativeBinomial(1e12, 1e-6))).toBe(
      "invalid p: 0.000001 (so large that n = 1000000000000 gives draws below 2^53)",
    );
    expect(message(() => rng.negativeBinomial(1, 0))).toBe(
      "invalid p: 0 (so large that n = 1 gives draws below 2^53)",
    );
    expect(message(() => rng.zipf(1))).toBe("invalid a: 1 (a number from 1.0001 to 1024)");
  });

  it("is no NaN in any corner", () => {
    const rng = new Generator(6);
    const out = new Float64Array(2000);
    const extremes = [1e-300, 1e-20, 1e-3, 0.5, 1, 1e3, 2 ** 53 - 1];
    for (const a of extremes) {
      for (const b of extremes) {
        expect(rng.beta(a, b, out).every((x) => x >= 0 && x <= 1)).toBe(true);
        const sum = rng.dirichlet([a, b, a]).reduce((x, y) => x + y);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-15);
      }
    }
    for (const p of [1e-300, 1e-12, 0.5, 1 - 2 ** -53, 1]) {
      expect(rng.geometric(p, out).every((x) => x >= 1 && Number.isInteger(x))).toBe(true);
    }
    expect(rng.negativeBinomial(5, 1, out).every((x) => x === 0)).toBe(true);
    for (const a of [1.0001, 1.1, 2, 50, 1024]) {
      expect(rng.zipf(a, out).every((x) => x >= 1 && Number.isSafeInteger(x))).toBe(true);
    }
  });
});
