import type { Chunk } from "./chunk.ts";
import type { Task } from "./task.ts";

/** Trajectories with neighbouring numbers, and what each of them went through. */
export interface Trajectories {
  /** The number of the first of them, from 0. */
  readonly first: number;
  readonly count: number;
  /** The recorded generations. */
  readonly generations: readonly number[];
  /**
   * Of each recorded observable, a number for each trajectory and recorded generation, trajectory after trajectory:
   * that of trajectory `first + t` at `generations[i]` is number `t * generations.length + i`.
   */
  readonly observables: Readonly<Record<string, Float64Array>>;
  /**
   * Of each event of `survival`, a number for each trajectory: the first generation at which it did not hold; NaN where
   * it held to the last one (censored).
   */
  readonly timeTo: Readonly<Record<string, Float64Array>>;
}

/** What a chunk has of all its trajectories. */
export function trajectoriesOf({ first, count, records, times }: Chunk, { checked }: Task): Trajectories {
  const { events, generations, experiment } = checked;
  const length = generations.length;
  const { numbers, stride, at } = records;
  const each = experiment.observables.map((name, o) => {
    const all = new Float64Array(count * length);
    for (let i = 0; i < length; ++i) {
      const from = (o * length + i) * stride + at;
      for (let t = 0, to = i; t < count; ++t, to += length) all[to] = numbers[from + t];
    }
    return [name, all] as const;
  });
  const timeTo = events.map(({ text }, e) => [text, times.slice(e * count, (e + 1) * count)] as const);
  return {
    ...{ first, count, generations },
    ...{ observables: Object.fromEntries(each), timeTo: Object.fromEntries(timeTo) },
  };
}
