import type { Presence, PresenceMeasures } from "../simulate/run.ts";

/** How the words come and go that occurred equally often in the corpus. They share one law. */
export interface CountPresence extends PresenceMeasures {
  /** How often each of them occurred. */
  readonly count: number;
  /** How many words there are. */
  readonly types: number;
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
