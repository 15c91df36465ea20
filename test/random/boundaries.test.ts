// Fills decide by tables and bounds what single draws decide by walks and logarithms. The words here sit on both sides
// of every such decision, a unit in the last place apart.

import { expect, it } from "vitest";
import type { Kernels } from "../../src/kernels/kernels.ts";
import { Stream, WORDS } from "../../src/kernels/stream.ts";
import { twin } from "../../src/reference/kernels.ts";
import { binomial } from "../../src/reference/random/binomial.ts";
import { hypergeometric } from "../../src/reference/random/hypergeometric.ts";
import { reduced } from "../../src/reference/random/hypergeometric-law.ts";
import { poisson } from "../../src/reference/random/poisson.ts";
import { integerKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import fc from "../property.ts";
import { least, POSITION, streamOf, UNITS } from "./words.ts";

const wasm = wasmKernels();

interface Sampler {
  draw(stream: Stream): number;
  fill(kernels: Kernels, stream: Stream, out: Float64Array): void;
}

const ofPoisson = (mean: number): Sampler => ({
  draw: (stream) => poisson(stream, mean),
  fill: (kernels, stream, out) => kernels.fillPoisson(stream, mean, out),
});

const ofBinomial = (n: number, p: number): Sampler => ({
  draw: (stream) => binomial(stream, n, p, 1 - p),
  fill: (kernels, stream, out) => kernels.fillBinomial(stream, n, p, 1 - p, out),
});

const ofHypergeometric = (marked: number, unmarked: number, draws: number): Sampler => ({
  draw: (stream) => hypergeometric(stream, marked, unmarked, draws),
  fill: (kernels, stream, out) => kernels.fillHypergeometric(stream, marked, unmarked, draws, out),
});

const around = (value: number) =>
  [-2, -1, 0, 1, 2].map((step) => Math.min(Math.max(value + step, 0), UNITS - 1));

const same = (a: Float64Array | Uint8Array, b: Float64Array | Uint8Array): boolean =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));

/** Draws from the words given, one by one and by both fills, as long as there are two words left. */
function expectSame({ draw, fill }: Sampler, units: readonly number[]): void {
  const stream = streamOf(units);
  const single: number[] = [];
  while (stream.u32[POSITION] < WORDS - 1) single.push(draw(stream));
  for (const kernels of [wasm, twin]) {
    const other = streamOf(units);
    const out = new Float64Array(single.length);
    fill(kernels, other, out);
    // Bytes first: thousands of lists are compared, and `toEqual` takes most of the time.
    if (!same(out, Float64Array.from(single))) expect([...out]).toEqual(single);
    if (!same(other.bytes, stream.bytes)) expect(other.bytes).toEqual(stream.bytes);
  }
}

function checkInversion(sampler: Sampler): void {
  const walk = (value: number) => sampler.draw(streamOf([value]));
  const edges = [0, UNITS - 1];
  const step = Math.sign(walk(UNITS - 1) - walk(0));
  for (let at = 0; at < UNITS - 1; ) {
    const here = walk(at);
    const next = least(at, UNITS, (value) => step * (walk(value) - here) > 0);
    edges.push(...around(next));
    at = next;
  }
  // Tables are made for long fills, and kept.
  for (const kernels of [wasm, twin]) sampler.fill(kernels, streamOf([]), new Float64Array(100));
  for (let i = 0; i < edges.length; i += 60) expectSame(sampler, edges.slice(i, i + 60));
}

it("inversion, at every threshold", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 9.999999, noNaN: true }), (mean) =>
      checkInversion(ofPoisson(mean)),
    ),
    { numRuns: 60, seed: 1, examples: [[3], [1], [0.5], [1e-20]] },
  );
  const chance = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), chance, fc.boolean(), (n, p, flip) => {
      fc.pre(n * p < 10);
      checkInversion(ofBinomial(n, flip ? 1 - p : p));
    }),
    { numRuns: 60, seed: 2 },
  );
  const count = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 119 }), (marked, unmarked, draws) => {
      fc.pre(draws < marked + unmarked && reduced(marked, unmarked, draws).law.isNarrow);
      checkInversion(ofHypergeometric(marked, unmarked, draws));
    }),
    {
      numRuns: 60,
      seed: 3,
      examples: [
        [40, 39, 39],
        [30, 1e6, 1e5],
      ],
    },
  );
});

function checkRejection(sampler: Sampler, seed: number): void {
  const random = new Float64Array(200);
  twin.fillUniform(new Stream(integerKey(seed), integerKey(0)), random);
  const units: number[] = [];
  for (const uniform of random) {
    const u = Math.floor(uniform * UNITS);
    // v = 1 - uniform: the higher the word, the likelier it is accepted.
    const accepts = (word: number) => {
      const stream = streamOf([u, word, UNITS / 2, UNITS - 1]); // then a pair that is surely accepted
      sampler.draw(stream);
      return stream.u32[POSITION] === 2;
    };
    const edge = least(0, UNITS, accepts);
    if (edge === 0 || edge === UNITS) continue;
    for (const word of around(edge)) units.push(u, word);
  }
  for (let i = 0; i + WORDS <= units.length; i += WORDS) expectSame(sampler, units.slice(i, i + WORDS));
}

it("rejection, where acceptance hangs on the last place", () => {
  for (const mean of [10, 10.5, 33, 300, 5000, 1e6]) checkRejection(ofPoisson(mean), 3);
  for (const [n, p] of [
    [20, 0.5],
    [100, 0.2],
    [1000, 0.4],
    [1000, 0.9],
    [1e6, 0.3],
  ]) {
    checkRejection(ofBinomial(n, p), 4);
  }
  for (const [marked, unmarked, draws] of [
    [50, 50, 50],
    [300, 1000, 50],
    [2000, 1000, 1000],
    [1e4, 1e5, 1e5],
    [1e6, 1e9, 1e5],
  ]) {
    checkRejection(ofHypergeometric(marked, unmarked, draws), 5);
  }
});
