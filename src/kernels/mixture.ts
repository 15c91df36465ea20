// The constant of Algorithm 1 of the paper, which depends on how many data points there are.
import { exp } from "./math.ts";

/** kappa = e^c - 1 for a fit to n data points. */
export function kappaOf(n: number, eta: number): number {
  const nu = n - 1;
  return exp(((eta - 1) * (nu / 2 + 4 * eta)) / (eta * nu * (n + 4 * eta - 1))) - 1;
}
