// Estimators and decoding rules of the generic loop: what the plain functions of the theory make of the same numbers.
import { describe, expect, it } from "vitest";
import { decodingOf } from "../../src/generations/decoding/index.ts";
import { estimatorOf } from "../../src/generations/estimators/index.ts";
import { Shares } from "../../src/generations/families/shares.ts";
import { Tally } from "../../src/generations/families/tally.ts";
import type { DecodingPlan, EstimatorName } from "../../src/kernels/fit.ts";
import { Generator } from "../../src/random/generator.ts";
import { type DecodingRule, decode } from "../../src/theory/decoding/index.ts";
import * as theory from "../../src/theory/estimators.ts";

type Counts = { counts: number[] };

const ESTIMATORS: [EstimatorName, number, (asked: Counts) => Float64Array][] = [
  ["ml", 0, theory.maximumLikelihood],
  ["add", 1, (asked) => theory.addConstant({ ...asked, beta: 1 })],
  ["add", 1e100, (asked) => theory.addConstant({ ...asked, beta: 1e100 })],
  ["add", 1e-3, (asked) => theory.addConstant({ ...asked, beta: 1e-3 })],
  ["shrink", 0, (asked) => theory.shrinkToUniform({ ...asked, share: 0 })],
  ["shrink", 0.3, (asked) => theory.shrinkToUniform({ ...asked, share: 0.3 })],
  ["shrink", 1, (asked) => theory.shrinkToUniform({ ...asked, share: 1 })],
  ["james-stein", 0, theory.jamesStein],
  ["good-turing", 0, theory.goodTuring],
  ["absolute-discount", 0.75, (asked) => theory.absoluteDiscounting({ ...asked, discount: 0.75 })],
  ["absolute-discount", 1, (asked) => theory.absoluteDiscounting({ ...asked, discount: 1 })],
];

/** Counts, met in an order that is not theirs. */
function tallyOf(counts: readonly number[]): Tally {
  const tally = new Tally(counts.length);
  for (let i = 0; i < counts.length; ++i) {
    const symbol = (i * 7 + 3) % counts.length;
    tally.add(symbol, counts[symbol]);
  }
  tally.n = counts.reduce((a, b) => a + b, 0);
  return tally;
}

function spread({ symbols, weights, living, scale }: Shares, size: number): Float64Array {
  const out = new Float64Array(size);
  for (let i = 0; i < living; ++i) out[symbols[i]] += weights[i] * scale;
  return out;
}

function expectClose(actual: Float64Array, expected: Float64Array, digits: number): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((x, i) => {
    expect(Math.abs(x - expected[i])).toBeLessThanOrEqual(digits * Math.max(expected[i], 1e-300));
  });
}

// Of sizes that have no factor in common with 7, even ones, singletons, ties and a single data point among them.
const LISTS = [
  [1],
  [5, 0, 0],
  [3, 1, 1, 0, 9, 0, 0, 2],
  [1, 1, 1, 0, 0],
  [2, 2, 2],
  [1, 0],
  [0, 0, 0, 0, 7, 7, 1, 1, 1, 4, 4],
  [2 ** 52, 1, 0],
];

describe("an estimator", () => {
  it.each(ESTIMATORS)("%s %d is that of the theory", (name, parameter, spec) => {
    for (const counts of LISTS) {
      const fitted = new Shares(counts.length);
      const tally = tallyOf(counts);
      estimatorOf({ name, parameter })(tally, fitted);
      expectClose(spread(fitted, counts.length), spec({ counts }), 1e-13);
      // Those in the data come first, and no symbol twice.
      expect([...fitted.symbols.subarray(0, fitted.seen)].sort()).toEqual(
        [...counts.keys()].filter((i) => counts[i] > 0).sort(),
      );
      expect(new Set(fitted.symbols.subarray(0, fitted.living)).size).toBe(fitted.living);
      expect(fitted.weights.subarray(0, fitted.living).every((weight) => weight > 0)).toBe(true);
    }
  });
});

const rewards = (size: number) => Float64Array.from({ length: size }, (_, i) => (i % 4) * 0.7 - 1);
const valid = (size: number) => Array.from({ length: size }, (_, i) => i % 3 === 0);

const RULES: [string, (size: number) => DecodingPlan, (size: number) => DecodingRule[]][] = [
  ["temperature 0.7", () => ({ temperature: 0.7 }), () => [{ name: "temperature", temperature: 0.7 }]],
  ["temperature 1e-6", () => ({ temperature: 1e-6 }), () => [{ name: "temperature", temperature: 1e-6 }]],
  ["top-k 3", () => ({ topK: 3 }), () => [{ name: "top-k", k: 3 }]],
  ["top-k 1", () => ({ topK: 1 }), () => [{ name: "top-k", k: 1 }]],
  ["top-p 0.6", () => ({ topP: 0.6 }), () => [{ name: "top-p", mass: 0.6 }]],
  ["top-p 1", () => ({ topP: 1 }), () => [{ name: "top-p", mass: 1 }]],
  ["min-p 0.25", () => ({ minP: 0.25 }), () => [{ name: "min-p", share: 0.25 }]],
  ...[2, 3, 1000].map((choices): (typeof RULES)[number] => [
    `curation among ${choices}`,
    (size) => ({ curation: { choices, rewards: rewards(size) } }),
    (size) => [{ name: "curation", choices, rewards: rewards(size) }],
  ]),
  [
    "verifier",
    (size) => ({
      verifier: { valid: 0.9, invalid: 0.2, symbols: [...valid(size).keys()].filter((i) => valid(size)[i]) },
    }),
    (size) => [{ name: "verifier", valid: valid(size), pass: 0.9, fail: 0.2 }],
  ],
  [
    "all of them in their order",
    (size) => ({
      verifier: { valid: 1, invalid: 0, symbols: [...valid(size).keys()].filter((i) => valid(size)[i]) },
      curation: { choices: 2, rewards: rewards(size) },
      ...{ minP: 0.1, topP: 0.95, topK: 6, temperature: 1.5 },
    }),
    (size) => [
      { name: "temperature", temperature: 1.5 },
      { name: "top-k", k: 6 },
      { name: "top-p", mass: 0.95 },
      { name: "min-p", share: 0.1 },
      { name: "curation", choices: 2, rewards: rewards(size) },
      { name: "verifier", valid: valid(size), pass: 1, fail: 0 },
    ],
  ],
];

describe("a decoding rule", () => {
  it.each(RULES)("%s is that of the theory", (_, planOf, rulesOf) => {
    const random = new Generator(1).multinomial(
      400,
      Array.from({ length: 97 }, (_, i) => 1 / (i + 1)),
    );
    for (const counts of [...LISTS, [...random]]) {
      const size = counts.length;
      const fitted = new Shares(size);
      const out = new Shares(size);
      estimatorOf({ name: "ml", parameter: 0 })(tallyOf(counts), fitted);
      decodingOf(planOf(size), size)(fitted, out);
      let expected: Float64Array = Float64Array.from(counts);
      for (const rule of rulesOf(size)) expected = decode({ weights: expected, rule });
      expectClose(spread(out, size), expected, 2e-12);
    }
  });

  it("keeps of equals those that are listed first, in whatever order they were met", () => {
    const fitted = new Shares(6);
    const out = new Shares(6);
    estimatorOf({ name: "ml", parameter: 0 })(tallyOf([1, 4, 1, 1, 0, 1]), fitted);
    decodingOf({ topK: 3 }, 6)(fitted, out);
    expect([...spread(out, 6)].map((p) => p > 0)).toEqual([true, true, true, false, false, false]);
  });

  it("curation works where rewards are as far apart as they may be", () => {
    const fitted = new Shares(2);
    const out = new Shares(2);
    estimatorOf({ name: "ml", parameter: 0 })(tallyOf([1, 1]), fitted);
    decodingOf({ curation: { choices: 2, rewards: Float64Array.of(-1e6, 1e6) } }, 2)(fitted, out);
    // The better one of two, if it is among them.
    expectClose(spread(out, 2), Float64Array.of(0.25, 0.75), 1e-12);
  });

  it("a verifier that nothing can pass changes nothing", () => {
    const fitted = new Shares(2);
    const out = new Shares(2);
    estimatorOf({ name: "ml", parameter: 0 })(tallyOf([3, 1]), fitted);
    decodingOf({ verifier: { valid: 1, invalid: 0, symbols: [] } }, 2)(fitted, out);
    expectClose(spread(out, 2), Float64Array.of(0.75, 0.25), 1e-15);
  });
});
