import type { Command } from "commander";
import { addOptions } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
A study is a JSON file with an experiment in which options may be lists: every
combination is run, each from a seed of its own. "zip" ties lists together, and
generations may depend on the cell:

  { "model": { "name": "gaussian", "samples": [10, 30, 100], "estimator": ["ml", "unbiased"] },
    "generations": "20*samples", "trajectories": 1000, "seed": 1, "survival": ["std>0.1"] }

The tables in DIR have a row for each cell and measurement. A study that was
stopped goes on with what is missing when the same command is given again.

Examples:
  lethe sweep study.json --out results
  lethe sweep study.json --dry-run`;

/** Adds `lethe sweep`. */
export function addSweep(program: Command, withShell: WithShell): void {
  const command = program
    .command("sweep")
    .summary("run a grid of experiments, as tables")
    .description("Runs a study: an experiment in which options may be lists, all combinations of them.")
    .argument("<study>", "a JSON file");
  addOptions(command, "workers", "out")
    .option("--dry-run", "say what would be run, and run nothing")
    .addHelpText("after", EXAMPLES)
    .action((path: string, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { sweepStudy } = await import("./sweep/action.ts");
        await sweepStudy(path, flags, shell);
      }),
    );
}
