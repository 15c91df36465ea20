import { TokenStream } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * What each token counts as when types are counted as the paper counts them: the runs of letters, numbers and
 * underscores in it, lower-cased, numbered in the order in which they are first met. Punctuation counts as nothing,
 * `half-life` as two types, `'s` and `s` as the same one. For the option `types` of `ngram()`.
 * @throws InputError for more than 10,000,000 types
 */
export function wordTypes(words: readonly string[]): number[][] {
  const numbers = new Vocabulary("the words");
  let types: number[] = [];
  const stream = new TokenStream("notebook", (word) => {
    const number = numbers.id(word);
    if (!types.includes(number)) types.push(number);
  });
  return words.map((word) => {
    types = [];
    stream.push(word);
    stream.finish();
    return types;
  });
}
