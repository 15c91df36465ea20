import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { CategoricalModel } from "../models/categorical.ts";
import { plural } from "../plural.ts";
import type { CountOptions } from "../text/count.ts";
import { checkJsonField } from "../text/json-lines.ts";
import type { CountFileOptions } from "../text/read.ts";
import { icuVersion } from "../text/segment.ts";
import type { Corpus } from "./finding.ts";

/** So many characters of a text are kept as they are, somewhat more than in the file of the paper. */
const KEPT = 3_000_000;

/** Reads the corpus of the report: a file, or the built-in text. */
export async function readCorpus(
  { corpus: file, tokenizer, jsonField }: CountOptions & { corpus?: string | undefined },
  how: Omit<CountFileOptions, "onText"> = {},
): Promise<Corpus> {
  checkJsonField(jsonField, file);
  const { countFile } = await import("../text/read.ts");
  let text = "";
  const onText = (piece: string) => {
    if (text.length <= KEPT) text += piece;
  };
  const counts = await countFile(file, { tokenizer, jsonField, ...how, onText });
  const icu = tokenizer === "segmenter" ? ` of ICU ${icuVersion() ?? "of this engine"}` : "";
  const cut = tokenizer === undefined ? "" : `; words by the tokenizer ${tokenizer}${icu}`;
  const whole = text.length <= KEPT;
  return {
    name: counts.source,
    source: `${counts.about}${cut}`,
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
    model: {
      ...options,
      counts: `those of the ${counts.words.length} ${plural(counts.words.length, "word")} of ${name}`,
    },
    ...rest,
  };
}
