import type { Command } from "commander";
import { numeric } from "./numbers.ts";
import { addOptions, option } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
Examples:
  lethe theory real-data --keep 0.6                      of the words of Moby-Dick, which comes with lethe
  lethe theory real-data book.txt --keep 0.6 --json      of those of a text
  lethe theory real-data --counts counts.csv --error 1e-4
  lethe theory real-data --real-samples 1000             the weight of so many real words, in place of their share`;

/** Adds `lethe theory real-data`, which reads a text or a table, as `lethe forget` does. */
export function addRealData(program: Command, withShell: WithShell): void {
  const command = program
    .command("real-data")
    .summary("how much real data keeps a vocabulary")
    .description(
      "The least share of new real data in every generation with which a vocabulary, or the error of its shares, is kept.",
    )
    .argument(
      "[file]",
      "a text, UTF-8 or UTF-16, plain or gzipped; - is standard input (default: Moby-Dick)",
    );
  addOptions(command, "tokenizer", "jsonField", "ids")
    .addOption(option("--counts <file>", "a table of counts in place of a text"))
    .addOption(option("--columns <list>", "which column of it is the word and which the count"))
    .addOption(option("--samples <n>", "words of each generation (default: as many as there are)", numeric))
    .addOption(
      option(
        "--keep <share>",
        "of the different words, on average (default: 0.9 of what real data alone keep)",
        numeric,
      ),
    )
    .addOption(
      option(
        "--error <number>",
        "or: the mean sum of the squares by which the words' shares are off",
        numeric,
      ),
    )
    .addOption(option("--real-samples <n>", "words that are real: their weight is sought", numeric));
  addOptions(command, "json")
    .addHelpText("after", EXAMPLES)
    .action((file: string | undefined, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { realData } = await import("./theory/real-data.ts");
        await realData(file, flags, shell);
      }),
    );
}
