import { invalid } from "../../check/errors.ts";
import { checkSamples } from "../check.ts";
import { MOST } from "./absence-exact.ts";
import { checkRegime, type RegimeOptions } from "./asked.ts";
import { checkSteady } from "./mean-error-limit.ts";
import { stationaryLaw } from "./stationary.ts";
import { transitionsOf } from "./symbol-chain.ts";

/** How a symbol comes and goes where new real data bring it back. */
export interface ComingAndGoing {
  /** The share of generations in which it is absent from the model, in the long run. */
  absent: number;
  /** How many generations an absence lasts on average; their number is geometric. */
  meanAbsence: number;
  /** How many generations it is there on average between two absences. */
  meanPresence: number;
}

/**
 * How often a symbol is absent in the long run under multinomial sampling, exactly, where every generation has new real
 * data: "fresh" or "weighted". A time to forget means nothing there, for nothing is forgotten for good.
 *
 * @param options those of `absenceExact` without generations; `p`, the real data and their weight above 0
 * @returns a probability and generations; Infinity for a presence that does not end as far as doubles can tell
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
  if (real === 0 || (name === "weighted" && weight === 0)) {
    throw invalid("regime", options.regime, "one whose real data count");
  }
  const { size, row, absent: absentBy } = transitionsOf(regime, p);
  const absent = absentBy(stationaryLaw(Array.from({ length: size + 1 }, (_, count) => row(count)))[0]);
  const returns = byChance
    ? -Math.expm1(samples * Math.log1p((-real / samples) * p))
    : -Math.expm1(real * Math.log1p(-p));
  const meanAbsence = 1 / returns;
  return { absent, meanAbsence, meanPresence: (meanAbsence * (1 - absent)) / absent };
}
