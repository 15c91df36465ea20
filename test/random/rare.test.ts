// What is too rare for the 53 bits of a uniform. The probability of a result is counted out, word by word, over all the
// words that could have come; so these tests are exact.
import { describe, expect, it } from "vitest";
import type { Stream } from "../../src/kernels/stream.ts";
import { twin } from "../../src/reference/kernels.ts";
import { binomial } from "../../src/reference/random/binomial.ts";
import { gamma } from "../../src/reference/random/gamma.ts";
import { hypergeometric } from "../../src/reference/random/hypergeometric.ts";
import { poisson } from "../../src/reference/random/poisson.ts";
import { isBelow } from "../../src/reference/random/uniform.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { least, POSITION, streamOf, UNITS } from "./words.ts";

/** The probability of what happens where the words are low, after some words that are given. */
function probability(happens: (stream: Stream) => boolean, given: number[] = []): number {
  const edges: number[] = [];
  while (edges.length < 22) {
    // Below `edge` it happens whatever the words after it; at `edge` they decide.
    const words = [...given, ...edges];
    const after = Array(30).fill(UNITS - 1);
    edges.push(least(0, UNITS, (word) => !happens(streamOf([...words, word, ...after]))));
    if (!happens(streamOf([...given, ...edges]))) break;
  }
  return edges.reduceRight((rest, edge) => (edge + rest) / UNITS, 0);
}

/** How far 1 - e^-mean is from mean, in units of the mean: half of the largest that is rare. */
const NEAR = 2 ** -40;
const TINY = [9e-13, 1e-16, 1e-17, 1e-20, 1e-100, 1e-300, 2.5e-323];

describe("Pr(X >= 1)", () => {
  it.each(TINY)("of a Poisson mean of %d", (mean) => {
    expect(Math.abs(probability((s) => poisson(s, mean) > 0) / -Math.expm1(-mean) - 1)).toBeLessThan(NEAR);
  });

  it.each([1, 1000, 2 ** 53 - 1].flatMap((n) => TINY.map((mean) => [n, mean])))(
    "of %d trials with a mean of %d",
    (n, mean) => {
      const p = mean / n;
      const exact = -Math.expm1(n * Math.log1p(-p));
      if (p === 0) return;
      expect(Math.abs(probability((s) => binomial(s, n, p, 1 - p) > 0) / exact - 1)).toBeLessThan(NEAR);
    },
  );

  // The last has 1000 unmarked and leaves 7: all but those 7 are drawn, and with them nearly surely all the unmarked.
  it.each([
    [1, 2 ** 53 - 2, 1, 1, 1],
    [7, 2 ** 52, 400, 7, 400],
    [1000, 2 ** 53 - 1001, 7, 7, 1000],
    [2 ** 53 - 1001, 1000, 2 ** 53 - 8, 7, 1000],
  ])("of %d marked and %d unmarked, %d drawn", (marked, unmarked, draws, least, most) => {
    const usual = Math.max(0, draws - unmarked);
    let logNone = 0;
    for (let i = 0; i < least; ++i) logNone += Math.log1p(-most / (marked + unmarked - i));
    const measured = probability((s) => hypergeometric(s, marked, unmarked, draws) !== usual);
    expect(Math.abs(measured / -Math.expm1(logNone) - 1)).toBeLessThan(NEAR);
  });

  it("of failures, where nearly every trial succeeds", () => {
    const q = 2 ** -53;
    expect(probability((s) => binomial(s, 100, 1 - q, q) < 100)).toBeCloseTo(100 * q, 27);
  });

  it("is the same for fills, in both builds", () => {
    for (const words of [[0], [0, 0], [1], [UNITS - 1], [0, 811296], [0, 811297], [900], [901]]) {
      for (const mean of [1e-13, 1e-20]) {
        const single = streamOf(words);
        const expected = Array.from({ length: 20 }, () => poisson(single, mean));
        for (const kernels of [twin, wasmKernels()]) {
          const stream = streamOf(words);
          const out = new Float64Array(20);
          kernels.fillPoisson(stream, mean, out);
          expect([...out]).toEqual(expected);
          expect(stream.u32[POSITION]).toBe(single.u32[POSITION]);
          const other = streamOf(words);
          kernels.fillBinomial(other, 1, mean, 1 - mean, out);
          expect([...out]).toEqual(expected);
          const counts = new Float64Array(2);
          const weights = Float64Array.of(mean, 1);
          kernels.multinomial(streamOf(words), 1, weights, counts);
          expect(counts[0]).toBe(expected[0]);
        }
      }
    }
  });
});

describe("isBelow", () => {
  it.each([0, 1, 0.5, 0.3, 1 / 3, 2 ** -53, 3 * 2 ** -54, 1e-20, 1e-300, 5e-324])(
    "%d has that probability",
    (p) => {
      expect(probability((s) => isBelow(s, p))).toBe(p);
    },
  );

  it("takes one word, but where that is the one that does not tell", () => {
    const taken = (words: number[]) => {
      const stream = streamOf(words);
      isBelow(stream, 1.5 / UNITS);
      return stream.u32[POSITION];
    };
    expect([0, 1, 2].map((word) => taken([word]))).toEqual([1, 2, 1]);
  });
});

it("a gamma variate of a tiny shape is above 0 with the probability of its law", () => {
  // Words of a normal and of a uniform that surely accepts it.
  const given = [UNITS / 2, UNITS / 2];
  for (const shape of [9e-13, 1e-15, 1e-17]) {
    const value = gamma(streamOf([...given, 0, 0]), shape);
    // value U^(1 / shape) is above 2^-1075 where ln U > -(1075 ln 2 + ln value) shape.
    const exact = -Math.expm1(-(1075 * Math.LN2 + Math.log(value)) * shape);
    // It is decided by whether U^(1 / shape) is above e^-790 at all, and by an even spread from there on.
    const edge = least(0, UNITS, (word) => gamma(streamOf([...given, word, 0]), shape) === 0);
    expect(edge).toBe(Math.ceil(790 * shape * UNITS));
    const spread = probability((s) => gamma(s, shape) > 0, [...given, 0]);
    expect(Math.abs((790 * shape * spread) / exact - 1)).toBeLessThan(1e-9);
  }
});
