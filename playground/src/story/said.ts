import { plural } from "../../../src/plural.ts";
import { shown } from "../plot.ts";

/** A share for the eye: whole per cent, but never 0 or 100 where that is not exact. The sign keeps to its number. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "less than 1\u00a0%";
  if (share < 1 && share > 0.99) return "more than 99\u00a0%";
  return `${Math.round(100 * share)}\u00a0%`;
}

/** How many copies have been made, as the start of a sentence. */
function later(generation: number): string {
  if (generation === 1) return "One copy later";
  if (generation === 2) return "One copy of a copy later";
  return `${shown(generation)} copies of copies later`;
}

/** What is gone at a generation, in one sentence. */
export function sentence(name: string, unique: ArrayLike<number>, generation: number): string {
  const all = unique[0];
  if (generation === 0) return `${name} has ${shown(all)} different ${plural(all, "word")}.`;
  return `${later(generation)}, ${percent(1 - unique[generation] / all)} of the words are gone.`;
}

/** The shares of the words written so many times that are gone, by generation; undefined where there are none. */
export function goneBy(
  counts: ArrayLike<number>,
  deaths: ArrayLike<number>,
  generations: number,
  from: number,
  to: number,
): Float64Array | undefined {
  const gone = new Float64Array(generations);
  let all = 0;
  for (let i = 0; i < counts.length; ++i) {
    if (counts[i] < from || counts[i] > to) continue;
    ++all;
    if (deaths[i] > 0 && deaths[i] < generations) ++gone[deaths[i]];
  }
  for (let k = 1; k < generations; ++k) gone[k] += gone[k - 1];
  return all === 0 ? undefined : gone.map((words) => words / all);
}
