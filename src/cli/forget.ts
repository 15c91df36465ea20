import { type Command, Option } from "commander";
import { invalid } from "../check/errors.ts";
import { numeric } from "./numbers.ts";
import { addOptions, addRegimeOptions, option, regimeOptionNames } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
Examples:
  lethe forget                                  Moby-Dick, which comes with lethe
  lethe forget book.txt --seed 1 --out results  a file, plain or gzipped; tables and figures into a directory
  zcat *.txt.gz | lethe forget - --json         standard input
  lethe forget docs.jsonl.gz --json-field text  JSONL: the field text of every line
  lethe forget tokens.bin --ids u16             ids of a BPE model, two bytes each, as numpy's tofile() writes them
  lethe forget book.txt --real-share 0.1        with a tenth of new real words in every generation
  lethe forget book.txt --until-one             until a single word is left, and which one that is
  lethe forget --counts counts.csv --scale 1e13 a table of counts, as of a corpus of 10^13 words: nothing is simulated

A table of counts is CSV (commas or semicolons), TSV, columns between spaces, or a JSON object of words and counts. A
header tells which column is what: count (or freq, frequency, n, …), word (or token, …), or words, how many words occur
so often. Without one, the columns of numbers and of words do, or --columns: --columns 2,1 takes the second for the
word and the first for the count, --columns count=1,words=2 says both. All of it: docs/corpora.md.`;

/** Adds `lethe forget`. */
export function addForget(program: Command, withShell: WithShell): void {
  const command = program
    .command("forget")
    .summary("how fast a text is forgotten: words left, time to forget, words at risk")
    .description(
      "Takes a text as generation 0 and lets every generation be a text of as many words, drawn from the one before.",
    )
    .argument(
      "[file]",
      "a text, UTF-8 or UTF-16, plain or gzipped; - is standard input (default: Moby-Dick)",
    );
  addOptions(command, "tokenizer", "jsonField", "ids")
    .addOption(
      option("--samples <n>", "words drawn each generation (default: as many as the text has)", numeric),
    )
    .addOption(
      option("--generations <n>", "generations (default: 1000); with --counts a list of them", numeric),
    )
    .addOption(
      option(
        "--trajectories <n>",
        "independent runs (default: 100; 10 with a regime or --until-one)",
        numeric,
      ),
    )
    .addOption(new Option("--until-one", "run until a single word is left"));
  addRegimeOptions(command);
  addOptions(command, "seed", "top", "workers", "out", "force", "json")
    .addOption(option("--counts <file>", "a table of counts in place of a text; exact").helpGroup("Counts:"))
    .addOption(
      option("--columns <list>", "which column is the word and which the count: names or numbers").helpGroup(
        "Counts:",
      ),
    )
    .addOption(
      option("--scale <words>", "take it for a corpus of so many words: same types", numeric).helpGroup(
        "Counts:",
      ),
    )
    .addHelpText("after", EXAMPLES)
    .action((file: string | undefined, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const data = regimeOptionNames.find((name) => flags[name] !== undefined);
        if (data !== undefined && (flags["untilOne"] || flags["counts"] !== undefined)) {
          const why = flags["untilOne"] ? "not with --until-one" : "not with --counts: nothing is simulated";
          throw invalid(data, flags[data], why);
        }
        if (flags["counts"] !== undefined) {
          if (flags["untilOne"]) throw invalid("until-one", true, "not with --counts: nothing is simulated");
          const { forgetCounts } = await import("./forget/counts.ts");
          return await forgetCounts(file, flags, shell);
        }
        for (const name of ["scale", "columns"]) {
          if (flags[name] !== undefined) throw invalid(name, flags[name], "only with --counts");
        }
        if (flags["untilOne"]) {
          const { untilOneCommand } = await import("./forget/until-one.ts");
          return await untilOneCommand(file, flags, shell);
        }
        const { forgetCommand } = await import("./forget/action.ts");
        await forgetCommand(file, flags, shell);
      }),
    );
}
