import type { Kernels } from "../kernels/kernels.ts";
import * as twin from "../kernels/tiles.ts";
import { FILL } from "./arena.ts";
import { f64 } from "./memory.ts";
import type { Exports } from "./module.ts";
import { arena } from "./room.ts";

/** Numbers of a trajectory that one call may read; half as many values of a condition, and as many trajectories. */
const MOST = FILL / 2;

/** Whether numbers are in this memory, with one more behind them, which the kernels may read and disregard. */
const isHere = ({ buffer, byteOffset, length }: Float64Array, { memory }: Exports): boolean =>
  buffer === memory.buffer && byteOffset + 8 * length + 8 <= buffer.byteLength;

/** What is read from rows in the memory of this thread; of others, such as those of families with lists, by the twin. */
export const tiles: Pick<Kernels, "moments" | "watch"> = {
  moments(tile, mean, squares, to) {
    const { wasm, numbers } = arena();
    const { rows, at, stride, trajectories, count } = tile;
    if (!isHere(rows, wasm) || count >= MOST) return twin.moments(tile, mean, squares, to);
    const second = numbers + 8 * MOST;
    wasm.moments(rows.byteOffset + 8 * at, 8 * stride, trajectories, count, numbers, second);
    mean.set(f64(wasm, numbers, count), to);
    squares.set(f64(wasm, second, count), to);
  },
  watch(tile, condition, held, counts) {
    const { wasm, numbers } = arena();
    const { rows, at, stride, trajectories, count } = tile;
    const { operator, values } = condition;
    const isMuch = count >= MOST || 2 * Math.max(values.length, trajectories) > MOST;
    if (!isHere(rows, wasm) || isMuch) return twin.watch(tile, condition, held, counts);
    const list = numbers + 8 * MOST;
    const first = list + 4 * MOST;
    f64(wasm, list, values.length).set(values);
    wasm.watch(
      ...([rows.byteOffset + 8 * at, 8 * stride, trajectories, count] as const),
      ...([twin.OPERATORS.indexOf(operator), list, values.length, first, numbers] as const),
    );
    held.set(f64(wasm, first, trajectories));
    counts.set(f64(wasm, numbers, count));
  },
};
