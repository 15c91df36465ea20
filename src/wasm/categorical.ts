import { absorbingSize } from "../kernels/absorbing.ts";
import type { Chain } from "../kernels/chain.ts";
import type { CategoricalPlan } from "../kernels/plans.ts";
import { popcount, REACH } from "../kernels/rows.ts";
import { beginnings, countsAreDoubles, positionsRoom, scatter } from "../kernels/vocabulary.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, u8, u32 } from "./memory.ts";
import type { Room } from "./room.ts";
import { fieldAt, layStructure } from "./structure.ts";

/** The methods, by their numbers in assembly/chains/categorical.ts. */
const methodOf = ({ bySamples, splitting }: CategoricalPlan) => (bySamples ? 2 : splitting ? 1 : 0);

/** Lays out the Vocabulary of assembly/chains/categorical/vocabulary.ts. */
function layVocabulary(memory: Room, plan: CategoricalPlan) {
  const { wasm } = memory;
  const { weights, samples } = plan;
  const begin = beginnings(weights);
  const size = begin.counts.length;
  const room = positionsRoom(samples, size);
  const doubles = countsAreDoubles(plan);
  const places = {
    stream: memory.reserve(wasm.Bytes.stream.value),
    counts: memory.reserve(8 * size),
    symbols: memory.reserve(4 * size),
    start: memory.reserve(8 * weights.length),
    suffix: memory.reserve(8 * (size + 1)),
    next: memory.reserve(8 * size),
    died: memory.reserve(4 * weights.length),
    dead: memory.reserve(4 * size),
    positions: memory.reserve(16 * room),
  };
  const { stream, counts, symbols, died } = places;
  const at = layStructure(memory, wasm.VocabularyAt, {
    ...places,
    room,
    living: size,
    doubles: doubles ? 1 : 0,
  });
  const whole = begin.whole && begin.total === samples ? 1 : 0;
  f64(wasm, places.start, weights.length).set(begin.start);
  f64(wasm, places.suffix, size + 1).set(begin.suffix);
  /** A view of counts; weights are doubles always. */
  const ofCounts = doubles ? f64 : u32;
  const reset = (): void => {
    (whole ? ofCounts : f64)(wasm, counts, size).set(begin.counts);
    u32(wasm, symbols, size).set(begin.symbols);
    u32(wasm, died, weights.length).fill(0);
    wasm.categoricalStart(at, size, samples, begin.total, whole);
  };
  const living = (): number => fieldAt(wasm, at, wasm.VocabularyAt, "living");
  const scatterTo = (out: Float64Array): void => {
    const left = living();
    const weighted = whole === 0 && fieldAt(wasm, at, wasm.VocabularyAt, "generation") === 0;
    scatter((weighted ? f64 : ofCounts)(wasm, counts, left), u32(wasm, symbols, left), left, out);
  };
  return { at, stream, died, living, reset, scatter: scatterTo };
}

export function categoricalChain(memory: Room, plan: CategoricalPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { mask, watched } = plan;
  const observables = popcount(mask);
  const vocabulary = layVocabulary(memory, plan);
  const rows = memory.reserve(observables * REACH * 8);
  const flags = memory.reserve(REACH);
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
    absorbed: () => vocabulary.living() <= absorbingSize(plan),
    living: vocabulary.living,
    counts: vocabulary.scatter,
    died: () => u32(wasm, vocabulary.died, plan.weights.length),
  };
}
