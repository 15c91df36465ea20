import { InputError } from "../../check/errors.ts";
import { keptOf } from "../../chunks/kept.ts";
import type { Checked } from "../../experiment/experiment.ts";
import { jsonText } from "../../show/json.ts";
import { bytes, counted } from "../../show/numbers.ts";
import { experimentDocument } from "../../simulate/document.ts";
import { simulateChecked } from "../../simulate/simulate.ts";
import type { Flags } from "../flags.ts";
import { provenanceOf } from "../forget/document.ts";
import { checkOut, type Output, outputFor } from "../output.ts";
import { provenanceLine } from "../provenance-line.ts";
import type { RawFiles } from "../raw/files.ts";
import type { Shell } from "../shell.ts";
import { definitionsDocument, definitionsText, withDefinitions } from "./definitions.ts";
import { experimentOf } from "./experiment.ts";
import { runFiles } from "./files.ts";
import { runText } from "./text.ts";
import { textOf } from "./text-of.ts";

/** `lethe run`: simulates an experiment and prints what came of it. */
export async function run(what: string, flags: Flags, shell: Shell): Promise<void> {
  checkOut(flags.out);
  const isRaw = flags["raw"] === true;
  if (isRaw && flags.out === undefined)
    throw new InputError("missing option: out (a directory for the tables of --raw)");
  const text = what === "ngram" ? await textOf(flags, shell) : {};
  const asked = await experimentOf(what, flags, text, shell.note);
  const checked = flags["definitions"] ? withDefinitions(asked) : asked;
  const output = outputFor(flags, { command: "run", ...experimentDocument(checked.experiment) });
  tellOfQuantiles(checked, shell);
  const raw = output && isRaw ? await rawFiles(output, checked, shell) : undefined;
  try {
    await runTo(output, raw, checked, flags, shell);
  } catch (error) {
    raw?.discard();
    throw error;
  }
}

/** Runs an experiment, writes its files and prints what came of it. */
async function runTo(
  output: Output | undefined,
  raw: RawFiles | undefined,
  checked: Checked,
  flags: Flags,
  shell: Shell,
): Promise<void> {
  const result = await simulateChecked(checked, {
    workers: flags.workers ?? "auto",
    onProgress: ({ done, total }) => shell.progress("simulating", done, total),
    ...(raw && { onTrajectories: (some) => raw.add(some) }),
  });
  const definitions = flags["definitions"] ? result.definitions() : undefined;
  // Quantiles and laws take their time: once, and only where they are asked for.
  const document =
    output || flags.json
      ? {
          ...result.toJSON(),
          provenance: provenanceOf(result, flags["tokenizer"]),
          ...(definitions && { definitions: definitionsDocument(definitions) }),
        }
      : undefined;
  if (output && document)
    output.write([...(await runFiles(result, document, shell.note)), ...(raw?.end() ?? [])]);
  const shown = () => runText(result) + (definitions ? `\n${definitionsText(definitions)}` : "");
  shell.print(flags.json && document ? jsonText(document) : shown());
  shell.note(provenanceLine(result.provenance));
  if (output) shell.note(`files written to ${output.directory}`);
}

/** Says before a long run what it will not tell of all. */
function tellOfQuantiles({ experiment, generations }: Checked, shell: Shell): void {
  const { observables, trajectories } = experiment;
  const kept = keptOf(generations.length * observables.length, trajectories);
  if (kept === trajectories) return;
  shell.note(
    `medians are those of the first ${kept} of ${trajectories} trajectories; for those of all, record fewer generations`,
  );
}

/** Begins the files of all trajectories, and says how large they will be. */
async function rawFiles(output: Output, checked: Checked, shell: Shell): Promise<RawFiles> {
  const { RawFiles, sizeOf } = await import("../raw/files.ts");
  const raw = new RawFiles(output, checked);
  const { rows, bytes: size } = sizeOf(checked);
  shell.note(`raw trajectories: ${counted(rows, "row")}, about ${bytes(size)}`);
  return raw;
}
