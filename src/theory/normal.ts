type Exp = (x: number) => number;

/** erf by its everywhere convergent series with positive terms, for |x| up to 2 or so. */
function erfSeries(x: number, exp: Exp): number {
  let term = x;
  let sum = x;
  for (let j = 1; Math.abs(term) > 1e-17 * Math.abs(sum); ++j) {
    term *= (2 * x * x) / (2 * j + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * exp(-x * x) * sum;
}

/** erfc by its continued fraction, for x from 2 up; evaluated backwards. */
function erfcFraction(x: number, exp: Exp): number {
  let value = x;
  for (let j = 80; j >= 1; --j) value = x + j / 2 / value;
  return exp(-x * x) / (Math.sqrt(Math.PI) * value);
}

/**
 * Pr(Z > z) for a standard normal Z, with a relative error of about 1e-14, growing to 1e-13 at z = 30. What is recorded
 * needs an exponential with the same bits everywhere.
 */
export function normalSurvival(z: number, exp: Exp = Math.exp): number {
  const x = z / Math.SQRT2;
  if (x > 2) return erfcFraction(x, exp) / 2;
  if (x < -2) return 1 - erfcFraction(-x, exp) / 2;
  return x === 0 ? 0.5 : (1 - erfSeries(x, exp)) / 2;
}
