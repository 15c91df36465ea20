import type { Command } from "commander";
import { numeric } from "./numbers.ts";
import { addOptions, option } from "./options.ts";
import { withShell } from "./shell.ts";

const EXAMPLES = `
Examples:
  lethe forget                                  Moby-Dick, which comes with lethe
  lethe forget book.txt --seed 1 --out results  a file, plain or gzipped; tables and figures into a directory
  zcat *.txt.gz | lethe forget - --json         standard input`;

/** Adds `lethe forget`. */
export function addForget(program: Command): void {
  const command = program
    .command("forget")
    .summary("how fast a text is forgotten: words left, time to forget, words at risk")
    .description(
      "Takes a text as generation 0 and lets every generation be a text of as many words, drawn from the one before.",
    )
    .argument("[file]", "a UTF-8 text, plain or gzipped; - is standard input (default: Moby-Dick)");
  addOptions(command, "tokenizer")
    .addOption(
      option("--samples <n>", "words drawn each generation (default: as many as the text has)", numeric),
    )
    .addOption(option("--generations <n>", "generations (default: 1000)", numeric))
    .addOption(option("--trajectories <n>", "independent runs (default: 100)", numeric));
  addOptions(command, "seed", "top", "out", "json")
    .addHelpText("after", EXAMPLES)
    .action((file: string | undefined, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { forgetCommand } = await import("./forget/action.ts");
        await forgetCommand(file, flags, shell);
      }),
    );
}
