import { InputError, invalid } from "../check/errors.ts";
import { isBag, listOf, readFields } from "../check/given.ts";
import { checkInteger } from "../random/check.ts";
import { MAX_INTEGER } from "../seed.ts";
import type { WordCounts } from "./count.ts";

const CORPUS = "an object with total, words and counts, as countTokens() makes it";
const COUNT = "an integer from 1 to 2^53-1";

/**
 * A copy of a corpus whose parts agree: as many words as counts, and the total that the counts sum to.
 * What else it holds, as that of a file does, is ignored.
 */
export function checkCorpus(corpus: WordCounts): WordCounts {
  if (!isBag(corpus)) throw invalid("corpus", corpus, CORPUS);
  const { total, words, counts } = readFields(corpus, ["total", "words", "counts"]);
  let sum = 0;
  const counted = listOf("corpus.counts", counts, "an array of numbers", (count, i) => {
    checkInteger(`corpus.counts[${i}]`, count, 1, MAX_INTEGER, COUNT);
    sum += count as number;
    return count as number;
  });
  const named = listOf("corpus.words", words, "an array of words", (word, i) => {
    if (typeof word !== "string") throw invalid(`corpus.words[${i}]`, word, "a string");
    return word;
  });
  const { length } = counted;
  if (named.length !== length)
    throw new InputError(`invalid corpus.words: ${named.length} of them (as many as counts: ${length})`);
  if (total !== sum) throw invalid("corpus.total", total, `the sum of the counts: ${sum}`);
  return { total, words: named, counts: Float64Array.from(counted) };
}
