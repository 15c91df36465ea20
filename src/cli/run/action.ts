import { keptOf } from "../../chunks/kept.ts";
import type { Checked } from "../../experiment/experiment.ts";
import { jsonText } from "../../show/json.ts";
import { experimentDocument } from "../../simulate/document.ts";
import { simulateChecked } from "../../simulate/simulate.ts";
import type { Flags } from "../flags.ts";
import { provenanceOf } from "../forget/document.ts";
import { checkOut, outputFor } from "../output.ts";
import { provenanceLine } from "../provenance-line.ts";
import type { Shell } from "../shell.ts";
import { definitionsDocument, definitionsText, withDefinitions } from "./definitions.ts";
import { experimentOf } from "./experiment.ts";
import { runFiles } from "./files.ts";
import { runText } from "./text.ts";
import { textOf } from "./text-of.ts";

/** `lethe run`: simulates an experiment and prints what came of it. */
export async function run(what: string, flags: Flags, shell: Shell): Promise<void> {
  checkOut(flags.out);
  const text = what === "ngram" ? await textOf(flags, shell) : {};
  const asked = await experimentOf(what, flags, text, shell.note);
  const checked = flags["definitions"] ? withDefinitions(asked) : asked;
  const output = outputFor(flags, { command: "run", ...experimentDocument(checked.experiment) });
  tellOfQuantiles(checked, shell);
  const result = await simulateChecked(checked, {
    workers: flags.workers ?? "auto",
    onProgress: ({ done, total }) => shell.progress("simulating", done, total),
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
  if (output && document) output.write(runFiles(result, document));
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
