import { invalid } from "../../check/errors.ts";
import { checkSamples, probability } from "../check.ts";
import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  checkRegime,
  type RegimeOptions,
  statesAt,
} from "./asked.ts";
import { checkSteady } from "./mean-error-limit.ts";
import { chainOf } from "./symbol-chain.ts";

const MOST = 2000;
const LAST = 1000;

/**
 * Exact probability that a symbol is absent from the model at a generation under multinomial sampling, where all
 * generations are of the same size: by the chain of its counts, with an absolute error below 1e-12. A generation takes
 * less than a millisecond, with "weighted" and "accumulate-subsample" some dozen where the symbol has many copies.
 *
 * @param options those of a regime, `samples` up to 2000, `p` from 0 to 1, and generations up to 1000
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Ewens, Mathematical Population Genetics I (2004), doi:10.1007/978-0-387-21822-9, ch. 3
 */
export function absenceExact(options: RegimeOptions & { p: number } & AtGeneration): number;
export function absenceExact(options: RegimeOptions & { p: number } & AtGenerations): Float64Array;
export function absenceExact(
  options: RegimeOptions & { p: number } & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["p"], 1, LAST);
  const { regime, samples, generations, read } = asked;
  checkSamples(samples, 1, MOST);
  probability("p", read.p);
  checkSteady(regime);
  if (read.p === 0) return answer(asked, new Float64Array(generations.length).fill(1));
  const chain = chainOf(regime, read.p);
  const states = statesAt(generations, chain.absent(), () => {
    chain.next();
    return chain.absent();
  });
  return answer(asked, Float64Array.from(states));
}

/** How a symbol comes and goes where new real data bring it back. */
export interface ComingAndGoing {
  /** The share of generations in which it is absent from the model, in the long run. */
  absent: number;
  /** How many generations an absence lasts on average; their number is geometric. */
  meanAbsence: number;
  /** How many generations it is there on average between two absences. */
  meanPresence: number;
}

// The law settles by a factor of about 1 - share in each.
const LEAST_SHARE = 0.001;
const SETTLED = 1e-14;

/**
 * How often a symbol is absent in the long run under multinomial sampling, exactly, where every generation has new real
 * data: "fresh" or "weighted". A time to forget means nothing there, for nothing is forgotten for good.
 *
 * @param options those of `absenceExact` without generations; `p` above 0, at least 0.001 of the data real, and for
 *   "weighted" a weight of at least that
 * @returns a probability and generations; a presence that does not end is Infinity
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Kac (1947), Bull. Amer. Math. Soc. 53:1002, for the mean time between returns
 */
export function comingAndGoing(options: RegimeOptions & { p: number }): ComingAndGoing {
  const { regime, samples, read } = checkRegime(options, ["p"]);
  const { p } = read;
  checkSamples(samples, 1, MOST);
  if (!(typeof p === "number" && p > 0 && p <= 1)) throw invalid("p", p, "a number above 0, up to 1");
  const { name, byChance, weight } = regime;
  if (name !== "fresh" && name !== "weighted") throw invalid("regime.name", name, "fresh or weighted");
  checkSteady(regime);
  const real = regime.real(samples);
  if (real < LEAST_SHARE * samples) {
    throw invalid("regime", options.regime, `real data of ${LEAST_SHARE} of the samples or more`);
  }
  if (name === "weighted" && weight < LEAST_SHARE) {
    throw invalid("regime.weight", weight, `a number from ${LEAST_SHARE} to 1`);
  }
  const keep = name === "weighted" ? 1 - weight : 1 - real / samples;
  const chain = chainOf(regime, p);
  let absent = 0;
  for (let change = 1; change > 0; ) {
    chain.next();
    const next = chain.absent();
    // What the next generations add falls geometrically in the end.
    change = Math.abs(next - absent) > SETTLED * (1 - keep) * next ? 1 : 0;
    absent = next;
  }
  const returns = byChance
    ? -Math.expm1(samples * Math.log1p((-real / samples) * p))
    : -Math.expm1(real * Math.log1p(-p));
  const meanAbsence = 1 / returns;
  return { absent, meanAbsence, meanPresence: (meanAbsence * (1 - absent)) / absent };
}
