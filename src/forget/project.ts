import type { CountSums } from "../text/count-table.ts";
import { quantile } from "../theory/forgetting.ts";
import { survivingVocabulary } from "../theory/vocabulary.ts";

/** When a word is forgotten that occurred so often. */
export interface CountTime {
  /** As in the table. */
  readonly count: number;
  /** How many words there are. */
  readonly words: number;
  /** The count in the corpus that every generation is as large as. */
  readonly scaled: number;
  /** Generations. */
  readonly q10: number;
  readonly median: number;
  readonly q90: number;
}

/** How a table of counts will be forgotten; exact under Poisson sampling, and nothing of it simulated. */
export interface Projection {
  /** Words drawn each generation. */
  readonly samples: number;
  readonly generations: readonly number[];
  /** Different words left; the arrays run over `generations`. */
  readonly unique: { readonly mean: Float64Array; readonly sd: Float64Array };
  /** The class of the i-th count of the table. */
  time(i: number): CountTime;
}

/**
 * Takes a table of counts for generation 0 and lets every generation be a corpus of `samples` words (default: as many
 * as the table has) drawn from the one before. Another size than the table's scales every count by the same factor;
 * the types stay what they are.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646, Theorem 2 and Corollary 1
 * @throws {InputError} for an option out of range
 */
export function project(
  table: CountSums,
  { samples = table.tokens, generations }: { samples?: number | undefined; generations: readonly number[] },
): Projection {
  const { counts, multiplicities, tokens } = table;
  return {
    samples,
    generations,
    unique: survivingVocabulary({ counts, multiplicities, samples, generations }),
    time(i) {
      const scaled = counts[i] * (samples / tokens);
      const at = (q: number) => quantile({ count: scaled, q });
      return {
        count: counts[i],
        words: multiplicities[i],
        scaled,
        q10: at(0.1),
        median: at(0.5),
        q90: at(0.9),
      };
    },
  };
}
