import { invalid } from "../check/errors.ts";
import { binomialRow, type Row, transitionRows } from "./binomial-row.ts";
import { checkSamples, integer, probability, readOptions } from "./check.ts";
import { retained } from "./diversity.ts";

/** Probabilities at generations 0, 1, ..., `generations`. */
export interface ExactSurvival {
  /** Pr(P_k != 0). */
  survival: Float64Array;
  /** Pr(P_k not in {0, 1}). */
  coexistence: Float64Array;
}

// Relative to the mode of its row: what is left out of a whole row stays below 1e-15.
const CUT = 1e-18;

// After so many times n generations the shape of what is left is that of the slowest mode up to exp(-2 SETTLED), and it
// weighs exp(-SETTLED).
const SETTLED = 12;
const WORK = 1e8;

/** How many generations are a matter of seconds. */
function longest(samples: number): number {
  const most = Math.floor(WORK / samples ** 1.5);
  return most >= SETTLED * samples ? 1e7 : most;
}

/** Fills in what comes after generation k: the slowest mode is symmetric and shrinks by 1 - 1/n. */
function settle(law: Float64Array, alive: number, { survival, coexistence }: ExactSurvival, k: number): void {
  const samples = law.length - 1;
  for (let later = k + 1; later < survival.length; ++later) {
    const left = alive * retained(samples, later - k);
    coexistence[later] = left;
    survival[later] = law[samples] + (alive + left) / 2;
  }
}

/** Adds `weight` times a row of the transition matrix to the law `into`. */
function spread(row: Row, weight: number, into: Float64Array): void {
  const { first, mass } = row;
  for (let j = 0; j < mass.length; ++j) into[first + j] += weight * mass[j];
}

function interior(law: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < law.length - 1; ++i) sum += law[i];
  return sum;
}

/** One generation: `from` is spread over `into`, what is absorbed stays. */
export function step(rows: Row[], from: Float64Array, into: Float64Array, alive: number): void {
  const n = from.length - 1;
  into.fill(0);
  into[0] = from[0];
  into[n] = from[n];
  // Far tails would otherwise sink into slow subnormal numbers.
  const negligible = alive * 1e-22;
  for (let i = 1; i < n; ++i) if (from[i] > negligible) spread(rows[i], from[i], into);
}

/**
 * Exact probabilities of survival and of coexistence at every generation from 0 to `generations`, from the
 * transition matrix of the chain X_k ~ Binomial(n, P_{k-1}), the haploid Wright-Fisher model. Absolute error
 * below 1e-12. The cost grows like samples^1.5 times generations, up to 12 times the samples; from there on what is
 * left shrinks by 1 - 1/n a generation. 2000 samples over 600 generations take about a second.
 *
 * @param options `p` from 0 to 1; `samples` an integer from 1 to 2000; `generations` an integer from 0 to
 *   10000000, for more than 586 samples to 100000000 / samples^1.5, which takes some seconds
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), https://doi.org/10.1007/978-0-387-21822-9, ch. 3
 */
export function exact(options: { p: number; samples: number; generations: number }): ExactSurvival {
  const { p, samples, generations } = readOptions(options, ["p", "samples", "generations"]);
  probability("p", p);
  checkSamples(samples, 1, 2000);
  integer("generations", generations, 0, 1e7);
  const most = longest(samples);
  if (generations > most) throw invalid("generations", generations, `at most ${most} for ${samples} samples`);
  const survival = new Float64Array(generations + 1).fill(p > 0 ? 1 : 0);
  const coexistence = new Float64Array(generations + 1);
  if (p === 0 || p === 1) return { survival, coexistence };
  coexistence[0] = 1;
  if (generations === 0) return { survival, coexistence };

  let law = new Float64Array(samples + 1);
  let next = new Float64Array(samples + 1);
  spread(binomialRow(samples, p, 1 - p, 0), 1, law);
  const rows = generations > 1 ? transitionRows(samples, CUT) : [];
  for (let k = 1; ; ++k) {
    const alive = interior(law);
    coexistence[k] = alive;
    survival[k] = alive + law[samples];
    if (k === generations) break;
    // Below this everything is absorbed as far as doubles can tell.
    if (alive < 1e-290) {
      survival.fill(law[samples], k + 1);
      break;
    }
    if (k === SETTLED * samples) {
      settle(law, alive, { survival, coexistence }, k);
      break;
    }
    step(rows, law, next, alive);
    [law, next] = [next, law];
  }
  return { survival, coexistence };
}
