import { invalid } from "../../check/errors.ts";
import type { Regime } from "../../experiment/regime.ts";
import { checkForgetOptions, forgetUnder } from "../../forget/forget.ts";
import { formulaNote } from "../../show/csv.ts";
import { jsonText } from "../../show/json.ts";
import type { SimulateOptions } from "../../simulate/simulate.ts";
import type { WordCounts } from "../../text/count.ts";
import type { Source } from "../../text/read.ts";
import { chosenSeed } from "../chosen-seed.ts";
import { type Flags, pick, regimeFlags } from "../flags.ts";
import { checkOut, outputFor } from "../output.ts";
import { checkPictures } from "../pictures.ts";
import { provenanceLine } from "../provenance-line.ts";
import type { Shell } from "../shell.ts";
import { checkWords, readWords, type Words } from "./corpus.ts";
import { forgetDocument } from "./document.ts";
import { forgetFiles } from "./files.ts";
import { forgetText } from "./text.ts";

/** `lethe forget`: how fast a text is forgotten. */
export async function forgetCommand(file: string | undefined, flags: Flags, shell: Shell): Promise<void> {
  const { words, top } = check(file, flags);
  const regime = regimeOf(flags);
  const options = {
    ...pick(flags, ["samples", "generations", "trajectories"]),
    seed: flags.seed ?? chosenSeed("forget", flags),
    ...(regime && { regime: regime as Regime }),
  };
  const checked = checkForgetOptions(options, "");
  checkOut(flags.out);
  const corpus = await readWords(file, words, shell);
  const output = outputFor(flags, { command: "forget", ...textOf(corpus), ...words, ...checked });
  if (output) await checkPictures(shell);
  const how: SimulateOptions = {
    workers: flags.workers ?? "auto",
    onProgress: ({ done, total }) => shell.progress("forgetting", done, total),
  };
  const report = await forgetUnder(corpus, options, how, "");
  const subject = { source: corpus.source, ...words };
  const document = forgetDocument(report, subject);
  output?.write(await forgetFiles(report, jsonText(document)));
  shell.print(flags.json ? jsonText(document) : forgetText(report, subject, top));
  shell.note(provenanceLine(report.run.provenance));
  const warning = output && formulaNote("words.csv", report.presence?.words ?? report.words);
  if (warning) shell.note(warning);
  if (output) shell.note(`files written to ${output.directory}`);
}

/** Which text it is, as far as it tells one from another; as many words are drawn unless asked otherwise. */
export const textOf = ({ source, total, words }: Source & WordCounts): object => ({
  ...{ source, tokens: total, types: words.length, samples: total },
});

/** The regime that options describe: real data without a name are new ones in every generation. */
function regimeOf(flags: Flags): object | undefined {
  const isReal = flags["realShare"] !== undefined || flags["realSamples"] !== undefined;
  return regimeFlags(flags, flags["weight"] !== undefined ? "weighted" : isReal ? "fresh" : undefined);
}

/** Checks what to make of a text and how much of it to show, before it is read: it may be long. */
export function check(
  file: string | undefined,
  flags: Flags,
): { readonly words: Words; readonly top: number } {
  const words = checkWords(file, flags);
  const { top = 10 } = flags;
  if (!(Number.isSafeInteger(top) && (top as number) >= 0)) {
    throw invalid("top", top, "an integer from 0 to 2^53-1");
  }
  return { words, top: top as number };
}
