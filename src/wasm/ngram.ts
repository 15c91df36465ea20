import { type Chain, type NgramPlan, popcount } from "../kernels/kernels.ts";
import { DRAWS, LANES, roomFor } from "../reference/chains/ngram/state.ts";
import { STREAM_BYTES } from "../reference/random/stream.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, u8, u32 } from "./memory.ts";
import type { Room } from "./room.ts";

const REACH = 512;
const SLOT_BYTES = 16;
const NGRAM_BYTES = 128;
const TEXT_BYTES = 16;
/** Room for a document: its head and its tokens. It is enough for a walker too. */
const laneBytes = (order: number): number => 12 + 4 * (order + DRAWS);

/** Where in an Ngram, counted in 32-bit elements, the current text is. */
const TEXT = 25;

/** Copies numbers to memory of their own: the address. */
function put(memory: Room, values: Uint32Array): number {
  const at = memory.reserve(4 * values.length);
  u32(memory.wasm, at, values.length).set(values);
  return at;
}

/** A Text of assembly/chains/ngram/state.ts: two addresses and two lengths. */
function layText(memory: Room, tokens: number, ends: number, length: number, pieces: number): number {
  const at = memory.reserve(TEXT_BYTES);
  u32(memory.wasm, at, 4).set([tokens, ends, length, pieces]);
  return at;
}

/** Lays out the Ngram of assembly/chains/ngram/state.ts; what is left out at its end is for the kernel to fill in. */
function layNgram(memory: Room, plan: NgramPlan): { at: number; stream: number } {
  const { tokens, ends, order, span, samples, documents, vocabulary, types, mask } = plan;
  const room = roomFor(plan);
  const novelty = (mask & 32) !== 0;
  const spare = () => {
    const written = memory.reserve(4 * room.tokens);
    return layText(memory, written, memory.reserve(4 * room.pieces), 0, 0);
  };
  const stream = memory.reserve(STREAM_BYTES);
  const tally = memory.reserve(4 * (vocabulary + 1));
  u32(memory.wasm, tally, vocabulary + 1).fill(0);
  const layout = [
    ...[stream, order - 1, span, samples, documents ? 1 : 0, vocabulary, types],
    ...[put(memory, plan.typeStarts), put(memory, plan.typeList)],
    ...[memory.reserve(8 * room.table), room.table - 1],
    ...[memory.reserve(novelty ? 8 * room.spans : 0), room.spans - 1],
    ...[memory.reserve(4 * room.slots), memory.reserve(16 * room.slots)],
    ...[tally, memory.reserve(types), memory.reserve(types), memory.reserve(LANES * laneBytes(order))],
    layText(memory, put(memory, tokens), put(memory, ends), tokens.length, ends.length),
    ...[spare(), spare()],
    ...[memory.reserve(SLOT_BYTES * room.slots), memory.reserve(SLOT_BYTES * room.slots)],
  ];
  const at = memory.reserve(NGRAM_BYTES);
  u32(memory.wasm, at, layout.length).set(layout);
  return { at, stream };
}

export function ngramChain(memory: Room, plan: NgramPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { mask, watched } = plan;
  const observables = popcount(mask);
  const { at, stream } = layNgram(memory, plan);
  const rows = memory.reserve(observables * REACH * 8);
  const flags = memory.reserve(REACH);
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
