import { integer, probability, readOptions } from "../check.ts";
import { type DecodingRule, decodeOf } from "./rule.ts";
import { scale, sharesOf } from "./shares.ts";

/** Probabilities, and the rule by which they are sampled. */
export interface DecodeOptions {
  /** Counts, probabilities or any finite numbers, 0 or more, proportional to them; not all 0; at most 1,000,000. */
  weights: ArrayLike<number>;
  rule: DecodingRule;
}

/**
 * The probabilities with which symbols are drawn under a decoding rule.
 *
 * @returns probabilities, in the order of the weights
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Holtzman et al., The Curious Case of Neural Text Degeneration, arXiv:1904.09751, for top-p; Ferbach et al.,
 *   arXiv:2407.09499, for curation
 */
export function decode(options: DecodeOptions): Float64Array {
  const { weights, rule } = readOptions(options, ["weights", "rule"]);
  const shares = sharesOf("weights", weights);
  return decodeOf(rule, shares.length)(shares);
}

/**
 * The probabilities after some generations of infinitely many samples each: each model is what was drawn from the last,
 * under the rule, mixed with a share of new real data that no rule touches.
 *
 * @param options those of `decode`; `generations`, how many, an integer from 0 to 1000000; and `realShare`, from 0 to 1,
 *   0 when left out
 * @returns probabilities, in the order of the weights
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ferbach et al., Self-Consuming Generative Models with Curated Data Provably Optimize Human Preferences,
 *   arXiv:2407.09499
 */
export function iterate(options: DecodeOptions & { generations: number; realShare?: number }): Float64Array {
  const {
    weights,
    rule,
    generations,
    realShare = 0,
  } = readOptions(options, ["weights", "rule", "generations", "realShare"]);
  const truth = sharesOf("weights", weights);
  const rewritten = decodeOf(rule, truth.length);
  integer("generations", generations, 0, 1e6);
  probability("realShare", realShare);
  let p = truth;
  for (let k = 0; k < generations; k++) {
    const drawn = rewritten(p);
    const next = drawn.map((x, i) => realShare * truth[i] + (1 - realShare) * x);
    scale(next);
    // Where a step changes nothing, none does.
    if (next.every((x, i) => x === p[i])) break;
    p = next;
  }
  return p;
}
