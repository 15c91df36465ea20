// Random order.
import type { Stream } from "../kernels/stream.ts";
import { integer } from "../reference/random/uniform.ts";

/** R. Durstenfeld (1964): the last place takes one of all, the last but one of those that are left, and so on. */
export function shuffle(stream: Stream, list: unknown[]): void {
  for (let last = list.length - 1; last > 0; --last) {
    const place = integer(stream, 0, last + 1);
    const moved = list[place];
    list[place] = list[last];
    list[last] = moved;
  }
}

/** Some of the numbers below `count`, each once, in random order: as much of a shuffle as is needed. */
export function someOf(stream: Stream, count: number, size: number): number[] {
  // Where a number stands that is not in its own place any more.
  const moved = new Map<number, number>();
  return Array.from({ length: size }, (_, i) => {
    const place = i + integer(stream, 0, count - i);
    const taken = moved.get(place) ?? place;
    moved.set(place, moved.get(i) ?? i);
    return taken;
  });
}
