import { InputError, invalid } from "../check/errors.ts";
import { isBag, listOf, readFields } from "../check/given.ts";
import { checkCounts } from "../random/check.ts";
import type { WordCounts } from "./count.ts";

const CORPUS = "an object with tokens, types, words and counts, as countTokens() makes it";

/**
 * A copy of a corpus whose parts agree: as many words as counts and types, and as many tokens as the counts sum to.
 * What else it holds, as that of a file does, is left aside.
 */
export function checkCorpus(corpus: WordCounts): WordCounts {
  if (!isBag(corpus)) throw invalid("corpus", corpus, CORPUS);
  const { tokens, types, words, counts } = readFields(corpus, ["tokens", "types", "words", "counts"]);
  const { counts: counted, total } = checkCounts("corpus.counts", counts, 1);
  const named = listOf("corpus.words", words, "an array of words", (word, i) => {
    if (typeof word !== "string") throw invalid(`corpus.words[${i}]`, word, "a string");
    return word;
  });
  const { length } = counted;
  if (named.length !== length)
    throw new InputError(`invalid corpus.words: ${named.length} of them (as many as counts: ${length})`);
  if (types !== length) throw invalid("corpus.types", types, `as many as words and counts: ${length}`);
  if (tokens !== total) throw invalid("corpus.tokens", tokens, `the sum of the counts: ${total}`);
  return { tokens, types, words: named, counts: counted };
}
