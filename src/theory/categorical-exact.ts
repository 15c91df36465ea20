import { step } from "./bernoulli-exact.ts";
import { binomialRow, transitionRows } from "./binomial-row.ts";
import { type AtGeneration, type AtGenerations, checkAsked } from "./categorical-options.ts";
import { lastOf } from "./check.ts";
import { condensed } from "./condensed.ts";
import { aliveOnGrid } from "./symbols-on-grid.ts";

// Relative to the mode of its row: what is left out of a whole row stays below 1e-15.
const CUT = 1e-18;
const MATRIX_SAMPLES = 2000;
// A second or two.
const MATRIX_WORK = 1e8;

/**
 * Exact expected number of symbols alive at a generation under multinomial sampling. Each symbol alone is a
 * Wright-Fisher chain; one vector, the expected number of symbols of every count, is carried through its transition
 * matrix for all of them. Relative error about 1e-12.
 *
 * The cost grows like samples^1.5 times the last generation: 1000 samples take a second for 1000 generations. Where that
 * is above 10^8, or the samples above 2000, the chain is that of `forgetting.wrightFisher`, with a relative error below
 * 1e-7, 1e-10 up to 400 samples; a list of generations, however late, then takes a second at most.
 *
 * @param options as for `uniqueBounds`
 * @returns a number of symbols, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function expectedUnique(options: AtGeneration): number;
export function expectedUnique(options: AtGenerations): Float64Array;
export function expectedUnique(options: AtGeneration | AtGenerations): number | Float64Array {
  const { symbols, samples, generations: asked, several } = checkAsked(options);
  const latest = lastOf(asked);
  if (samples > MATRIX_SAMPLES || samples ** 1.5 * latest > MATRIX_WORK) {
    const alive = aliveOnGrid(symbols, samples, asked);
    return several ? alive : alive[0];
  }
  const result = new Float64Array(asked.length);
  const order = [...asked.keys()].sort((a, b) => asked[a] - asked[b]);
  let next = 0;
  for (; next < order.length && asked[order[next]] === 0; ++next) {
    result[order[next]] = symbols.types;
  }
  let law = new Float64Array(samples + 1);
  const { p, rest, many } = condensed(symbols);
  for (let i = 0; i < p.length; ++i) {
    const { first, mass } = binomialRow(samples, p[i], rest[i], 0);
    for (let j = 0; j < mass.length; ++j) law[first + j] += many[i] * mass[j];
  }
  const last = next < order.length ? asked[order[order.length - 1]] : 0;
  const rows = last > 1 ? transitionRows(samples, CUT) : [];
  let spare = new Float64Array(samples + 1);
  for (let k = 1; k <= last; ++k) {
    if (k > 1) {
      step(rows, law, spare, 1);
      [law, spare] = [spare, law];
    }
    let alive = 0;
    for (let j = 1; j <= samples; ++j) alive += law[j];
    for (; next < order.length && asked[order[next]] === k; ++next) result[order[next]] = alive;
    // All that is left is a single symbol, as far as doubles can tell.
    if (alive - law[samples] < 1e-17) {
      for (; next < order.length; ++next) result[order[next]] = law[samples];
      break;
    }
  }
  return several ? result : result[0];
}
