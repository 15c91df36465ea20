import { invalid } from "../../errors.ts";
import { mobyDick } from "../../text/corpora.ts";
import { type CountOptions, wordsOf } from "../../text/count.ts";
import { checkJsonField } from "../../text/json-lines.ts";
import { readPath, sourceOf } from "../../text/read.ts";
import { sentences } from "../../text/sentences.ts";
import { SequenceBuilder } from "../../text/sequence.ts";
import { checkTokenizer } from "../../text/tokenise.ts";
import { wordTypes } from "../../text/types.ts";
import type { Flags } from "../flags.ts";
import { noteReplaced } from "../forget/corpus.ts";
import type { Shell } from "../shell.ts";

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
  if (flags["rule"] === "documents") {
    if (tokenizer !== undefined)
      throw invalid("tokenizer", tokenizer, "not with --rule documents, which has its own");
    const pieces: string[] = [];
    await read(path, shell, (piece) => pieces.push(piece));
    const { tokens, words, ends } = sentences(pieces.join(""), { jsonField });
    return { tokens, words, ends, types: wordTypes(words) };
  }
  const builder = new SequenceBuilder(name);
  const stream = wordsOf({ tokenizer, jsonField }, (word) => builder.add(word), name);
  await read(path, shell, (piece) => stream.push(piece));
  stream.finish();
  return builder.finish();
}

async function read(path: string | undefined, shell: Shell, take: (piece: string) => void): Promise<void> {
  if (path === undefined) {
    take((await mobyDick()).text);
    return;
  }
  const { signal } = shell;
  const onProgress = (bytes: number, total: number | undefined) =>
    shell.progress("reading", bytes, total ?? 0);
  const { replaced } = await readPath(path, { signal, onProgress }, take);
  noteReplaced(sourceOf(path).source, replaced, shell);
}
