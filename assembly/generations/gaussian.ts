import { sumSquares, zBar } from "../chains/gaussian-samples";
import { prepareSteps, root } from "../chains/gaussian-steps";
import { ziggurat } from "../random/ziggurat";
import { Generations, Numbers, Parameters } from "./state";

/** For how many data points steps are prepared. */
let prepared: f64 = 0.0;

/** Other chains prepare steps, too. */
export function forgetSteps(): void {
  prepared = 0.0;
}

export function drawGaussian(g: Generations, s: usize, from: Parameters, n: f64, out: Numbers): void {
  const variance = from.second;
  out.n = n;
  out.first = from.first;
  out.second = 0.0;
  if (n == 0.0) return;
  if (g.bySamples) {
    const squares = sumSquares(s, <i32>n, g.scratch);
    out.first += sqrt(variance) * zBar;
    out.second = variance * squares;
    return;
  }
  out.first += ziggurat(s) * sqrt(variance / n);
  if (n == 1.0) return;
  if (n != prepared) {
    prepareSteps(n, 1.0);
    prepared = n;
  }
  const factor = root(s);
  out.second = variance * (factor * factor);
}

/** T. F. Chan, G. H. Golub & R. J. LeVeque (1983), doi:10.1080/00031305.1983.10483115 */
export function addGaussian(to: Numbers, more: Numbers): void {
  const n = to.n + more.n;
  if (n == 0.0) return;
  const shift = more.first - to.first;
  to.first += shift * (more.n / n);
  to.second += more.second + shift * shift * (to.n * (more.n / n));
  to.n = n;
}
