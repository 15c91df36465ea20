import type { CategoricalModel } from "../models/categorical.ts";
import type { NormalisedExperiment } from "../simulate/experiment.ts";
import { mobyDick } from "../text/corpora.ts";
import { countTokens } from "../text/count.ts";
import type { Tokenizer } from "../text/tokenise.ts";
import type { Corpus } from "./finding.ts";

/** Reads the corpus of the report: a file, or the built-in text. */
export async function readCorpus(
  file: string | undefined,
  tokenizer: Tokenizer | undefined,
  signal: AbortSignal | undefined,
): Promise<Corpus> {
  if (file === undefined) {
    const { title, source, text } = await mobyDick();
    return { name: title, source, counts: countTokens(text, { tokenizer }) };
  }
  const { countFile } = await import("../text/read.ts");
  const counts = await countFile(file, { tokenizer, signal });
  return { name: counts.source, source: `file of ${counts.bytes} bytes`, counts };
}

/** The experiment without the counts of its thousands of words, which the corpus gives again. */
export function summarised({ model, ...rest }: NormalisedExperiment, { name, counts }: Corpus): object {
  const { counts: _, ...options } = model as CategoricalModel;
  return { model: { ...options, counts: `those of the ${counts.types} words of ${name}` }, ...rest };
}
