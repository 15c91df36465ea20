// Twin of assembly/chains/transitions.ts.

import type { Stream } from "../../kernels/stream.ts";
import { type AliasTable, alias, buildAlias } from "../random/alias.ts";

interface Transition {
  readonly table: AliasTable;
  readonly offset: number;
}

/**
 * The law of what follows `c`, from `low` on: binomial of n trials, or Poisson where n is 0. `columns` is the power of two
 * that it takes.
 */
export function makeLaw(c: number, n: number) {
  const odds = c / (n - c);
  const reach = Math.floor(9 * Math.sqrt(n > 0 ? (c * (n - c)) / n : c)) + 12;
  const low = Math.max(0, c - reach);
  const high = n > 0 ? Math.min(n, c + reach) : c + reach;
  const probabilities = new Float64Array(high - low + 1);
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
  let columns = 2;
  while (columns < probabilities.length) columns *= 2;
  return { low, columns, probabilities: probabilities.map((p) => p / total) };
}

/** The alias table of `columns` columns whose column `at` is the first of those with these probabilities. */
export function tableOf(probabilities: Float64Array, columns: number, at: number): AliasTable {
  const all = new Float64Array(columns);
  all.set(probabilities, at);
  return buildAlias(all);
}

function transition(c: number, n: number): Transition {
  const { low, columns, probabilities } = makeLaw(c, n);
  return { table: tableOf(probabilities, columns, 0), offset: low };
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
    this.#laws[count] ??= transition(count, this.#n);
    const { table, offset } = this.#laws[count];
    return offset + alias(table, stream);
  }
}
