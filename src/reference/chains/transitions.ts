// Twin of assembly/chains/transitions.ts.

import type { Stream } from "../../kernels/stream.ts";
import { type AliasTable, alias, buildAlias } from "../random/alias.ts";

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
