import { invalid } from "../../check/errors.ts";
import { limitOf } from "./absence-limit.ts";
import { checkRegime, type RegimeOptions } from "./asked.ts";
import { type ComingAndGoing, checkReturns } from "./coming-and-going.ts";
import { countOf, type OneSymbol } from "./vocabulary.ts";

/**
 * How often a symbol is absent in the long run where every generation has new real data, as `comingAndGoing`, for samples
 * of any size: exact when every count is drawn as an independent Poisson number, near under multinomial sampling. It is
 * absent with the probability exp(-c h), c being its expected count and h the `absenceRateLimit`; one of the c r / n real
 * copies that are expected in a generation ends an absence.
 *
 * @param options those of a regime, "fresh" or "weighted", with real data and a weight above 0; and either `count` or `p`,
 *   above 0
 * @returns a probability and generations; Infinity for what does not end as far as doubles can tell
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see `absenceRateLimit`, and `comingAndGoing` for the mean time between returns
 */
export function comingAndGoingPoisson(options: RegimeOptions & OneSymbol): ComingAndGoing {
  const { regime, samples, read } = checkRegime(options, ["count", "p"]);
  const count = countOf(read, samples);
  const real = checkReturns(regime, samples, read.regime);
  if (count === 0) throw invalid(read.p === undefined ? "count" : "p", 0, "a number above 0");
  const rate = limitOf(regime, samples);
  const absent = Math.exp(-count * rate);
  const meanAbsence = 1 / -Math.expm1((-count * real) / samples);
  return { absent, meanAbsence, meanPresence: (meanAbsence * -Math.expm1(-count * rate)) / absent };
}
