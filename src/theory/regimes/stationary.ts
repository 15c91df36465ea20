import type { Row } from "../binomial-row.ts";

/**
 * The stationary law of a chain by its rows: states are taken out from the last to the first, whose passages go over to
 * the rest, and put back in again. Nothing is subtracted, so that the least probabilities keep their digits.
 *
 * @see Grassmann, Taksar and Heyman (1985), Oper. Res. 33:1107, doi:10.1287/opre.33.5.1107
 */
export function stationaryLaw(rows: readonly Row[]): Float64Array {
  const size = rows.length;
  const lines = rows.map(({ first, mass }) => {
    const line = new Float64Array(size);
    line.set(mass, first);
    return line;
  });
  // No state below the base is ever reached from it.
  let base = size - 1;
  for (; base > 0; base--) {
    const line = lines[base];
    let first = 0;
    while (first < base && line[first] === 0) first++;
    if (first === base) break;
    let out = 0;
    for (let j = first; j < base; j++) out += line[j];
    for (let i = 0; i < base; i++) {
      if (lines[i][base] === 0) continue;
      lines[i][base] /= out;
      const into = lines[i][base];
      for (let j = first; j < base; j++) lines[i][j] += into * line[j];
    }
  }
  const law = new Float64Array(size);
  law[base] = 1;
  let total = 1;
  for (let k = base + 1; k < size; k++) {
    for (let i = base; i < k; i++) law[k] += law[i] * lines[i][k];
    total += law[k];
  }
  return law.map((p) => p / total);
}
