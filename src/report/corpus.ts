import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { CategoricalModel } from "../models/categorical.ts";
import { plural } from "../show/plural.ts";
import { mobyDick } from "../text/corpora.ts";
import { type CountOptions, countTokens } from "../text/count.ts";
import { checkJsonField } from "../text/json-lines.ts";
import { Beginning, notes } from "../text/notes.ts";
import { icuVersion } from "../text/segment.ts";
import type { Corpus } from "./finding.ts";

/** So many characters of a text are kept as they are, somewhat more than in the file of the paper. */
const KEPT = 3_000_000;

/** Reads the corpus of the report: a file, or the built-in text. */
export async function readCorpus(
  { corpus: file, tokenizer, jsonField }: CountOptions & { corpus?: string | undefined },
  signal: AbortSignal | undefined,
  onNote: (note: string) => void = () => {},
): Promise<Corpus> {
  checkJsonField(jsonField, file);
  const icu = tokenizer === "segmenter" ? ` of ICU ${icuVersion() ?? "of this engine"}` : "";
  const cut = tokenizer === undefined ? "" : `; words by the tokenizer ${tokenizer}${icu}`;
  if (file === undefined) {
    const { title, source, text } = await mobyDick();
    const counts = countTokens(text, { tokenizer });
    return { name: title, source: `${source}${cut}`, counts, text, whole: true, tokenizer };
  }
  const { countFile } = await import("../text/read.ts");
  let text = "";
  const onText = (piece: string) => {
    if (text.length <= KEPT) text += piece;
  };
  const counts = await countFile(file, { tokenizer, jsonField, signal, onText });
  const begun = new Beginning();
  begun.add(text);
  for (const note of notes(counts.source, begun, counts.replaced, { tokenizer, jsonField })) onNote(note);
  const whole = text.length <= KEPT;
  return {
    name: counts.source,
    source: `file of ${counts.bytes} ${plural(counts.bytes, "byte")}${cut}`,
    counts,
    text: whole ? text : beginning(text),
    whole,
    tokenizer,
  };
}

/** The beginning of a long text, cut between two words where there are any. */
function beginning(text: string): string {
  const cut = text.slice(0, KEPT).search(/\s\S*$/);
  return text.slice(0, cut > 0 ? cut : KEPT);
}

/** The experiment without the counts of its thousands of words, which the corpus gives again. */
export function summarised({ model, ...rest }: NormalisedExperiment, { name, counts }: Corpus): object {
  const { counts: _, ...options } = model as CategoricalModel;
  return {
    model: { ...options, counts: `those of the ${counts.types} ${plural(counts.types, "word")} of ${name}` },
    ...rest,
  };
}
