// Wasm and the twin must give the same bits for every sampler, on every branch, from any state of the stream.

import { describe, expect, it } from "vitest";
import { gaussian } from "../../src/index.ts";
import type { Kernels } from "../../src/kernels/kernels.ts";
import type { ChainPlan } from "../../src/kernels/plans.ts";
import { Stream } from "../../src/kernels/stream.ts";
import { prefixSums, suffixSums, sum } from "../../src/kernels/sums.ts";
import { OPERATORS, type Tile } from "../../src/kernels/tiles.ts";
import { definitionOf } from "../../src/models/model.ts";
import { inRange } from "../../src/random/check.ts";
import { twin } from "../../src/reference/kernels.ts";
import { boxMuller } from "../../src/reference/random/box-muller.ts";
import { hasSpare, keepSpare, takeSpare, word53 } from "../../src/reference/random/stream.ts";
import { integerKey, MAX_INTEGER, seedKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { f64 } from "../../src/wasm/memory.ts";
import { instantiate } from "../../src/wasm/module.ts";
import fc from "../property.ts";

const wasm = wasmKernels();
type Fill = (kernels: Kernels, stream: Stream, out: Float64Array) => void;

/** A stream that has already given some words and, perhaps, holds a spare normal. */
function used(seed: number, words: number, spare: boolean): Stream {
  const stream = new Stream(integerKey(seed), integerKey(seed * 7));
  for (let i = 0; i < words; ++i) word53(stream);
  if (spare) boxMuller(stream);
  return stream;
}

/** Compares bytes: it tells 0 from -0, and is quick. */
function expectSameBits(a: Float64Array | Uint8Array, b: Float64Array | Uint8Array): void {
  const bytes = (x: typeof a) => Buffer.from(x.buffer, x.byteOffset, x.byteLength);
  if (bytes(a).equals(bytes(b))) return;
  expect([...a]).toEqual([...b]);
  expect.fail("the bits differ");
}

/** Wipes a spare that was used up: what is left of it has no meaning. */
function keepNothing(stream: Stream): void {
  keepSpare(stream, 0);
  takeSpare(stream);
}

function expectTwins(draw: Fill, seed: number, words: number, spare: boolean, count: number): void {
  const streams = [used(seed, words, spare), used(seed, words, spare)];
  const outs = [new Float64Array(count), new Float64Array(count)];
  draw(wasm, streams[0], outs[0]);
  draw(twin, streams[1], outs[1]);
  expectSameBits(outs[0], outs[1]);
  for (const stream of streams) if (!hasSpare(stream)) keepNothing(stream);
  expectSameBits(streams[0].bytes, streams[1].bytes);
}

const means = [0, 5e-324, 1e-20, 1e-13, 1e-5, 0.5, 1, 9.999, 10, 10.5, 33, 1e3, 1e6, 1e12, MAX_INTEGER];
const shapes = [1e-300, 1e-17, 1e-3, 0.01, 0.1, 0.5, 0.999, 1, 1.5, 4.5, 49.5, 9999, 10001, 1e8, MAX_INTEGER];
const trials = [0, 1, 2, 9, 10, 100, 1000, 10_000, 1e6, 1e12, MAX_INTEGER];
const probabilities = [
  0,
  5e-324,
  1e-20,
  1e-13,
  1e-9,
  0.001,
  0.01,
  0.3,
  0.5,
  0.7,
  0.99,
  1 - 1e-12,
  1 - 2 ** -53,
  1,
];
/** Marked, unmarked and drawn: all corners, both ways to a mean of 10 and a variance of 5, and the largest. */
const items = [
  [0, 0, 0],
  [0, 9, 5],
  [9, 0, 5],
  [9, 5, 0],
  [9, 5, 14],
  [1, MAX_INTEGER - 1, 1],
  [1, MAX_INTEGER - 1, 2 ** 20],
  [MAX_INTEGER - 1, 1, 5],
  [10, 90, 10],
  [19, 100, 40],
  [20, 100, 40],
  [21, 19, 20],
  [40, 40, 40],
  [39, 40, 40],
  [1000, 10_000, 109],
  [1000, 10_000, 111],
  [10_000, 1000, 10_900],
  [1e6, 1e9, 1e5],
  [1e6, 1e6, 1e6],
  [1e12, 3e12, 2e12],
  [2 ** 52, 2 ** 52 - 1, 2 ** 52 - 1],
  [2 ** 30, 2 ** 52, 2 ** 51],
];
const ranges = [
  1,
  2,
  3,
  10,
  2 ** 31 + 1,
  3 * 2 ** 30,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 32 + 1,
  2 ** 52 + 1,
  MAX_INTEGER,
];

const fills: [string, Fill][] = [
  ["uniform", (k, s, out) => k.fillUniform(s, out)],
  ["normal", (k, s, out) => k.fillNormal(s, out)],
  ["exponential", (k, s, out) => k.fillExponential(s, out)],
  ["Box–Muller", (k, s, out) => k.fillBoxMuller(s, out)],
  ...means.map((m): [string, Fill] => [`poisson(${m})`, (k, s, out) => k.fillPoisson(s, m, out)]),
  ...shapes.flatMap((a) =>
    [1e-3, 0.7, 2, 1e8].map((b): [string, Fill] => [
      `beta(${a}, ${b})`,
      (k, s, out) => k.fillBeta(s, a, b, out),
    ]),
  ),
  ...[1e-3, 0.7, 2.5, 1e5].flatMap((n) =>
    [1e-3, 0.1, 0.9, 1].map((p): [string, Fill] => [
      `negativeBinomial(${n}, ${p})`,
      (k, s, out) => k.fillNegativeBinomial(s, n, p, out),
    ]),
  ),
  ...[1.0001, 1.1, 2, 30, 1024].map((a): [string, Fill] => [
    `zipf(${a})`,
    (k, s, out) => k.fillZipf(s, a, out),
  ]),
  ...shapes.map((a): [string, Fill] => [`gamma(${a})`, (k, s, out) => k.fillGamma(s, a, out)]),
  ...ranges.map((r): [string, Fill] => [`integers(-5, ${r})`, (k, s, out) => k.fillIntegers(s, -5, r, out)]),
  ...trials.flatMap((n) =>
    probabilities.map((p): [string, Fill] => [
      `binomial(${n}, ${p})`,
      (k, s, out) => k.fillBinomial(s, n, p, 1 - p, out),
    ]),
  ),
  ...items.map(([m, u, d]): [string, Fill] => [
    `hypergeometric(${m}, ${u}, ${d})`,
    (k, s, out) => k.fillHypergeometric(s, m, u, d, out),
  ]),
];

describe("Wasm = twin", () => {
  it.each(fills)("%s", (_, draw) => {
    expectTwins(draw, 1, 0, false, 5000);
    for (let words = 0; words < 70; words += 3) expectTwins(draw, words, words, words % 2 === 1, 67 + words);
  });

  it("for any state of the stream and any length", () => {
    const kinds = fc.constantFrom(...fills);
    fc.assert(
      fc.property(
        kinds,
        fc.nat(1e6),
        fc.nat(130),
        fc.boolean(),
        fc.nat(300),
        ([, draw], seed, words, spare, n) => expectTwins(draw, seed, words, spare, n),
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  it("multinomial, with zeros and weights of any size", () => {
    const weight = fc.oneof(
      fc.constant(0),
      fc.constantFrom(5e-324, 1e-310, Number.MAX_VALUE),
      fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true }),
      fc.nat(100),
    );
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 1, maxLength: 60 }),
        fc.nat(MAX_INTEGER),
        fc.nat(),
        (w, n, seed) => {
          fc.pre(w.some((x) => x > 0));
          const weights = inRange(Float64Array.from(w));
          expectTwins((k, s, out) => k.multinomial(s, n, weights, out), seed, 0, false, w.length);
          const counts = new Float64Array(w.length);
          twin.multinomial(used(seed, 0, false), n, weights, counts);
          expect(counts.reduce((a, b) => a + b)).toBe(n);
          counts.forEach((c, i) => {
            expect(Number.isInteger(c) && c >= 0 && (weights[i] > 0 || c === 0)).toBe(true);
          });
        },
      ),
      { numRuns: 1000, seed: 2 },
    );
  });
});

describe("running sums", () => {
  const x = new Float64Array(1001);
  twin.fillNormal(used(5, 0, false), x);
  const positive = x.map((v) => v * v * 1e10 ** v);

  it("compensated, prefix and suffix sums have the twin's bits", () => {
    const exports = instantiate();
    const from = exports.reserve(8 * x.length);
    const to = exports.reserve(8 * x.length);
    f64(exports, from, x.length).set(positive);
    expect(exports.sum(from, x.length)).toBe(sum(positive));
    const expected = new Float64Array(x.length);
    exports.prefixSums(from, to, x.length);
    prefixSums(positive, expected, x.length);
    expect(f64(exports, to, x.length).slice()).toEqual(expected);
    exports.suffixSums(from, to, x.length);
    suffixSums(positive, expected, x.length);
    expect(f64(exports, to, x.length).slice()).toEqual(expected);
  });

  it("a compensated sum keeps what a plain one loses", () => {
    const hard = Float64Array.of(1, 1e100, 1, -1e100);
    expect(sum(hard)).toBe(2);
  });

  it("reads rows as the twin does, in its memory and of others", () => {
    const plan = definitionOf(gaussian({ samples: 10 })).plan(gaussian({ samples: 10 }), 2, 2);
    const chain = wasm.chain(plan as ChainPlan, seedKey(3));
    chain.start(0, 32);
    const rows = chain.advance(200, new Uint8Array(200));
    const elsewhere = rows.slice();
    for (const [first, count] of [
      [0, 200],
      [1, 199],
      [77, 16],
      [199, 1],
      [5, 3],
    ]) {
      const tile = { rows, at: first, stride: 200, trajectories: 31, count };
      const others = { ...tile, rows: elsewhere };
      const moments = (kernels: Kernels, tile: Tile) => {
        const [mean, squares] = [new Float64Array(300), new Float64Array(300)];
        kernels.moments(tile, mean, squares, 50);
        return [mean, squares];
      };
      expect(moments(wasm, tile)).toEqual(moments(twin, others));
      expect(moments(wasm, others)).toEqual(moments(twin, others));
      for (const operator of OPERATORS) {
        for (const value of [0.5, 0.9, 1, 1.1, elsewhere[77], Number.NaN]) {
          const condition = { operator, values: operator === "!=" ? [value, elsewhere[78]] : [value] };
          const watch = (kernels: Kernels, tile: Tile) => {
            const [held, counts] = [new Float64Array(31), new Float64Array(300).fill(1)];
            kernels.watch(tile, condition, held, counts);
            return [held, counts];
          };
          expect(watch(wasm, tile)).toEqual(watch(twin, others));
        }
      }
    }
  });
});
