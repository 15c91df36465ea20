import { invalid } from "../../check/errors.ts";
import { refuse } from "../../text/check.ts";
import { type CountOptions, wordsOf } from "../../text/count.ts";
import { checkJsonField } from "../../text/json-lines.ts";
import { type Reader, readCorpus } from "../../text/read.ts";
import { reading } from "../../text/reading.ts";
import { sentences } from "../../text/sentences.ts";
import { SequenceBuilder } from "../../text/sequence.ts";
import { checkTokenizer } from "../../text/tokenise.ts";
import { wordTypes } from "../../text/types.ts";
import type { Flags } from "../flags.ts";
import type { Shell } from "../shell.ts";

/** Characters that are held as one string, of which the engine's limit is twice as many. */
const LONGEST = 1 << 28;

/**
 * The text that `lethe run ngram` starts from, as options of the model: the file of --corpus, or the built-in book.
 * The rule of documents needs sentences, cut as the paper's script cuts them.
 */
export async function textOf(flags: Flags, shell: Shell): Promise<object> {
  const path = flags["corpus"] as string | undefined;
  const { tokenizer, jsonField } = flags as CountOptions;
  checkTokenizer(tokenizer ?? "words");
  checkJsonField(jsonField, path);
  const documents = flags["rule"] === "documents";
  if (documents && tokenizer !== undefined)
    throw invalid("tokenizer", tokenizer, "not with --rule documents, which has its own");
  // That one is for all scripts.
  const how = { tokenizer: documents ? "segmenter" : tokenizer, jsonField, ...reading(path, shell) } as const;
  const { value } = await readCorpus<object>(path, how, (name, onText) =>
    documents ? inSentences(name, jsonField, onText) : inWords(name, { tokenizer, jsonField }, onText),
  );
  return value;
}

type OnText = (piece: string) => void;

function inWords(name: string, options: CountOptions, onText: OnText): Reader<object> {
  const builder = new SequenceBuilder(name);
  const stream = wordsOf(options, (word) => builder.add(word), name, onText);
  return {
    push: (piece) => stream.push(piece),
    finish: () => {
      stream.finish();
      return builder.finish();
    },
  };
}

function inSentences(name: string, jsonField: string | undefined, onText: OnText): Reader<object> {
  const pieces: string[] = [];
  let length = 0;
  return {
    push: (piece) => {
      length += piece.length;
      if (length > LONGEST)
        throw refuse(name, `more than ${LONGEST} characters, which the rule "documents" needs at once`);
      pieces.push(piece);
      onText(piece);
    },
    finish: () => {
      const { tokens, words, ends } = sentences(pieces.join(""), { jsonField });
      return { tokens, words, ends, types: wordTypes(words) };
    },
  };
}
