import type { Command } from "commander";
import { addModelOptions, addOptions, addRegimeOptions, needsOf, theoryModels } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
Models, and what each cannot do without:
${needsOf(theoryModels)}

Or forgetting: the time until a symbol with --count copies is lost.
Or real-data: how much of it keeps a vocabulary (lethe theory real-data --help).
In the tables ≤ marks an upper bound, ≥ a lower bound, = an exact value, ≈ an
approximation.

Examples:
  lethe theory bernoulli --p 0.001 --samples 10000 --generations 1,10,100,1000
  lethe theory gaussian --samples 100 --threshold 0.1 --json
  lethe theory forgetting --count 5
  lethe theory real-data book.txt --keep 0.6`;

/** Adds `lethe theory`. */
export function addTheory(program: Command, withShell: WithShell): void {
  const command = program
    .command("theory")
    .summary("bounds and exact laws, without simulating")
    .description("Prints what theory says of a model: bounds, exact laws and approximations.")
    .argument("<model>", "a model, forgetting, or real-data");
  addOptions(command, "generationList", "threshold", "count", "json");
  addRegimeOptions(command);
  addModelOptions(command, theoryModels)
    .addHelpText("after", EXAMPLES)
    .action((what: string, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { theory } = await import("./theory/action.ts");
        await theory(what, flags, shell);
      }),
    );
}
