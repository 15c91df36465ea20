import { invalid } from "../../check/errors.ts";
import { binomialRow, type Row } from "../binomial-row.ts";
import { checkGenerations, checkSamples, integer, readOptions } from "../check.ts";
import { factor, solve } from "../linear.ts";
import { type Decode, type DecodingRule, decodeOf } from "./rule.ts";

/** Two symbols that are refitted by their frequencies, sampled under a rule. */
export interface TwoSymbolOptions {
  /** How often the first occurs in the original data: a number from 0 to `samples`. */
  count: number;
  /** n, the samples drawn in each generation: an integer from 1 to 400. */
  samples: number;
  /** Any rule for two symbols; its lists have two elements, the first those of the symbol that is counted. */
  rule: DecodingRule;
}

/** What becomes of the first symbol. */
export interface TwoSymbolFate {
  /** Mean and standard deviation of the generation at which one of the two is left. */
  mean: number;
  sd: number;
  /** Probability that it is this one. */
  fixed: number;
}

const MOST = 400;
// Beyond it the systems have no digits left.
const LONGEST = 1e10;

function check<T extends TwoSymbolOptions>(options: T, others: readonly string[] = []) {
  const read = readOptions(options, ["count", "samples", "rule", ...others]);
  const { count, samples } = read;
  checkSamples(samples, 1, MOST);
  if (!(typeof count === "number" && count >= 0 && count <= samples)) {
    throw invalid("count", count, `a number from 0 to samples, ${samples}`);
  }
  return { read, row: rowsOf(samples, decodeOf(read.rule, 2)) };
}

const rowsOf =
  (samples: number, decoded: Decode) =>
  (count: number): Row => {
    const [p, rest] = decoded(Float64Array.of(count / samples, (samples - count) / samples));
    return binomialRow(samples, p, rest, 0);
  };

/**
 * Exact time until one of two symbols is left, under any decoding rule: the chain Binomial(n, R(j/n)) of the first one's
 * count, by its linear systems. Relative error about 1e-12, more where the chain stays for long.
 *
 * @returns generations and a probability
 * @throws {InputError} if an option is missing, unknown or out of range, and for a rule that keeps both symbols for more than
 *   10^10 generations on average
 * @see Ewens, Mathematical Population Genetics I (2004), doi:10.1007/978-0-387-21822-9, ch. 2
 */
export function twoSymbolFate(options: TwoSymbolOptions): TwoSymbolFate {
  const { read, row } = check(options);
  const { count, samples: n } = read;
  if (count === 0 || count === n) return { mean: 0, sd: 0, fixed: count === 0 ? 0 : 1 };
  const rows = Array.from({ length: n - 1 }, (_, i) => row(i + 1));
  const at = ({ first, mass }: Row, j: number): number => mass[j - first] ?? 0;
  const system = factor(
    rows.map((each, i) => Float64Array.from(rows, (_, j) => (i === j ? 1 : 0) - at(each, j + 1))),
  );
  const won = solve(
    system,
    Float64Array.from(rows, (each) => at(each, n)),
  );
  const time = solve(system, new Float64Array(n - 1).fill(1));
  if (!time.every((t) => t >= 0 && t < LONGEST)) {
    throw invalid(
      "rule",
      read.rule,
      `one that leaves a single symbol within ${LONGEST} generations on average`,
    );
  }
  const square = solve(
    system,
    time.map((t) => 2 * t - 1),
  );
  const from = row(count);
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value, i) => sum + value * at(from, i + 1), 0);
  const later = mean(time);
  return {
    mean: 1 + later,
    sd: Math.sqrt(Math.max(0, mean(square) - later * later)),
    fixed: at(from, n) + mean(won),
  };
}

/**
 * Exact probability that both of two symbols are left at each generation, under any decoding rule.
 *
 * @param options those of `twoSymbolFate`, and `generations`, integers from 0 to 100000 in any order
 * @returns probabilities, in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ewens, Mathematical Population Genetics I (2004), doi:10.1007/978-0-387-21822-9, ch. 3
 */
export function twoSymbolSurvival(
  options: TwoSymbolOptions & { generations: ArrayLike<number> },
): Float64Array {
  const { read, row } = check(options, ["generations"]);
  const { count, samples: n } = read;
  const generations = checkGenerations(read.generations);
  generations.forEach((k, i) => {
    integer(`generations[${i}]`, k, 0, 1e5);
  });
  const result = new Float64Array(generations.length);
  const order = [...generations.keys()].sort((a, b) => generations[a] - generations[b]);
  const rows: Row[] = [];
  let law: Float64Array | undefined;
  let k = 0;
  let both = count > 0 && count < n ? 1 : 0;
  for (const i of order) {
    for (; k < generations[i] && both > 0; k++) {
      const next = new Float64Array(n + 1);
      for (let j = law ? 1 : 0; j < (law ? n : 1); j++) {
        const weight = law ? law[j] : 1;
        if (weight === 0) continue;
        if (law) rows[j] ??= row(j);
        const { first, mass } = law ? rows[j] : row(count);
        for (let l = 0; l < mass.length; l++) next[first + l] += weight * mass[l];
      }
      law = next;
      both = next.subarray(1, n).reduce((sum, p) => sum + p, 0);
    }
    result[i] = both;
  }
  return result;
}
