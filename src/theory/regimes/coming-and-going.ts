import { invalid } from "../../check/errors.ts";
import { checkSamples } from "../check.ts";
import { MOST } from "./absence-exact.ts";
import { checkRegime, type RegimeOptions } from "./asked.ts";
import { checkSteady } from "./mean-error-limit.ts";
import type { Regime } from "./regime.ts";
import { stationaryLaw } from "./stationary.ts";
import { transitionsOf, without } from "./symbol-chain.ts";

/** How a symbol comes and goes where new real data bring it back. */
export interface ComingAndGoing {
  /** The share of generations in which it is absent from the model, in the long run. */
  absent: number;
  /** How many generations an absence lasts on average; their number is geometric. */
  meanAbsence: number;
  /** How many generations it is there on average between two absences. */
  meanPresence: number;
}

// Of a lesser one an absence would outlast the numbers.
const LEAST = 1e-300;

/**
 * How often a symbol is absent in the long run under multinomial sampling, exactly, where every generation has new real
 * data: "fresh" or "weighted". A time to forget means nothing there, for nothing is forgotten for good.
 *
 * @param options those of `absenceExact` without generations; `p`, from 1e-300 by the share of real data; this and
 *   their weight above 0
 * @returns a probability and generations; Infinity for a presence that does not end as far as doubles can tell
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Kac (1947), Bull. Amer. Math. Soc. 53:1002, for the mean time between returns
 */
export function comingAndGoing(options: RegimeOptions & { p: number }): ComingAndGoing {
  const { regime, samples, read } = checkRegime(options, ["p"]);
  const { p } = read;
  checkSamples(samples, 1, MOST);
  const { byChance } = regime;
  const real = checkReturns(regime, samples, read.regime);
  const least = LEAST * (samples / real);
  if (!(typeof p === "number" && p >= least && p <= 1)) throw invalid("p", p, `a number from ${least} to 1`);
  const { size, row, beside, matters } = transitionsOf(regime, p);
  let none = 1;
  let some = 0;
  if (matters) {
    const law = stationaryLaw(Array.from({ length: size + 1 }, (_, count) => row(count)));
    none = law[0];
    some = law.subarray(1).reduce((sum, x) => sum + x, 0);
  }
  const missed = without(beside, p);
  const absent = missed * none;
  const present = 1 - missed < 0.5 ? seen(beside, p) + missed * some : 1 - absent;
  const meanAbsence = 1 / (byChance ? seen(samples, (real / samples) * p) : seen(real, p));
  return { absent, meanAbsence, meanPresence: (meanAbsence * present) / absent };
}

/** How many data points of a generation are real, on average; refused where they bring nothing back. Internal. */
export function checkReturns(regime: Regime, samples: number, given: unknown): number {
  const { name, weight } = regime;
  if (name !== "fresh" && name !== "weighted") throw invalid("regime.name", name, "fresh or weighted");
  checkSteady(regime);
  const real = regime.real(samples);
  if (real > 0 && (name === "fresh" || weight > 0)) return real;
  throw invalid("regime", given, "one whose real data count");
}

/** Pr(one of so many real data points is the symbol), which may be tiny. */
const seen = (points: number, p: number): number => (points === 0 ? 0 : -Math.expm1(points * Math.log1p(-p)));
