import { absorbingSize, type CategoricalPlan, type Chain, popcount } from "../kernels/kernels.ts";
import { beginnings, positionsRoom, scatter } from "../reference/chains/categorical/vocabulary.ts";
import { TABLED_COUNT } from "../reference/chains/transitions.ts";
import { STREAM_BYTES } from "../reference/random/stream.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, u8, u32 } from "./memory.ts";
import type { Room } from "./room.ts";
import { layTables } from "./tables.ts";

const REACH = 512;
/** The methods, by their numbers in assembly/chains/categorical.ts. */
const methodOf = ({ bySamples, splitting }: CategoricalPlan) => (bySamples ? 2 : splitting ? 1 : 0);

/** Lays out the Vocabulary of assembly/chains/categorical/vocabulary.ts. */
function layVocabulary(memory: Room, { weights, samples }: CategoricalPlan) {
  const { wasm } = memory;
  const begin = beginnings(weights);
  const size = begin.counts.length;
  const room = positionsRoom(samples, size);
  const at = memory.reserve(80);
  const tables = layTables(memory, TABLED_COUNT);
  const stream = memory.reserve(STREAM_BYTES);
  const counts = memory.reserve(8 * size);
  const symbols = memory.reserve(4 * size);
  const start = memory.reserve(8 * weights.length);
  const suffix = memory.reserve(8 * (size + 1));
  const next = memory.reserve(8 * size);
  const died = memory.reserve(4 * weights.length);
  const dead = memory.reserve(4 * size);
  const positions = memory.reserve(16 * room);
  const whole = begin.whole && begin.total === samples ? 1 : 0;
  f64(wasm, start, weights.length).set(begin.start);
  f64(wasm, suffix, size + 1).set(begin.suffix);
  const reset = (): void => {
    f64(wasm, counts, size).set(begin.counts);
    u32(wasm, symbols, size).set(begin.symbols);
    u32(wasm, died, weights.length).fill(0);
    u32(wasm, at, 10).set([stream, counts, symbols, start, suffix, next, died, size, 0, whole]);
    f64(wasm, at + 40, 3).set([samples, begin.total, 0]);
    u32(wasm, at + 64, 4).set([dead, positions, room, tables]);
  };
  const scatterTo = (living: number, out: Float64Array): void =>
    scatter(f64(wasm, counts, living), u32(wasm, symbols, living), living, out);
  return { at, stream, died, reset, scatter: scatterTo };
}

export function categoricalChain(memory: Room, plan: CategoricalPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { mask, watched } = plan;
  const observables = popcount(mask);
  const vocabulary = layVocabulary(memory, plan);
  const rows = memory.reserve(observables * REACH * 8);
  const flags = memory.reserve(REACH);
  const living = () => u32(wasm, vocabulary.at, 8)[7];
  const byPoisson = plan.byPoisson ? 1 : 0;
  const method = methodOf(plan);
  return {
    width: 1,
    reach: REACH,
    start(first) {
      const { low, high } = integerKey(first);
      wasm.startStream(vocabulary.stream, seed.low, seed.high, low, high);
      vocabulary.reset();
    },
    advance(generations, recorded) {
      u8(wasm, flags, generations).set(recorded.subarray(0, generations));
      wasm.categorical(vocabulary.at, generations, rows, mask, watched, flags, byPoisson, method);
      return f64(wasm, rows, observables * generations);
    },
    absorbed: () => living() <= absorbingSize(plan),
    living,
    counts: (out) => vocabulary.scatter(living(), out),
    died: () => u32(wasm, vocabulary.died, plan.weights.length),
  };
}
