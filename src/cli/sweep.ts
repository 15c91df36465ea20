import type { Command } from "commander";
import { numeric } from "./numbers.ts";
import { addOptions, option } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
A study is a JSON file with an experiment in which options may be lists: every
combination is run, each from a seed of its own. "zip" ties lists together, and
generations may depend on the cell:

  { "model": { "name": "gaussian", "samples": [10, 30, 100], "estimator": ["ml", "unbiased"] },
    "generations": "20*samples", "trajectories": 1000, "seed": 1, "survival": ["std>0.1"] }

The tables in DIR have a row for each cell and measurement. A study that was
stopped goes on with what is missing when the same command is given again. In an
array job of a cluster each process runs its own part.

Examples:
  lethe sweep study.json --out results
  lethe sweep study.json --dry-run
  lethe sweep study.json --out results --shard 0/4    the first of four parts, on a machine of its own
  lethe sweep --status results                        how far it has come
  lethe sweep study.json --out results --job slurm > job.sh    sh job.sh submits it
  lethe merge results                                 the tables, when all parts are there`;

/** Adds `lethe sweep`. */
export function addSweep(program: Command, withShell: WithShell): void {
  const command = program
    .command("sweep")
    .summary("run a grid of experiments, as tables")
    .description("Runs a study: an experiment in which options may be lists, all combinations of them.")
    .argument("[study]", "a JSON file");
  addOptions(command, "workers", "out", "raw")
    .option("--dry-run", "say what would be run, about how long that takes, and how much disk")
    .option(
      "--shard <i/n>",
      "run part i of n, counted from 0 (default: the scheduler's, else all); lethe merge makes the tables",
    )
    .option("--job <scheduler>", "print a job file for slurm or kubernetes, and run nothing")
    .addOption(option("--parts <n>", "of how many parts the job is (default: 4)", numeric))
    .option("--status <dir>", "say how far the study in a directory has come")
    .addHelpText("after", EXAMPLES)
    .action((path: string | undefined, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { sweepStudy } = await import("./sweep/action.ts");
        await sweepStudy(path, flags, shell);
      }),
    );
}

/** Adds `lethe merge`. */
export function addMerge(program: Command, withShell: WithShell): void {
  program
    .command("merge")
    .summary("the tables of a study that was run in parts")
    .description("Makes the tables of a study whose cells were run by `lethe sweep --shard`, in any order.")
    .argument("<dir>", "the directory they were written to")
    .action((directory: string) =>
      withShell(async (shell) => {
        const { merge } = await import("./sweep/action.ts");
        await merge(directory, shell);
      }),
    );
}
