import { popcount, REACH } from "../kernels/rows.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";

/** Trajectories that run side by side, and the rows that a kernel writes of them. */
export interface Trajectories {
  /** Their address, and that of the rows. */
  readonly at: number;
  readonly rows: number;
  /** How many are under way. */
  readonly running: number;
  /** Puts trajectories first, …, first + count - 1 at generation 0. */
  start(first: number, count: number): void;
  /** The rows of so many generations. */
  written(generations: number): Float64Array;
}

/** Room for `width` of them. Each begins with these numbers; for their meaning see the kernel. */
export function layTrajectories(
  memory: Room,
  width: number,
  mask: number,
  seed: Key,
  values: readonly [number, number, number] = [0, 0, 0],
): Trajectories {
  const { wasm } = memory;
  const observables = popcount(mask);
  const at = memory.reserve(width * wasm.Bytes.trajectory.value);
  const rows = memory.reserve(width * observables * REACH * 8);
  let running = 0;
  return {
    at,
    rows,
    get running() {
      return running;
    },
    start(first, count) {
      const { low, high } = integerKey(first);
      wasm.startTrajectories(at, count, seed.low, seed.high, low, high, ...values);
      running = count;
    },
    written: (generations) => f64(wasm, rows, running * observables * generations),
  };
}
