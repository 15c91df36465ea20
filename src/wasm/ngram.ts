import type { Chain } from "../kernels/chain.ts";
import { LANES, roomFor } from "../kernels/ngram-room.ts";
import type { NgramPlan } from "../kernels/plans.ts";
import { popcount, REACH } from "../kernels/rows.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, u8, u32 } from "./memory.ts";
import type { Room } from "./room.ts";
import { fieldAt, layStructure } from "./structure.ts";

/** Copies numbers to memory of their own: the address. */
function put(memory: Room, values: Uint32Array): number {
  const at = memory.reserve(4 * values.length);
  u32(memory.wasm, at, values.length).set(values);
  return at;
}

/** Lays out the Ngram of assembly/chains/ngram/state.ts; what is left out of it is for the kernel to fill in. */
function layNgram(memory: Room, plan: NgramPlan): { at: number; stream: number } {
  const { wasm } = memory;
  const { Bytes, NgramAt, TextAt } = wasm;
  const { order, span, samples, vocabulary, types } = plan;
  const room = roomFor(plan);
  const spans = (plan.mask & 32) !== 0 ? room.spans : 0;
  const spare = (): number => {
    const tokens = memory.reserve(4 * room.tokens);
    const ends = memory.reserve(4 * room.pieces);
    return layStructure(memory, TextAt, { tokens, ends, length: 0, pieces: 0 });
  };
  const original = layStructure(memory, TextAt, {
    tokens: put(memory, plan.tokens),
    ends: put(memory, plan.ends),
    length: plan.tokens.length,
    pieces: plan.ends.length,
  });
  const stream = memory.reserve(Bytes.stream.value);
  const tally = memory.reserve(4 * (vocabulary + 1));
  u32(wasm, tally, vocabulary + 1).fill(0);
  const at = layStructure(memory, NgramAt, {
    ...{ stream, context: order - 1, span, samples, documents: plan.documents ? 1 : 0 },
    ...{ vocabulary, types, typeStarts: put(memory, plan.typeStarts), typeList: put(memory, plan.typeList) },
    ...{ table: memory.reserve(8 * room.table), tableMask: room.table - 1 },
    ...{ spans: memory.reserve(8 * spans), spansMask: room.spans - 1 },
    ...{ ids: memory.reserve(4 * room.slots), entries: memory.reserve(Bytes.context.value * room.slots) },
    ...{ tally, seen: memory.reserve(types), known: memory.reserve(types) },
    lanes: memory.reserve(LANES * wasm.laneBytes(order - 1)),
    ...{ original, even: spare(), odd: spare(), text: original },
    firstSlots: memory.reserve(Bytes.slot.value * room.slots),
    laterSlots: memory.reserve(Bytes.slot.value * room.slots),
  });
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
      const text = fieldAt(wasm, at, wasm.NgramAt, "text");
      const length = fieldAt(wasm, text, wasm.TextAt, "length");
      return u32(wasm, fieldAt(wasm, text, wasm.TextAt, "tokens"), length);
    },
  };
}
