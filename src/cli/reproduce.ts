import { join } from "node:path";
import { type Command, Option } from "commander";
import { papers } from "../papers/index.ts";
import { seconds } from "../show/numbers.ts";
import type { Tokenizer } from "../text/tokenise.ts";
import type { Workers } from "../workers/choice.ts";
import { chosenSeed } from "./chosen-seed.ts";
import { addOptions, option } from "./options.ts";
import { checkPictures } from "./pictures.ts";
import type { Shell, WithShell } from "./shell.ts";

const EXAMPLES = `
Examples:
  lethe reproduce                                    the whole report, in ./lethe-report
  lethe reproduce --quick --seed 1 --out quick       a tenth of the trajectories
  lethe reproduce --corpus wiki.txt.gz               with your own text in place of Moby-Dick
  lethe reproduce --list                             the names of all figures
  lethe reproduce --only zipf-1,time-to-forget       these two
  lethe reproduce --paper kazdan                     another paper: kept data in place of replaced ones`;

/** Adds `lethe reproduce`. */
export function addReproduce(program: Command, withShell: WithShell): void {
  const command = program
    .command("reproduce")
    .summary("a paper's experiments as a report: figures, numbers, verdicts")
    .description(
      "Runs the experiments of a paper (by default arXiv 2412.17646) and writes index.html with every figure, the " +
        "bounds, and whether they hold; beside it figures/ (SVG, PNG, Vega-Lite) and data/ (CSV).",
    )
    .addOption(
      option(
        "--paper <name>",
        `which paper: ${papers.map(({ name }) => name).join(", ")} (default: ${papers[0].name})`,
      ),
    )
    .addOption(option("--out <dir>", "where to write the report").default("lethe-report", "./lethe-report"))
    .addOption(
      option(
        "--corpus <file>",
        "a text, UTF-8 or UTF-16, plain or gzipped; - is standard input (default: Moby-Dick)",
      ),
    )
    .addOption(
      option("--only <names>", "these figures only: names with commas between; may be repeated", names),
    )
    .addOption(new Option("--list", "print the names and titles of all figures, and run nothing"))
    .addOption(new Option("--quick", "a tenth of the trajectories"));
  addOptions(command, "tokenizer", "jsonField", "seed", "workers", "force")
    .addHelpText("after", EXAMPLES)
    .action((flags: Flags) => withShell((shell) => reproduceCommand(flags, shell)));
}

const names = (text: string, before: unknown): string[] => [
  ...((before as string[] | undefined) ?? []),
  ...text.split(",").map((name) => name.trim()),
];

interface Flags {
  readonly out: string;
  readonly force?: boolean;
  readonly paper?: string;
  readonly corpus?: string;
  readonly only?: readonly string[];
  readonly list?: boolean;
  readonly quick?: boolean;
  // Checked by the library, which knows the names.
  readonly tokenizer?: Tokenizer;
  readonly jsonField?: string;
  readonly seed?: number | string;
  readonly workers?: Workers;
}

async function reproduceCommand(
  { out, force, list, workers = "auto", ...options }: Flags,
  shell: Shell,
): Promise<void> {
  const [{ figureList, paperOf, reproduce, summary }, { Output }] = await Promise.all([
    import("../report/index.ts"),
    import("./output.ts"),
  ]);
  if (list) {
    printRows(
      figureList(paperOf(options.paper).experiments).map(({ name, title }) => [name, title]),
      shell,
    );
    return;
  }
  // First of all: a report that cannot be written is not worth a minute's work.
  const seed = options.seed ?? chosenSeed("reproduce", { out, force });
  const chosen = { ...options, paper: paperOf(options.paper).name, seed };
  const output = new Output(out, { command: "reproduce", ...chosen }, force);
  await checkPictures(shell);
  const {
    findings,
    files,
    provenance,
    seconds: spent,
  } = await reproduce(chosen, {
    workers,
    onProgress: shell.progress,
    onNote: shell.note,
  });
  output.write(files);
  printRows(
    findings.map(({ name, verdicts }) => [name, summary(verdicts)]),
    shell,
  );
  shell.print(
    `report: ${join(out, "index.html")} (${seconds(spent)}, seed ${JSON.stringify(provenance.seed)})\n`,
  );
}

/** Names and what there is to say of each, aligned. */
function printRows(rows: readonly (readonly [name: string, text: string])[], { print }: Shell): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, text] of rows) print(`${name.padEnd(width)}  ${text}\n`);
}
