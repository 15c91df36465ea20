import type { Kernels } from "../kernels/kernels.ts";
import * as twin from "../kernels/tiles.ts";
import { FILL } from "./arena.ts";
import { f64 } from "./memory.ts";
import type { Exports } from "./module.ts";
import { arena } from "./room.ts";

/** Numbers that one call may make. */
const MOST = FILL / 2;
/** Fewer numbers are sooner read than handed over. */
const FEW = 16;

/** Whether numbers are in this memory, with one more behind them, which the kernels may read and disregard. */
const isHere = ({ buffer, byteOffset, length }: Float64Array, { memory }: Exports): boolean =>
  buffer === memory.buffer && byteOffset + 8 * length + 8 <= buffer.byteLength;

/** What is read from rows in the memory of this thread; of others, such as those of families with lists, by the twin. */
export const tiles: Pick<Kernels, "holding" | "holds" | "moments"> = {
  holding(numbers, from, count, condition) {
    const { wasm } = arena();
    if (!isHere(numbers, wasm) || count < FEW) return twin.holding(numbers, from, count, condition);
    const operator = twin.OPERATORS.indexOf(condition.operator);
    return condition.values.reduce(
      (held, value) => wasm.holding(numbers.byteOffset + 8 * from, held, operator, value),
      count,
    );
  },
  holds(tile, condition, counts, to) {
    const { wasm, numbers } = arena();
    const { rows, at, stride, trajectories, count } = tile;
    const { operator, values } = condition;
    const isMany = count * trajectories >= FEW && count < MOST && values.length < MOST;
    if (!isHere(rows, wasm) || !isMany) return twin.holds(tile, condition, counts, to);
    const list = numbers + 8 * MOST;
    f64(wasm, list, values.length).set(values);
    wasm.holds(
      ...([rows.byteOffset + 8 * at, 8 * stride, trajectories, count] as const),
      ...([twin.OPERATORS.indexOf(operator), list, values.length, numbers] as const),
    );
    const held = f64(wasm, numbers, count);
    for (let g = 0; g < count; ++g) counts[to + g] += held[g];
  },
  moments(tile, mean, squares, to) {
    const { wasm, numbers } = arena();
    const { rows, at, stride, trajectories, count } = tile;
    if (!isHere(rows, wasm) || count >= MOST) return twin.moments(tile, mean, squares, to);
    const second = numbers + 8 * MOST;
    wasm.moments(rows.byteOffset + 8 * at, 8 * stride, trajectories, count, numbers, second);
    mean.set(f64(wasm, numbers, count), to);
    squares.set(f64(wasm, second, count), to);
  },
};
