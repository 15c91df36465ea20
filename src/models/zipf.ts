import { exp, log } from "../kernels/math.ts";

/** What a law of Zipf is given by. */
export interface Zipf {
  readonly size: number;
  readonly exponent: number;
  readonly shift: number;
}

/** The weights of the Zipf–Mandelbrot law: (i + shift)^-exponent for i = 1 … size. */
export const zipfWeights = ({ size, exponent, shift }: Zipf): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => 1 / power(i + 1 + shift, exponent));

/** x^a without Math.pow, which differs between engines: these numbers decide what a seed gives. */
function power(x: number, a: number): number {
  const fraction = a - Math.floor(a);
  // exp(0) is 1.
  let result = fraction === 0 ? 1 : exp(fraction * log(x));
  for (let i = Math.floor(a); i > 0; --i) result *= x;
  return result;
}
