import type { Kernels, Moments } from "../kernels.ts";
import { twin } from "../reference/kernels.ts";
import { STREAM_BYTES, type Stream } from "../reference/random/stream.ts";
import { categoricalChain } from "./categorical.ts";
import { scalarChain } from "./chains.ts";
import { f64, reserve, u8 } from "./memory.ts";
import { type Exports, instantiate } from "./module.ts";
import { ngramChain } from "./ngram.ts";

/** Numbers made in one call: with the stream, they stay in the processor's nearest cache. */
const BLOCK = 2048;

/** Fewer numbers than this are made sooner by the twin than a stream is lent. */
const FEW = 8;

/** The kernels in WebAssembly. Throws where WebAssembly is refused. */
export function wasmKernels(): Kernels {
  const wasm = instantiate();
  const lent = reserve(wasm, STREAM_BYTES);
  const block = reserve(wasm, BLOCK * 8);
  let lentBytes = u8(wasm, lent, STREAM_BYTES);
  let made = f64(wasm, block, BLOCK);

  /** Lends the stream to `draw`, block by block, and copies what it made to the caller's array. */
  function fill(stream: Stream, out: Float64Array, draw: (count: number) => void): void {
    if (made.length === 0) {
      // The memory has grown, which empties the views of it.
      lentBytes = u8(wasm, lent, STREAM_BYTES);
      made = f64(wasm, block, BLOCK);
    }
    lentBytes.set(stream.bytes);
    const { length } = out;
    let done = 0;
    for (; done + BLOCK <= length; done += BLOCK) {
      draw(BLOCK);
      out.set(made, done);
    }
    const rest = length - done;
    if (rest > 0) draw(rest);
    if (rest > 32) out.set(made.subarray(0, rest), done);
    else for (let i = 0; i < rest; ++i) out[done + i] = made[i];
    stream.bytes.set(lentBytes);
  }

  return {
    backend: "wasm",
    fillUniform(stream, out) {
      if (out.length < FEW) twin.fillUniform(stream, out);
      else fill(stream, out, (count) => wasm.fillUniform(lent, block, count));
    },
    fillIntegers(stream, low, range, out) {
      if (out.length < FEW) twin.fillIntegers(stream, low, range, out);
      else fill(stream, out, (count) => wasm.fillIntegers(lent, low, range, block, count));
    },
    fillNormal(stream, out) {
      if (out.length < FEW) twin.fillNormal(stream, out);
      else fill(stream, out, (count) => wasm.fillNormal(lent, block, count));
    },
    fillGamma(stream, shape, out) {
      if (out.length < FEW) twin.fillGamma(stream, shape, out);
      else fill(stream, out, (count) => wasm.fillGamma(lent, shape, block, count));
    },
    fillPoisson(stream, mean, out) {
      if (out.length < FEW) twin.fillPoisson(stream, mean, out);
      else fill(stream, out, (count) => wasm.fillPoisson(lent, mean, block, count));
    },
    fillBinomial(stream, n, p, q, out) {
      if (out.length < FEW) twin.fillBinomial(stream, n, p, q, out);
      else fill(stream, out, (count) => wasm.fillBinomial(lent, n, p, q, block, count));
    },
    multinomial: (stream, n, weights, counts) => multinomial(wasm, lent, stream, n, weights, counts),
    chain(plan, seed) {
      if (plan.kind === "ngram") return ngramChain(plan, seed);
      return plan.kind === "categorical" ? categoricalChain(plan, seed) : scalarChain(plan, seed);
    },
    moments,
  };
}

/** The one fill whose room depends on the caller: it is taken back after each call. */
function multinomial(
  wasm: Exports,
  lent: number,
  stream: Stream,
  n: number,
  weights: Float64Array,
  counts: Float64Array,
): void {
  const size = weights.length;
  const from = reserve(wasm, 16 * size + 8); // the kernel reads, and disregards, a number past the end
  const to = from + 8 * size;
  u8(wasm, lent, STREAM_BYTES).set(stream.bytes);
  f64(wasm, from, size).set(weights);
  wasm.multinomial(lent, n, from, to, size);
  counts.set(f64(wasm, to, size));
  stream.bytes.set(u8(wasm, lent, STREAM_BYTES));
  wasm.reset(from);
}

function moments(width: number): Moments {
  const wasm = instantiate();
  const mean = reserve(wasm, 8 * width);
  const squares = reserve(wasm, 8 * width);
  const row = reserve(wasm, 8 * width);
  f64(wasm, mean, width).fill(0);
  f64(wasm, squares, width).fill(0);
  let rows = 0;
  return {
    add(values) {
      f64(wasm, row, width).set(values);
      wasm.addRow(mean, squares, row, width, ++rows);
    },
    mean: () => f64(wasm, mean, width).slice(),
    squares: () => f64(wasm, squares, width).slice(),
  };
}
