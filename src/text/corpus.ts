import { InputError, invalid } from "../check/errors.ts";
import { isBag, listOf, readFields } from "../check/given.ts";
import { checkCounts } from "../random/check.ts";
import type { WordCounts } from "./count.ts";

const CORPUS = "an object with total, words and counts, as countTokens() makes it";

/**
 * A copy of a corpus whose parts agree: as many words as counts, and the total that the counts sum to.
 * What else it holds, as that of a file does, is ignored.
 */
export function checkCorpus(corpus: WordCounts): WordCounts {
  if (!isBag(corpus)) throw invalid("corpus", corpus, CORPUS);
  const { total, words, counts } = readFields(corpus, ["total", "words", "counts"]);
  const { counts: counted, total: sum } = checkCounts("corpus.counts", counts, 1);
  const named = listOf("corpus.words", words, "an array of words", (word, i) => {
    if (typeof word !== "string") throw invalid(`corpus.words[${i}]`, word, "a string");
    return word;
  });
  const { length } = counted;
  if (named.length !== length)
    throw new InputError(`invalid corpus.words: ${named.length} of them (as many as counts: ${length})`);
  if (total !== sum) throw invalid("corpus.total", total, `the sum of the counts: ${sum}`);
  return { total, words: named, counts: counted };
}
