import { fingerprint } from "../../text/fingerprint.ts";
import type { NgramModel } from "./model.ts";

/** A text up to this many tokens stands in results as it is. */
const SHORT = 10_000;

/**
 * The model as results show it. A long text is replaced by its length, how many words it has and a fingerprint: enough
 * to tell whether a text at hand is the one, not to run the experiment again without it. What describes the text
 * token by token, or word by word, goes with it.
 */
export function echoNgram(model: NgramModel): object {
  const { tokens, words, ends, types, ...rest } = model;
  if (tokens.length <= SHORT) return model;
  return {
    ...rest,
    tokens: {
      length: tokens.length,
      ...(words && { words: words.length }),
      ...(ends && { sentences: ends.length }),
      fingerprint: fingerprint(tokens, words, ends, types),
    },
  };
}
