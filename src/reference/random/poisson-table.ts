// Twin of assembly/random/poisson-table.ts.
import { exp } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { type AliasTable, alias, buildAlias } from "./alias.ts";

export const TABLED = 32;
const COLUMNS = 128;

/** Table i is that of mean i + 1. */
let tables: readonly AliasTable[] | undefined;

function buildTables(): readonly AliasTable[] {
  return Array.from({ length: TABLED }, (_, i) => {
    const mean = i + 1;
    const probabilities = new Float64Array(COLUMNS);
    let probability = exp(-mean);
    for (let k = 0; k < COLUMNS; ++k) {
      probabilities[k] = probability;
      probability *= mean / (k + 1);
    }
    return buildAlias(probabilities);
  });
}

export function tabledPoisson(stream: Stream, mean: number): number {
  tables ??= buildTables();
  return alias(tables[mean - 1], stream);
}
