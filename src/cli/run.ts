import type { Command } from "commander";
import { modelObservables } from "./model-help.ts";
import { addModelOptions, addOptions, addRegimeOptions, needsOf, runModels } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
Models, and what each cannot do without:
${needsOf(runModels)}

In place of a model, a JSON file with an experiment, or with the output of an
earlier --json; options override it. Or a module, .mjs or .js, that exports a
model of your own, to which the options of models and --set are given.

What can be observed, for --survival and --observable:
${modelObservables(runModels)}

Examples:
  lethe run gaussian --samples 10 --generations 200 --trajectories 20000 --survival 'std>0.1' --seed 1
  lethe run bernoulli --p 0.2 --samples 100 --generations 600 --trajectories 5000 --survival 'p!=0' --survival 'p!=0,1'
  lethe run categorical --zipf 1000,1,2.7 --samples 1000 --generations 10 --trajectories 500 --json
  lethe run ngram --order 2 --corpus book.txt --generations 10 --trajectories 10
  lethe run experiment.json --seed 2 --out results --raw
  lethe run ./coin.mjs --samples 100 --set bias=0.1 --generations 200 --trajectories 1000 --survival 'p>0'`;

/** Adds `lethe run`. */
export function addRun(program: Command, withShell: WithShell): void {
  const command = program
    .command("run")
    .summary("simulate a model that is retrained on its own samples")
    .description("Simulates a model that is refitted, generation after generation, to samples of itself.")
    .argument("<model>", "a model, an experiment file, or a module");
  addOptions(
    command,
    "generations",
    "trajectories",
    "seed",
    "survival",
    "observable",
    "record",
    "set",
    "corpus",
    "tokenizer",
    "jsonField",
    "workers",
    "out",
    "force",
    "raw",
    "definitions",
    "json",
  );
  addRegimeOptions(command);
  addModelOptions(command, runModels)
    .addHelpText("after", EXAMPLES)
    .action((what: string, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { run } = await import("./run/action.ts");
        await run(what, flags, shell);
      }),
    );
}
