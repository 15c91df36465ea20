import { invalid } from "../../check/errors.ts";
import { exp, log } from "../../kernels/math.ts";
import { checkSamples, integer, LARGEST } from "../check.ts";

/**
 * How the data of a generation grow with its number j = 1, 2, …: n j, n j^2, n j^A (A from 0 to 100), or n R^(j-1)
 * (R from 1 to 1000000), each to the nearest integer.
 */
export type Growth = "linear" | "quadratic" | `power:${number}` | `geometric:${number}`;

interface Rule {
  readonly kind: "power" | "geometric";
  readonly rate: number;
}

const ALLOWED =
  '"linear", "quadratic", "power:A" with A from 0 to 100, or "geometric:R" with R from 1 to 1000000';

function ruleOf(growth: unknown, option: string): Rule {
  if (growth === undefined) return { kind: "power", rate: 0 };
  if (growth === "linear") return { kind: "power", rate: 1 };
  if (growth === "quadratic") return { kind: "power", rate: 2 };
  const found = typeof growth === "string" ? /^(power|geometric):(\d+(?:\.\d+)?)$/.exec(growth) : null;
  const kind = found?.[1] as Rule["kind"] | undefined;
  const rate = Number(found?.[2]);
  if (kind === "power" && rate <= 100) return { kind, rate };
  if (kind === "geometric" && rate >= 1 && rate <= 1e6) return { kind, rate };
  throw invalid(option, growth, ALLOWED);
}

/** How many data points generation j sees where the first sees n. It refuses a generation that has too many to count. */
export function sizesOf(
  samples: number,
  growth: Growth | undefined,
  option = "regime.growth",
): (generation: number) => number {
  const { kind, rate } = ruleOf(growth, option);
  return (j) => {
    const size = Math.floor(samples * factor(kind, rate, j) + 0.5);
    if (size <= LARGEST) return size;
    throw invalid(option, growth, `no generation of more than 2^53-1 samples, as generation ${j} would be`);
  };
}

/** As a chain has it: the same bits on every engine. */
function factor(kind: Rule["kind"], rate: number, j: number): number {
  if (kind === "power" && rate <= 2 && Number.isInteger(rate)) return rate === 0 ? 1 : rate === 1 ? j : j * j;
  const logarithm = kind === "power" ? rate * log(j) : (j - 1) * log(rate);
  return logarithm < 700 ? exp(logarithm) : Infinity;
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
