import { invalid } from "../../check/errors.ts";
import { GROWTH_ALLOWED, growthRule, sizeAt } from "../../kernels/growth.ts";
import { checkSamples, integer, LARGEST } from "../check.ts";

/**
 * How the data of a generation grow with its number j = 1, 2, …: n j, n j^2, n j^A (A from 0 to 100), or n R^(j-1)
 * (R from 1 to 1000000), each to the nearest integer.
 */
export type Growth = "linear" | "quadratic" | `power:${number}` | `geometric:${number}`;

/** How many data points generation j sees where the first sees n. It refuses a generation that has too many to count. */
export function sizesOf(
  samples: number,
  growth: Growth | undefined,
  option = "regime.growth",
): (generation: number) => number {
  const rule = growthRule(growth);
  if (rule === undefined) throw invalid(option, growth, GROWTH_ALLOWED);
  return (j) => {
    const size = sizeAt(samples, rule, j);
    if (size <= LARGEST) return size;
    throw invalid(option, growth, `no generation of more than 2^53-1 samples, as generation ${j} would be`);
  };
}

/**
 * The number of data points of each generation from 1 to `generations`.
 *
 * @param samples n, those of generation 1: an integer from 1 to 2^53-1
 * @param growth how they grow; as many in each when left out
 * @param generations how many there are: an integer from 0 to 1000000
 * @throws {InputError} if one of them is out of range, and for growth beyond 2^53-1 data points
 */
export function sizes(samples: number, growth: Growth | undefined, generations: number): Float64Array {
  checkSamples(samples);
  integer("generations", generations, 0, 1e6);
  const at = sizesOf(samples, growth, "growth");
  return Float64Array.from({ length: generations }, (_, i) => at(i + 1));
}
