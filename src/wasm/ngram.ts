import { type Chain, type NgramPlan, popcount } from "../kernels.ts";
import { DRAWS, LANES, roomFor } from "../reference/chains/ngram/state.ts";
import { STREAM_BYTES } from "../reference/random/stream.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, reserve, u8, u32 } from "./memory.ts";
import { type Exports, instantiate } from "./module.ts";

const REACH = 512;
const SLOT_BYTES = 16;
const NGRAM_BYTES = 128;
const TEXT_BYTES = 16;
/** Room for a document: its head and its tokens. It is enough for a walker too. */
const laneBytes = (order: number): number => 12 + 4 * (order + DRAWS);

/** Where in an Ngram, counted in 32-bit elements, the current text is. */
const TEXT = 25;

/** Copies numbers to memory of their own: the address. */
function put(wasm: Exports, values: Uint32Array): number {
  const at = reserve(wasm, 4 * values.length);
  u32(wasm, at, values.length).set(values);
  return at;
}

/** A Text of assembly/chains/ngram/state.ts: two addresses and two lengths. */
function layText(wasm: Exports, tokens: number, ends: number, length: number, pieces: number): number {
  const at = reserve(wasm, TEXT_BYTES);
  u32(wasm, at, 4).set([tokens, ends, length, pieces]);
  return at;
}

/** Lays out the Ngram of assembly/chains/ngram/state.ts; what is left out at its end is for the kernel to fill in. */
function layNgram(wasm: Exports, plan: NgramPlan): { at: number; stream: number } {
  const { tokens, ends, order, span, samples, documents, vocabulary, types, mask } = plan;
  const room = roomFor(plan);
  const novelty = (mask & 32) !== 0;
  const spare = () => {
    const written = reserve(wasm, 4 * room.tokens);
    return layText(wasm, written, reserve(wasm, 4 * room.pieces), 0, 0);
  };
  const stream = reserve(wasm, STREAM_BYTES);
  const tally = reserve(wasm, 4 * (vocabulary + 1));
  u32(wasm, tally, vocabulary + 1).fill(0);
  const layout = [
    ...[stream, order - 1, span, samples, documents ? 1 : 0, vocabulary, types],
    ...[put(wasm, plan.typeStarts), put(wasm, plan.typeList)],
    ...[reserve(wasm, 8 * room.table), room.table - 1],
    ...[reserve(wasm, novelty ? 8 * room.spans : 0), room.spans - 1],
    ...[reserve(wasm, 4 * room.slots), reserve(wasm, 16 * room.slots)],
    ...[tally, reserve(wasm, types), reserve(wasm, types), reserve(wasm, LANES * laneBytes(order))],
    layText(wasm, put(wasm, tokens), put(wasm, ends), tokens.length, ends.length),
    ...[spare(), spare()],
    ...[reserve(wasm, SLOT_BYTES * room.slots), reserve(wasm, SLOT_BYTES * room.slots)],
  ];
  const at = reserve(wasm, NGRAM_BYTES);
  u32(wasm, at, layout.length).set(layout);
  return { at, stream };
}

export function ngramChain(plan: NgramPlan, seed: Key): Chain {
  const wasm = instantiate();
  const { mask, watched } = plan;
  const observables = popcount(mask);
  const { at, stream } = layNgram(wasm, plan);
  const rows = reserve(wasm, observables * REACH * 8);
  const flags = reserve(wasm, REACH);
  wasm.ngramBegin(at, rows, mask);
  const initial = [...f64(wasm, rows, observables)];
  return {
    width: 1,
    reach: REACH,
    initial,
    start(first) {
      const { low, high } = integerKey(first);
      wasm.startStream(stream, seed.low, seed.high, low, high);
      wasm.ngramStart(at);
    },
    advance(generations, recorded) {
      u8(wasm, flags, generations).set(recorded.subarray(0, generations));
      wasm.ngram(at, generations, rows, mask, watched, flags);
      return f64(wasm, rows, observables * generations);
    },
    died: () => new Uint32Array(0),
    text() {
      const [tokens, , length] = u32(wasm, u32(wasm, at, TEXT + 1)[TEXT], 3);
      return u32(wasm, tokens, length);
    },
  };
}
