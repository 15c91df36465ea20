import { invalid } from "../check/errors.ts";
import { readOptions } from "../check/given.ts";
import type { CountOptions } from "./count.ts";
import { texts } from "./json-lines.ts";
import { SequenceBuilder, type TokenSequence } from "./sequence.ts";
import { toktok } from "./toktok.ts";

/** A text in sentences: what the rule "documents" of `ngram()` needs. */
export interface SentenceSequence extends TokenSequence {
  /** The position after the last token of each sentence, rising. */
  readonly ends: Uint32Array;
}

/**
 * Between sentences: spaces that stand before a capital, A to Z, and after a full stop or question mark, unless the last
 * character but one before that mark is a capital: `Mr.` and `NBA.` end no sentence, an initial does.
 */
const GAP = /(?<=[^A-Z][^\n][.?]) +(?=[A-Z])/u;

/** Cuts a text into sentences. A line break ends none: a heading belongs to the sentence that follows it. */
export function splitSentences(text: string): string[] {
  return text.split(GAP);
}

/**
 * A text as the paper's n-gram script reads it where NLTK has no sentence model: sentences by a regular expression,
 * tokens by tok-tok, lower-cased. Sentences without a token are dropped; none goes on in the next document of `jsonField`.
 *
 * @throws {InputError} for a text that is no string; a line that is no JSON object with `jsonField`; more than 20,000,000 tokens or 10,000,000 different ones
 *
 * @example
 * const text = sentences(await readFile("train.txt", "utf8"));
 * ngram({ ...text, types: wordTypes(text.words), order: 2, rule: "documents" });
 */
export function sentences(text: string, options: Pick<CountOptions, "jsonField"> = {}): SentenceSequence {
  const { jsonField } = readOptions(options, ["jsonField"]);
  if (typeof text !== "string") throw invalid("text", text, "a string");
  const builder = new SequenceBuilder();
  const ends: number[] = [];
  const read = (document: string) => {
    for (const sentence of splitSentences(document)) {
      for (const token of toktok(sentence)) builder.add(token.toLowerCase());
      if (builder.length > (ends.at(-1) ?? 0)) ends.push(builder.length);
    }
  };
  const whole = texts(jsonField, "the text", read, () => {});
  whole.push(text);
  whole.finish();
  return { ...builder.finish(), ends: Uint32Array.from(ends) };
}
