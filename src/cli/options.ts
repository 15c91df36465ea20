import { type Command, Option } from "commander";
import { InputError, invalid, show } from "../check/errors.ts";
import { experimentSchema } from "../experiment/experiment.ts";
import { regimeSchema } from "../experiment/regime.ts";
import { describeModels, describeOptions, type ModelDescription } from "../models/describe.ts";
import { checkWorkers } from "../workers/choice.ts";
import { kebab, modelFlagsOf, modelNeeds } from "./model-help.ts";
import { covariance, list, listOrFile, listOrRows, numeric, seedOf, verifier, zipf } from "./numbers.ts";
import { points } from "./points.ts";

type Parse = (text: string, before: unknown) => unknown;

/** An option with a value; a value that looks like the next option was most likely forgotten. */
export function option(flags: string, description: string, parse: Parse = (text) => text): Option {
  const made = new Option(flags, description);
  return made.argParser((text: string, before: unknown) => {
    if (!text.startsWith("--")) return parse(text, before);
    throw new InputError(`missing value: --${made.name()} (it was followed by ${show(text)})`);
  });
}

/** As in bias=0.1: a number where it is one, else a text. */
const setting: Parse = (text, before) => {
  const [, name, value] = /^([A-Za-z]\w*)=(.+)$/s.exec(text) ?? [];
  if (name === undefined) throw invalid("set", text, "name=value, as in bias=0.1");
  return { ...(before as object | undefined), [name]: numeric(value) };
};

const collect: Parse = (text, before) => [...((before as string[] | undefined) ?? []), text];

/** How lists and objects are typed: what has no number or word to its name. Others of their kind have no flag. */
const typed: Record<string, readonly [says: string, parse: Parse]> = {
  counts: ["a,b,c or @file", (text) => listOrFile("counts", text)],
  weights: ["a,b,c or @file", (text) => listOrFile("weights", text)],
  zipf: ["size,exponent,shift", zipf],
  rewards: ["a,b,c or @file", (text) => listOrFile("rewards", text)],
  mean: ["a number, or a,b,c", (text) => (text.includes(",") ? list(text) : numeric(text))],
  covariance: ["identity, variances a,b,c, or rows a,b;b,c", covariance],
  means: ["a,b,c, in the plane x,y;x,y", listOrRows],
  stds: ["a,b,c or @file", (text) => listOrFile("stds", text)],
  points: ["a file, one or two numbers on each line", points],
  bandwidth: ["or a number", numeric],
  verifier: ["chances of valid and other symbols, then the valid ones from 0", verifier],
};

/** How a value is called in the help. */
const VALUES = { integer: "n", number: "number", choice: "name", text: "rule", list: "list", object: "list" };

/** The models of the library; theory's word on an n-gram model is that on the categorical one of its words. */
export const runModels = describeModels();
export const theoryModels = runModels.filter(({ name }) => name !== "ngram");

const flagsOf = (models: readonly ModelDescription[]) => modelFlagsOf(models, Object.keys(typed));

/** The names of the options that describe a model; they are those of the API. */
export const modelOptionNames: readonly string[] = flagsOf(runModels).map(({ name }) => name);

/** Adds the options of some models; the library refuses those that are not of this model. */
export function addModelOptions(command: Command, models: readonly ModelDescription[]): Command {
  for (const { name, kind, help } of flagsOf(models)) {
    const [says, parse] = typed[name] ?? [];
    const number = kind === "integer" || kind === "number" ? numeric : undefined;
    const made = option(
      `--${kebab(name)} <${VALUES[kind]}>`,
      says ? `${help}: ${says}` : help,
      parse ?? number,
    );
    command.addOption(made.helpGroup("Model:"));
  }
  return command;
}

/** A line for each of some models: what it needs. */
export const needsOf = (models: readonly ModelDescription[]): string => modelNeeds(models, flagsOf(models));

/** The options of a regime, whose name goes by that of the option of experiments. */
const regimeOptions = describeOptions(regimeSchema).map((one) =>
  one.name === "name" ? { ...one, name: "regime" } : one,
);

/** The names of the options that describe a regime; `regime` is its own. */
export const regimeOptionNames: readonly string[] = regimeOptions.map(({ name }) => name);

/** Adds the options of a regime: those of the API, and `--regime` for its name. */
export function addRegimeOptions(command: Command): Command {
  for (const { name, kind, description, choices } of regimeOptions) {
    const number = kind === "integer" || kind === "number" ? numeric : undefined;
    const says = choices ? `${description}: ${choices.join(", ")} (default: replace)` : description;
    const made = option(`--${kebab(name)} <${VALUES[kind]}>`, says, number);
    command.addOption(made.helpGroup("Data:"));
  }
  return command;
}

/** What the options of an experiment are, by their names. */
const says = Object.fromEntries(
  describeOptions(experimentSchema).map(({ name, description }) => [name, description]),
);

const shared = {
  generations: option("--generations <n>", says["generations"], numeric),
  trajectories: option("--trajectories <n>", says["trajectories"], numeric),
  seed: option("--seed <seed>", says["seed"], seedOf),
  survival: option("--survival <event>", `${says["survival"]}; may be repeated`, collect),
  observable: option("--observable <name>", "record this one only; may be repeated", collect),
  record: option("--record <spec>", says["record"]),
  set: option(
    "--set <name=value>",
    "give this to the module of a model of your own; may be repeated",
    setting,
  ),
  generationList: option("--generations <list>", "generations to print (default: 1,2,5,10,…,1000)", list),
  threshold: option(
    "--threshold <number>",
    "gaussian, mixture: ask for Pr(std > threshold) (default: 0.1 std); regression: for Pr(error > threshold)",
    numeric,
  ),
  count: option("--count <number>", "forgetting: copies expected in the first training set", numeric),
  tokenizer: option(
    "--tokenizer <name>",
    "words, orthographic (don't, well-known), segmenter (no spaces), whitespace or notebook (default: words)",
  ),
  jsonField: option(
    "--json-field <name>",
    "the text is JSONL: one object a line, this field of it a document",
  ),
  ids: option(
    "--ids <u16|u32>",
    "the file holds ids in place of a text, whole numbers of 16 or 32 bits, as numpy's tofile() writes them",
  ),
  corpus: option(
    "--corpus <file>",
    "ngram: a text, UTF-8 or UTF-16, plain or gzipped; - is standard input (default: Moby-Dick)",
  ),
  top: option("--top <n>", "how many words to list (default: 10)", numeric),
  out: option("--out <dir>", "also write files into this directory"),
  force: new Option("--force", "with --out: write over the files of another experiment"),
  raw: new Option("--raw", "with --out: every trajectory too, as Parquet"),
  workers: option(
    "--workers <n>",
    "threads to share the work among (default: auto, as many as there are CPUs to use)",
    (text) => checkWorkers(numeric(text)),
  ),
  definitions: new Option("--definitions", "also say whether it collapses, by each of eight definitions"),
  json: new Option("--json", "print one JSON document"),
};

/** Adds options that several commands share. */
export function addOptions(command: Command, ...names: (keyof typeof shared)[]): Command {
  for (const name of names) command.addOption(shared[name]);
  return command;
}
