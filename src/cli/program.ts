import { Command } from "commander";
import { version } from "../version.ts";
import { type Ending, ending } from "./fail.ts";
import { type Streams, shellOn, type WithShell } from "./shell.ts";

const EXAMPLES = `
Examples:
  lethe reproduce --quick              the paper's experiments, as a page to read
  lethe forget                         how fast Moby-Dick is forgotten
  lethe forget book.txt                the same for your own text
  lethe run gaussian --samples 100 --generations 1000 --trajectories 1000 --survival 'std>0.1'
  lethe theory bernoulli --p 0.001 --samples 10000
  lethe playground                     a page on which to see forgetting happen
  lethe help run                       all options of a command

Exit code 0: done. 2: bad input, which you can correct. 1: the machine failed (a full disk, a worker that
died), or lethe did. A signal ends it at once, so that a shell says 128 and its number: 130 after Ctrl-C.`;

/** What else can be asked of theory, with options of its own. */
const REAL_DATA = "real-data";

/** The commands, in the order of the help; each is loaded when it is asked for. */
const ADD: Readonly<Record<string, () => Promise<(program: Command, withShell: WithShell) => void>>> = {
  run: async () => (await import("./run.ts")).addRun,
  sweep: async () => (await import("./sweep.ts")).addSweep,
  merge: async () => (await import("./sweep.ts")).addMerge,
  plot: async () => (await import("./plot.ts")).addPlot,
  theory: async () => (await import("./theory.ts")).addTheory,
  [REAL_DATA]: async () => (await import("./real-data.ts")).addRealData,
  "verify-run": async () => (await import("./verify-run.ts")).addVerifyRun,
  forget: async () => (await import("./forget.ts")).addForget,
  reproduce: async () => (await import("./reproduce.ts")).addReproduce,
  cite: async () => (await import("./cite.ts")).addCite,
  playground: async () => (await import("./playground.ts")).addPlayground,
};

/** Those that a line may need: the one it names, none for the version, all for help and for mistakes. */
function namesIn(line: readonly string[]): string[] {
  const first = line.find((word) => !word.startsWith("-"));
  if (first !== undefined && Object.hasOwn(ADD, first)) return [first];
  return first === undefined && line.some((word) => word === "-V" || word === "--version")
    ? []
    : Object.keys(ADD);
}

/** Some commands, as they are before any line was read. */
async function commands(names: readonly string[], streams: Streams): Promise<Command> {
  const program = new Command("lethe")
    .description(
      "How fast do models forget? Recursive training simulated, with the theorems beside the measurement.",
    )
    .version(version)
    .option("-q, --quiet", "no progress and no notes on stderr")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      // Errors are reported in one place, below.
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  const withShell = shellOn(streams, () => program.opts<{ quiet?: boolean }>().quiet === true);
  for (const name of names) (await ADD[name]())(program, withShell);
  return program;
}

/** Does what a command line asks for, and says how the process is to end. */
export async function commandLine(args: readonly string[], streams: Streams): Promise<Ending> {
  // Its options are its own, though it is called as what one asks of theory: --counts is a file.
  const line = args[0] === "theory" && args[1] === REAL_DATA ? args.slice(1) : args;
  const program = await commands(namesIn(line), streams);
  try {
    // Nothing, or what only says that no options follow.
    if (args.every((arg) => arg === "--")) program.outputHelp();
    else await program.parseAsync(line, { from: "user" });
    return { code: 0, text: "" };
  } catch (error) {
    const command = program.commands.find((one) => line.includes(one.name()));
    return ending(error, command ? `lethe ${command.name()} --help` : "lethe --help");
  }
}
