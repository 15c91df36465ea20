import { type Command, Option } from "commander";
import { InputError, show } from "../check/errors.ts";
import { checkWorkers } from "../workers/choice.ts";
import { list, listOrFile, numeric, seedOf, zipf } from "./numbers.ts";

type Parse = (text: string, before: unknown) => unknown;

/** An option with a value; a value that looks like the next option was most likely forgotten. */
export function option(flags: string, description: string, parse: Parse = (text) => text): Option {
  const made = new Option(flags, description);
  return made.argParser((text: string, before: unknown) => {
    if (!text.startsWith("--")) return parse(text, before);
    throw new InputError(`missing value: --${made.name()} (it was followed by ${show(text)})`);
  });
}

const collect: Parse = (text, before) => [...((before as string[] | undefined) ?? []), text];

const modelOptions: [flags: string, description: string, parse?: Parse][] = [
  ["--samples <n>", "samples each generation is fitted to", numeric],
  ["--p <probability>", "bernoulli: probability of a one at generation 0", numeric],
  ["--rate <number>", "poisson: mean at generation 0", numeric],
  ["--mean <number>", "gaussian, mixture: mean at generation 0 (default: 0; mixture: 1)", numeric],
  ["--std <number>", "gaussian, mixture: standard deviation at generation 0 (default: 1)", numeric],
  [
    "--estimator <name>",
    "gaussian: unbiased or ml (default: unbiased); mixture: ml, approximate-ml or notebook (default: ml)",
  ],
  ["--eta <number>", "mixture: the constant of approximate-ml (default: 2)", numeric],
  ["--counts <list>", "categorical: counts a,b,c or @file", (text) => listOrFile("counts", text)],
  ["--weights <list>", "categorical: weights a,b,c or @file", (text) => listOrFile("weights", text)],
  ["--zipf <list>", "categorical: weights (i + shift)^-exponent, as size,exponent,shift", zipf],
  ["--order <n>", "ngram: words that a word depends on, and itself: 1 to 64", numeric],
  ["--rule <name>", "ngram: stream or documents (default: stream)"],
  ["--span <n>", "ngram: length of the sequences that novelty looks at (default: the order)", numeric],
  ["--sampling <name>", "categorical: multinomial or poisson (default: multinomial)"],
  ["--method <name>", "draw the statistic, or all samples: statistic or samples (default: statistic)"],
];

/** The names of the options that describe a model; they are those of the API. */
export const modelOptionNames: readonly string[] = modelOptions.map(
  ([flags]) => flags.slice(2).split(" ")[0],
);

/** Adds the options of all models; the library refuses those that are not of the model at hand. */
export function addModelOptions(command: Command): Command {
  for (const [flags, description, parse] of modelOptions) {
    command.addOption(option(flags, description, parse).helpGroup("Model:"));
  }
  return command;
}

const shared = {
  generations: option("--generations <n>", "refits after generation 0", numeric),
  trajectories: option("--trajectories <n>", "independent runs", numeric),
  seed: option("--seed <seed>", "an integer or a string (default: a random one, which is shown)", seedOf),
  survival: option(
    "--survival <event>",
    "watch an event, as in 'std>0.1' or 'p!=0,1'; may be repeated",
    collect,
  ),
  observable: option("--observable <name>", "record this one only; may be repeated", collect),
  record: option("--record <spec>", "record all, every:N or log:N generations (default: all, up to 1,000)"),
  generationList: option("--generations <list>", "generations to print (default: 1,2,5,10,…,1000)", list),
  threshold: option(
    "--threshold <number>",
    "gaussian, mixture: ask for Pr(std > threshold) (default: 0.1 std)",
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
  corpus: option(
    "--corpus <file>",
    "ngram: a text, UTF-8 or UTF-16, plain or gzipped; - is standard input (default: Moby-Dick)",
  ),
  top: option("--top <n>", "how many words to list (default: 10)", numeric),
  out: option("--out <dir>", "also write files into this directory"),
  workers: option(
    "--workers <n>",
    "threads to share the work among (default: auto, as many as there are CPUs to use)",
    (text) => checkWorkers(numeric(text)),
  ),
  json: new Option("--json", "print one JSON document"),
};

/** Adds options that several commands share. */
export function addOptions(command: Command, ...names: (keyof typeof shared)[]): Command {
  for (const name of names) command.addOption(shared[name]);
  return command;
}
