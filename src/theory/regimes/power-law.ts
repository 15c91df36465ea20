import { invalid } from "../../check/errors.ts";
import { positive, readOptions } from "../check.ts";
import { logGammaRatio } from "../special.ts";

/** The law p_i = i^-exponent / zeta(exponent) over all i = 1, 2, …, and how much of it was seen. */
export interface PowerLawOptions {
  /** A number above 1, up to 100. */
  exponent: number;
  /** n, the data points of a generation: a finite number above 0. */
  samples: number;
  /** The `absenceRate` h of the regime and generation, above 0; 1, that of the first, when left out. */
  rate?: number;
}

/**
 * Asymptotic share of a power law that a model has lost, (1/a) zeta(a)^(-1/a) Gamma(1 - 1/a) (n h)^-(1 - 1/a) for many
 * samples: generation k is like a first generation of n h_k samples, so the exponent in n stays and the constant does not.
 * It is the integral for the sum over all i, whose terms are flat at both ends: the difference falls faster than any power
 * of n h.
 *
 * @returns a share, which is meaningful where it is well below 1
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Karlin (1967), J. Math. Mech. 17:373, for the missing mass of regularly varying laws
 */
export function powerLawLostMass(options: PowerLawOptions): number {
  const { exponent, samples, rate = 1 } = readOptions(options, ["exponent", "samples", "rate"]);
  if (!(typeof exponent === "number" && exponent > 1 && exponent <= 100)) {
    throw invalid("exponent", exponent, "a number above 1, up to 100");
  }
  positive("samples", samples);
  positive("rate", rate);
  const inverse = 1 / exponent;
  // Gamma(1 - 1/a), as a quotient by Gamma(1).
  const gamma = logGammaRatio(1, -inverse).re;
  const logarithm =
    gamma - inverse * Math.log(zeta(exponent)) - (1 - inverse) * (Math.log(samples) + Math.log(rate));
  return inverse * Math.exp(logarithm);
}

const SINGLE = 20;
// B_2j / (2j)!, j = 1..4.
const BERNOULLI = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600];

/** Riemann's zeta function of s above 1: twenty terms, and Euler and Maclaurin's formula for the others. */
function zeta(s: number): number {
  let sum = 0;
  for (let i = 1; i < SINGLE; i++) sum += i ** -s;
  let derivative = s * SINGLE ** (-s - 1);
  sum += SINGLE ** (1 - s) / (s - 1) + SINGLE ** -s / 2;
  BERNOULLI.forEach((b, j) => {
    sum += b * derivative;
    derivative *= ((s + 2 * j + 1) * (s + 2 * j + 2)) / SINGLE ** 2;
  });
  return sum;
}
