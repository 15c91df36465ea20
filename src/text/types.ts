import { refuse } from "./check.ts";
import { TokenStream } from "./tokenise.ts";
import { MAX_TYPES } from "./vocabulary.ts";

/**
 * What each token counts as when types are counted as the paper counts them: the runs of letters, numbers and
 * underscores in it, lower-cased, numbered in the order in which they are first met. Punctuation counts as nothing,
 * `half-life` as two types, `'s` and `s` as the same one. For the option `types` of `ngram()`.
 */
export function wordTypes(words: readonly string[]): number[][] {
  const numbers = new Map<string, number>();
  let types: number[] = [];
  const stream = new TokenStream("notebook", (word) => {
    const number = numbers.get(word) ?? numbers.size;
    if (number === MAX_TYPES) throw refuse("the text", `more than ${MAX_TYPES} different types in it`);
    numbers.set(word, number);
    if (!types.includes(number)) types.push(number);
  });
  return words.map((word) => {
    types = [];
    stream.push(word);
    stream.finish();
    return types;
  });
}
