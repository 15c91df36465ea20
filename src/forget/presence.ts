import type { Measured, Presence } from "../simulate/run.ts";
import type { ComingAndGoing } from "../theory/regimes/index.ts";

/** How the words come and go that occurred equally often in the corpus. They share one law. */
export interface CountPresence {
  /** How often each of them occurred. */
  readonly count: number;
  /** How many words there are. */
  readonly types: number;
  /** The share of the counted generations in which a word was absent. */
  readonly absent: Measured;
  /** Generations that it is away at a stretch, and there; NaN where that did not end once. */
  readonly meanAbsence: Measured;
  readonly meanPresence: Measured;
  /** Absences that ended, and those that were not over at the last generation; of all words and trajectories. */
  readonly absences: number;
  readonly open: number;
  /** What theory says of the three in the long run; null where it is silent. */
  readonly theory: ComingAndGoing | null;
}

/** What was measured of the words of its count. */
export interface WordPresence {
  readonly word: string;
  readonly count: number;
  readonly absent: number;
  readonly meanAbsence: number;
  readonly meanPresence: number;
}

/** How the words of a corpus come and go. */
export interface ForgetPresence extends Pick<Presence, "from" | "to" | "law"> {
  /** Rising by count. */
  readonly byCount: readonly CountPresence[];
  /** Every word that occurred, most frequent first. */
  readonly words: readonly WordPresence[];
}

export function presenceOfWords(
  { groups, ...presence }: Presence,
  words: readonly string[],
  counts: ArrayLike<number>,
): ForgetPresence {
  const byCount = groups
    .map(({ weight, symbols, ...measures }) => ({ count: weight, types: symbols, ...measures }))
    .reverse();
  const known = new Map(byCount.map((one) => [one.count, one]));
  return {
    ...presence,
    byCount,
    words: words.flatMap((word, i) => {
      const one = known.get(counts[i]);
      if (one === undefined) return [];
      const { count, absent, meanAbsence, meanPresence } = one;
      const shares = {
        absent: absent.value,
        meanAbsence: meanAbsence.value,
        meanPresence: meanPresence.value,
      };
      return [{ word, count, ...shares }];
    }),
  };
}
