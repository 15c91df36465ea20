// Twin of assembly/chains/transitions.ts.
import type { ScalarPlan } from "../../kernels/kernels.ts";
import { type AliasTable, alias, buildAlias } from "../random/alias.ts";
import type { Stream } from "../random/stream.ts";

/**
 * The largest n of the Bernoulli chain, and the largest count whose next one is a Poisson number, from which there are
 * tables. Above them tables would need 1,024 columns, and making those that a run meets takes longer than a small run does.
 */
export const TABLED_SAMPLES = 2048;
export const TABLED_COUNT = 512;

interface Transition {
  readonly table: AliasTable;
  readonly offset: number;
}

/** The law of what follows `c`: binomial of n trials, or Poisson where n is 0. */
function law(c: number, n: number): Transition {
  const odds = c / (n - c);
  const reach = Math.floor(9 * Math.sqrt(n > 0 ? (c * (n - c)) / n : c)) + 12;
  const low = Math.max(0, c - reach);
  const high = n > 0 ? Math.min(n, c + reach) : c + reach;
  let columns = 2;
  while (columns < high - low + 1) columns *= 2;
  const probabilities = new Float64Array(columns);
  let total = 1;
  let probability = 1;
  probabilities[c - low] = 1;
  for (let k = c; k < high; ++k) {
    probability *= (n > 0 ? (n - k) * odds : c) / (k + 1);
    probabilities[k + 1 - low] = probability;
    total += probability;
  }
  probability = 1;
  for (let k = c; k > low; --k) {
    probability *= k / (n > 0 ? (n - k + 1) * odds : c);
    probabilities[k - 1 - low] = probability;
    total += probability;
  }
  return { table: buildAlias(probabilities.map((p) => p / total)), offset: low };
}

/** The largest count with a table, for the plan of a chain; negative where it has none. */
export function largestTabled({ kind, samples, bySamples }: ScalarPlan): number {
  if (bySamples) return -1;
  if (kind === "poisson") return TABLED_COUNT;
  return samples <= TABLED_SAMPLES ? samples >> 1 : -1;
}

/** The laws from counts 0, 1, …, each made when it is first needed. */
export class Transitions {
  readonly #n: number;
  readonly #laws: (Transition | undefined)[];

  /** Of n trials, or with 0 Poisson; up to the largest count with a table. */
  constructor(n: number, largest: number) {
    this.#n = n;
    this.#laws = new Array(largest + 1).fill(undefined);
  }

  draw(stream: Stream, count: number): number {
    this.#laws[count] ??= law(count, this.#n);
    const { table, offset } = this.#laws[count];
    return offset + alias(table, stream);
  }
}
