import { sumSquares, zBar } from "../chains/gaussian-samples";
import { prepareSteps, root } from "../chains/gaussian-steps";
import { ziggurat } from "../random/ziggurat";
import { Generations, Numbers, Parameters } from "./state";

/** For how many data points steps are prepared. */
let prepared: f64 = 0.0;

/** Others prepare steps, too. */
export function forgetSteps(): void {
  prepared = 0.0;
}

/** The mean of n data points moves by `move` stds, and their squares are `root`^2 variances. */
// @ts-ignore: decorator
@inline
export function takeStep(from: Parameters, n: f64, move: f64, root: f64, out: Numbers): void {
  const variance = from.second;
  out.n = n;
  out.first = from.first + sqrt(variance) * move;
  out.second = variance * (root * root);
}

export function drawGaussian(g: Generations, s: usize, from: Parameters, n: f64, out: Numbers): void {
  if (n == 0.0) return takeStep(from, n, 0.0, 0.0, out);
  if (g.bySamples) {
    const squares = sumSquares(s, <i32>n, g.scratch);
    takeStep(from, n, zBar, 1.0, out);
    out.second *= squares;
    return;
  }
  const move = ziggurat(s) * (1.0 / sqrt(n));
  if (n == 1.0) return takeStep(from, n, move, 0.0, out);
  if (n != prepared) {
    prepareSteps(n, 1.0);
    prepared = n;
  }
  takeStep(from, n, move, root(s), out);
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
