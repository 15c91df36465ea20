import { shorten } from "../../show/width.ts";
import { mobyDick } from "../../text/corpora.ts";
import { type CountOptions, countTokens, type WordCounts } from "../../text/count.ts";
import { Beginning, notes } from "../../text/notes.ts";
import { countFile } from "../../text/read.ts";
import type { Shell } from "../shell.ts";

/** The counts of a text, and how to call it. */
export type NamedCounts = WordCounts & { readonly source: string };

/** Counts the words of a file, of standard input (`-`), or of the built-in book. */
export async function readCorpus(
  file: string | undefined,
  { tokenizer, jsonField }: CountOptions,
  shell: Shell,
): Promise<NamedCounts> {
  if (file === undefined) {
    const { text, title } = await mobyDick();
    return { ...countTokens(text, { tokenizer }), source: title };
  }
  const name = shorten(file === "-" ? "standard input" : file, 40);
  const beginning = new Beginning();
  const counts = await countFile(file, {
    onText: beginning.add,
    tokenizer,
    jsonField,
    onProgress: (bytes, total) => {
      const label =
        total === undefined ? `reading ${name}: ${Math.floor(bytes / 1e6)} MB` : `reading ${name}`;
      shell.progress(label, bytes, total ?? 0);
    },
  });
  for (const note of notes(name, beginning, counts.replaced, { tokenizer, jsonField })) shell.note(note);
  return counts;
}
