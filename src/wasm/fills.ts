// Arrays filled in WebAssembly.
import type { Fills } from "../kernels/fills.ts";
import type { Stream } from "../kernels/stream.ts";
import { type Arena, FILL } from "./arena.ts";
import type { FillExports } from "./instance.ts";
import { f64, u8 } from "./memory.ts";

/** Makes `count` numbers at address `to` from the stream at address `at`. */
type Draw = (wasm: FillExports, at: number, to: number, count: number) => void;

/** Where a stream that is lent stands. */
const lentTo = ({ wasm, stream }: Arena): Uint8Array => u8(wasm, stream, wasm.Bytes.stream.value);

/** The fills of the module that has this memory. They throw where WebAssembly is refused. */
export function fillsIn(arena: () => Arena): Fills {
  let open: Arena | undefined;
  let lentBytes: Uint8Array = new Uint8Array();
  let made: Float64Array = new Float64Array();

  /** Lends the stream to `draw`, block by block, and copies what it made to the caller's array. */
  function fill(stream: Stream, out: Float64Array, draw: Draw): void {
    const memory = arena();
    // Views of a memory that has grown are empty.
    if (memory !== open || made.length === 0) {
      open = memory;
      lentBytes = lentTo(memory);
      made = f64(memory.wasm, memory.numbers, FILL);
    }
    lentBytes.set(stream.bytes);
    const { length } = out;
    let done = 0;
    for (; done + FILL <= length; done += FILL) {
      draw(memory.wasm, memory.stream, memory.numbers, FILL);
      out.set(made, done);
    }
    const rest = length - done;
    if (rest > 0) draw(memory.wasm, memory.stream, memory.numbers, rest);
    if (rest > 32) out.set(made.subarray(0, rest), done);
    else for (let i = 0; i < rest; ++i) out[done + i] = made[i];
    stream.bytes.set(lentBytes);
  }

  return {
    fillUniform(stream, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillUniform(at, to, count));
    },
    fillIntegers(stream, low, range, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillIntegers(at, low, range, to, count));
    },
    fillNormal(stream, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillNormal(at, to, count));
    },
    fillBoxMuller(stream, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillBoxMuller(at, to, count));
    },
    fillExponential(stream, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillExponential(at, to, count));
    },
    fillGamma(stream, shape, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillGamma(at, shape, to, count));
    },
    fillBeta(stream, a, b, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillBeta(at, a, b, to, count));
    },
    fillNegativeBinomial(stream, n, p, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillNegativeBinomial(at, n, p, to, count));
    },
    fillZipf(stream, a, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillZipf(at, a, to, count));
    },
    fillPoisson(stream, mean, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillPoisson(at, mean, to, count));
    },
    fillPoissonOf(stream, scale, weights, counts) {
      counts.set(weights);
      const memory = arena();
      const { wasm, stream: at, numbers } = memory;
      lentTo(memory).set(stream.bytes);
      const block = f64(wasm, numbers, FILL);
      for (let done = 0; done < counts.length; done += FILL) {
        const part = counts.subarray(done, done + FILL);
        block.set(part);
        wasm.fillPoissonOf(at, scale, numbers, part.length);
        part.set(block.subarray(0, part.length));
      }
      stream.bytes.set(lentTo(memory));
    },
    fillBinomial(stream, n, p, q, out) {
      fill(stream, out, (wasm, at, to, count) => wasm.fillBinomial(at, n, p, q, to, count));
    },
    fillHypergeometric(stream, marked, unmarked, draws, out) {
      fill(stream, out, (wasm, at, to, count) =>
        wasm.fillHypergeometric(at, marked, unmarked, draws, to, count),
      );
    },
    multinomial: (stream, n, weights, counts) =>
      count(arena(), stream, weights, counts, (wasm, at, from, to, size) =>
        wasm.multinomial(at, n, from, to, size),
      ),
    multinomialOf: (stream, n, weights, counts) =>
      count(arena(), stream, weights, counts, (wasm, at, from, to, size) =>
        wasm.multinomialOf(at, n, from, to, size, to + 8 * size),
      ),
  };
}

type Count = (wasm: FillExports, at: number, from: number, to: number, size: number) => void;

/** The fills whose room depends on the caller: where it is much, it is given back after each call. */
function count(
  memory: Arena,
  stream: Stream,
  weights: Float64Array,
  counts: Float64Array,
  draw: Count,
): void {
  const { wasm, stream: lent } = memory;
  const size = weights.length;
  // multinomial() reads, and disregards, a number past the end; multinomialOf() keeps one every 16 weights there.
  const bytes = 16 * size + 8 * Math.ceil(size / 16);
  const block = bytes > 8 * FILL ? memory.reserve(bytes) : undefined;
  const from = block?.at ?? memory.numbers;
  const to = from + 8 * size;
  lentTo(memory).set(stream.bytes);
  f64(wasm, from, size).set(weights);
  draw(wasm, lent, from, to, size);
  counts.set(f64(wasm, to, size));
  stream.bytes.set(lentTo(memory));
  if (block) memory.release(block);
}
