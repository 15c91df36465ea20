import { invalid } from "../../check/errors.ts";
import { shorten } from "../../show/width.ts";
import { refuse } from "../../text/check.ts";
import { mobyDick } from "../../text/corpora.ts";
import { type CountOptions, wordsOf } from "../../text/count.ts";
import { checkJsonField } from "../../text/json-lines.ts";
import { Beginning, notes } from "../../text/notes.ts";
import { readPath, sourceOf } from "../../text/read.ts";
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
  const { name } = sourceOf(path ?? "Moby-Dick");
  const beginning = new Beginning();
  if (flags["rule"] === "documents") {
    if (tokenizer !== undefined)
      throw invalid("tokenizer", tokenizer, "not with --rule documents, which has its own");
    const pieces: string[] = [];
    let length = 0;
    const replaced = await read(path, shell, (piece) => {
      length += piece.length;
      if (length > LONGEST)
        throw refuse(name, `more than ${LONGEST} characters, which the rule "documents" needs at once`);
      pieces.push(piece);
      beginning.add(piece);
    });
    // No other tokenizer is to be had.
    say(path, beginning, replaced, { tokenizer: "segmenter", jsonField }, shell);
    const { tokens, words, ends } = sentences(pieces.join(""), { jsonField });
    return { tokens, words, ends, types: wordTypes(words) };
  }
  const builder = new SequenceBuilder(name);
  const options = { tokenizer, jsonField };
  const stream = wordsOf(options, (word) => builder.add(word), name, beginning.add);
  const replaced = await read(path, shell, (piece) => stream.push(piece));
  stream.finish();
  say(path, beginning, replaced, options, shell);
  return builder.finish();
}

/** Reads the text and returns how much of it was none. */
async function read(path: string | undefined, shell: Shell, take: (piece: string) => void): Promise<number> {
  if (path === undefined) {
    take((await mobyDick()).text);
    return 0;
  }
  const onProgress = (bytes: number, total: number | undefined) =>
    shell.progress("reading", bytes, total ?? 0);
  return (await readPath(path, { onProgress }, take)).replaced;
}

function say(
  path: string | undefined,
  beginning: Beginning,
  replaced: number,
  options: CountOptions,
  shell: Shell,
): void {
  if (path === undefined) return;
  for (const note of notes(shorten(sourceOf(path).source, 40), beginning, replaced, options))
    shell.note(note);
}
