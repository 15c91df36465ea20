import { invalid } from "../check/errors.ts";
import { listOf } from "../check/given.ts";
import { TokenStream } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * What each token counts as when types are counted as the paper counts them: the runs of letters, numbers and
 * underscores in it, lower-cased, numbered in the order in which they are first met. Punctuation counts as nothing,
 * `half-life` as two types, `'s` and `s` as the same one. For the option `types` of `ngram()`.
 *
 * @throws {InputError} for what is no array of strings; a word of more than 1,000,000 characters, more than 10,000,000
 * types
 */
export function wordTypes(words: readonly string[]): number[][] {
  const numbers = new Vocabulary("the words");
  let types: number[] = [];
  const stream = new TokenStream("notebook", (word) => {
    const number = numbers.id(word);
    if (!types.includes(number)) types.push(number);
  });
  return listOf("words", words, "an array of strings", (word, i) => {
    if (typeof word !== "string") throw invalid(`words[${i}]`, word, "a string");
    types = [];
    stream.push(word);
    stream.finish();
    return types;
  });
}
