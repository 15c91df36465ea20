import type { Places } from "./axes.ts";
import { LAST } from "./time.ts";

/** Words by their places: how often each was written, and the first generation without it, 0 where there is none. */
export interface Gone {
  readonly counts: ArrayLike<number>;
  readonly deaths: ArrayLike<number>;
}

/**
 * Finds the places of the dots of words `from` to `to` that are gone by a generation: each around its count and
 * generation, so that words of the same fate lie side by side. Those of the others are no numbers.
 */
export function spots(
  places: Places,
  { counts, deaths }: Gone,
  upto: number,
  from: number,
  to: number,
): [xs: Float32Array, ys: Float32Array] {
  const xs = new Float32Array(to - from).fill(Number.NaN);
  const ys = new Float32Array(to - from).fill(Number.NaN);
  const rows = Float64Array.from({ length: LAST + 2 }, (_, k) => (k === 0 ? 0 : places.y(k)));
  for (let i = from; i < to; ++i) {
    const death = deaths[i];
    if (death === 0 || death > upto) continue;
    // Two sequences that fill a square evenly, of the golden ratio's kin; the dot stays below the next generation.
    const [u, v] = [(i * 0.7548776662466927) % 1, (i * 0.5698402909980532) % 1];
    xs[i - from] = places.x(Math.max(0.6, counts[i] - 0.42 + 0.84 * u));
    ys[i - from] = rows[death] - v * (rows[death] - rows[death + 1]) * 0.9;
  }
  return [xs, ys];
}
