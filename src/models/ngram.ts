import * as v from "valibot";
import { choice, described, integer, list } from "../check/schema.ts";
import { MAX_TOKENS } from "../text/sequence.ts";
import { define, type ModelDefinition, named } from "./model.ts";
import { checkNgram, type GivenNgram, TOKENS } from "./ngram/check.ts";
import { echoNgram } from "./ngram/echo.ts";
import type { NgramModel } from "./ngram/model.ts";

export interface NgramOptions {
  /**
   * The text that is generation 0, from 1 to 20,000,000 tokens and at least as many as `order`: words (at most
   * 10,000,000 different ones), or numbers of words (integers from 0 to 19,999,999, as `sequence()` makes them).
   */
  tokens: readonly string[] | ArrayLike<number>;
  /** The words that the numbers in `tokens` stand for, each once, at most 10,000,000. Only with numbers. */
  words?: readonly string[];
  /** n: a token depends on the n - 1 before it. An integer from 1 to 64. */
  order: number;
  /** Tokens to generate each generation: an integer from `order` to 20,000,000 (default: as many as given). */
  samples?: number;
  /**
   * How a text is generated. `"stream"` (default): an unbroken walk that starts anew only where nothing ever followed.
   * `"documents"`: as the paper's script does, documents of up to 50 tokens after a start of n - 1.
   */
  rule?: "stream" | "documents";
  /**
   * The sentences of generation 0, for the rule `"documents"`: the position after the last token of each, rising
   * integers from 1, the last of them the number of tokens (default: the text is one sentence).
   */
  ends?: ArrayLike<number>;
  /**
   * What each token counts as in `unique` and `shared`: for each number of a word, the types it has, integers from 0 to
   * 19,999,999; none for a token that is not to be counted (default: each token is a type of its own). Only with
   * numbers.
   */
  types?: readonly (readonly number[])[];
  /** Length of the sequences that `novelty` looks up in the original text: an integer from 1 to 128 (default: `order`). */
  span?: number;
}

const WORD = v.pipe(v.string(), v.nonEmpty());
const NUMBER = integer(0, MAX_TOKENS - 1);

const schema = v.strictObject({
  name: named("ngram"),
  tokens: described("the text: words, or their numbers", list(TOKENS, v.union([WORD, NUMBER]))),
  words: v.optional(described("the words that the numbers stand for", list("an array of words", WORD))),
  order: described("words that a word depends on, and itself", integer(1, 64)),
  samples: v.optional(
    described("words to generate (default: as many as the text has)", integer(1, MAX_TOKENS)),
  ),
  rule: v.optional(described("how a text is generated", choice("stream", "documents")), "stream"),
  ends: v.optional(
    described("where each sentence ends", list("an array of positions", integer(1, MAX_TOKENS))),
  ),
  types: v.optional(
    described("what each word counts as", list("an array of arrays of numbers", v.array(NUMBER))),
  ),
  span: v.optional(
    described("length of the sequences that novelty looks at (default: the order)", integer(1, 128)),
  ),
});

const observables = ["unique", "shared", "entropy", "top1", "contexts", "novelty"] as const;
export type NgramObservable = (typeof observables)[number];

export const ngramDefinition: ModelDefinition<NgramModel, typeof observables> = {
  // check() turns what was given into a model.
  schema: schema as unknown as v.GenericSchema<unknown, NgramModel>,
  check: (given, place) => checkNgram(given as unknown as GivenNgram, place),
  observables,
  recorded: ["unique", "entropy", "top1", "contexts"],
  plan(model, mask, watched) {
    const { order, samples, span, rule, tokens } = model;
    const documents = rule === "documents";
    const vocabulary = model.words?.length ?? tokens.reduce((most, id) => Math.max(most, id), 0) + 1;
    // Without a context, sentences have no starts and no ends that matter.
    const ends = (order > 1 && model.ends) || Uint32Array.of(tokens.length);
    const kind = "ngram";
    const common = {
      kind,
      samples,
      bySamples: true,
      tokens,
      ends,
      vocabulary,
      order,
      span,
      documents,
    } as const;
    return { ...common, ...typesOf(model, vocabulary), mask, watched };
  },
  echo: echoNgram,
};

/** The types of all tokens in one list, and where those of each begin in it. */
function typesOf({ types }: NgramModel, vocabulary: number) {
  const of = types ?? Array.from({ length: vocabulary }, (_, id) => [id]);
  const typeStarts = new Uint32Array(vocabulary + 1);
  for (let id = 0; id < vocabulary; ++id) typeStarts[id + 1] = typeStarts[id] + (of[id]?.length ?? 0);
  const typeList = new Uint32Array(typeStarts[vocabulary]);
  for (let id = 0; id < vocabulary; ++id) typeList.set(of[id] ?? [], typeStarts[id]);
  return { typeStarts, typeList, types: typeList.reduce((most, type) => Math.max(most, type + 1), 0) };
}

/**
 * A maximum-likelihood n-gram language model of a text, retrained on the text it generates. What can follow n - 1
 * tokens is what did follow them in the training text, as often as it did; there is no smoothing and no back-off.
 *
 * Observables, of the text of a generation and the model fitted to it: `unique`, the different types in it; `entropy`
 * of the next token in nats and `top1`, the probability of the most likely one, both averaged over contexts, each as
 * often as it occurs with something after it; `contexts`, the different sequences of n - 1 tokens with something after
 * them. On request: `shared`, the types that are in the original too (by construction all of them); `novelty`, the
 * share of its sequences of `span` tokens that are not in the original: under the rule `"stream"` 0 for `span` up to n.
 *
 * Data regimes: `replace` with or without growth, `accumulate`, `fresh` and `fixed` (these two with at least twice `order`
 * samples). Real data are texts generated by the model of generation 0; texts are put side by side, and no context
 * spans two. Observables are then of all the text that a generation is trained on, at most 20,000,000 tokens. A part
 * of a text drawn without replacement, or the average of two models, is no text and no such model: there is no
 * `accumulate-subsample`, no `weighted`.
 *
 * Memory for each token given or generated, whichever are more: 80 to 96 bytes of WebAssembly's, 8/n for the rule
 * `"stream"`, 16 to 32 for `novelty`; 4 of JavaScript's. 20,000,000 tokens take about 2 GB, of 4 that there can be.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646, and its authors' script
 * @throws {InputError} for an option that is missing, unknown or out of range
 *
 * @example
 * ngram({ ...sequence(text), order: 3 });
 */
export function ngram(options: NgramOptions): NgramModel {
  return define(ngramDefinition, options);
}
