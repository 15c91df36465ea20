import process from "node:process";
import { Command } from "commander";
import { version } from "../version.ts";
import { end, ending, guardOutput } from "./fail.ts";
import { addForget } from "./forget.ts";
import { addPlayground } from "./playground.ts";
import { addReproduce } from "./reproduce.ts";
import { addRun } from "./run.ts";
import { beQuiet } from "./shell.ts";
import { addTheory } from "./theory.ts";

const EXAMPLES = `
Examples:
  lethe reproduce --quick              the paper's experiments, as a page to read
  lethe forget                         how fast Moby-Dick is forgotten
  lethe forget book.txt                the same for a text of yours
  lethe run gaussian --samples 100 --generations 1000 --trajectories 1000 --survival 'std>0.1'
  lethe theory bernoulli --p 0.001 --samples 10000
  lethe playground                     a page on which to see forgetting happen
  lethe help run                       all options of a command

Exit code 0: done. 2: bad input, which another command would mend. 1: the machine failed (a full disk, a worker that
died), or lethe did. A signal ends it at once, so that a shell says 128 and its number: 130 after Ctrl-C.`;

const program = new Command("lethe")
  .description(
    "How fast do models forget? Recursive training simulated, with the theorems beside the measurement.",
  )
  .version(version)
  .option("-q, --quiet", "no progress and no notes on stderr")
  .configureHelp({ showGlobalOptions: true })
  // Errors are reported in one place, below.
  .configureOutput({ outputError: () => {} })
  .exitOverride()
  .hook("preAction", (main) => {
    if (main.opts<{ quiet?: boolean }>().quiet) beQuiet();
  })
  .addHelpText("after", EXAMPLES);

addRun(program);
addTheory(program);
addForget(program);
addReproduce(program);
addPlayground(program);

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  guardOutput();
  try {
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync();
  } catch (error) {
    const command = program.commands.find((one) => process.argv.includes(one.name()));
    end(ending(error, command ? `lethe ${command.name()} --help` : "lethe --help"));
  }
}
