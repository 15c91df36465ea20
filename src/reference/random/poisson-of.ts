// Twin of assembly/random/poisson-of.ts.
import { exp } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { type AliasTable, alias, buildAlias } from "./alias.ts";
import { FARTHEST, walk } from "./inversion.ts";
import { poisson } from "./poisson.ts";
import { TABLED, tabledPoisson } from "./poisson-table.ts";
import { RARE, uniform } from "./uniform.ts";

const FINE = 128;
const COLUMNS = 64;

/** Table i is that of i sixteenths. */
let tables: readonly AliasTable[] | undefined;

function buildTables(): readonly AliasTable[] {
  return Array.from({ length: FINE }, (_, units) => {
    const mean = 0.0625 * units;
    const probabilities = new Float64Array(COLUMNS);
    let probability = exp(-mean);
    for (let k = 0; k < COLUMNS; ++k) {
      probabilities[k] = probability;
      probability *= mean / (k + 1);
    }
    return buildAlias(probabilities);
  });
}

export function fillPoissonOf(
  stream: Stream,
  scale: number,
  weights: Float64Array,
  counts: Float64Array,
): void {
  tables ??= buildTables();
  for (let i = 0; i < weights.length; ++i) {
    const mean = scale * weights[i];
    const units = Math.floor(16 * mean);
    if (!(mean >= RARE && units < 16 * (TABLED + 1))) {
      counts[i] = poisson(stream, mean);
      continue;
    }
    let drawn: number;
    if (units < FINE) drawn = alias(tables[units], stream);
    else {
      drawn = tabledPoisson(stream, Math.floor(mean));
      drawn += alias(tables[units & 15], stream);
    }
    const rest = mean - 0.0625 * units;
    const u = uniform(stream);
    counts[i] = u < 1 - rest ? drawn : drawn + walk(u, exp(-rest), rest, 0, FARTHEST);
  }
}
