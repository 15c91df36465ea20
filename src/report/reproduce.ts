import * as v from "valibot";
import { kernels } from "../backend.ts";
import { parse } from "../check/schema.ts";
import type { PaperExperiment } from "../papers/index.ts";
import { figureFiles, inlineSvg, type NamedFile, whyNoPng } from "../plot/index.ts";
import { loadVega } from "../plot/vega.ts";
import { randomSeed, seedKey } from "../seed.ts";
import { type Origin, originOf } from "../simulate/provenance.ts";
import { reading } from "../text/reading.ts";
import type { Tokenizer } from "../text/tokenise.ts";
import { checkWorkers, type Workers } from "../workers/choice.ts";
import { chosen, figureList, figuresOf, type Named, paperOf } from "./choice.ts";
import { runCollapse } from "./collapse.ts";
import { readCorpus } from "./corpus.ts";
import { runErrors } from "./errors.ts";
import { runEstimators } from "./estimators.ts";
import type { Context, Corpus, Finding } from "./finding.ts";
import { runFits } from "./fits.ts";
import { runLifetimes } from "./lifetimes.ts";
import { runMedianTimes } from "./median-times.ts";
import { runNgrams } from "./ngrams.ts";
import { page } from "./page.ts";
import { runPaths } from "./paths.ts";
import { stopwatch } from "./run.ts";
import { runSurvival } from "./survival.ts";
import { runSweep } from "./sweep.ts";
import { runUntilOne } from "./until-one.ts";
import { runVocabulary } from "./vocabulary.ts";

/** What to reproduce, and with what. */
export interface ReproduceOptions {
  /** Which paper: `"suresh"` (default), `"kazdan"`, `"gerstgrasser"`, `"he-xu-cheng"` or `"kanabar-gastpar"`. */
  paper?: string | undefined;
  /** A text file for the experiments on a corpus, `-` for standard input (default: the built-in Moby-Dick). */
  corpus?: string | undefined;
  /** How the corpus is cut into words (default `"words"`). */
  tokenizer?: Tokenizer | undefined;
  /** The corpus is JSONL, and this field of each line is a document (default: a text). */
  jsonField?: string | undefined;
  /** The names of the figures wanted, as `figureList()` gives them (default: all). */
  only?: readonly string[] | undefined;
  /** A tenth of the trajectories: a minute's work in seconds (default false). */
  quick?: boolean | undefined;
  /** An integer from 0 to 2^53-1, or a string; one for all experiments (default: a random integer, given back). */
  seed?: number | string | undefined;
  /** Which of its experiments (default: all). */
  experiments?: readonly PaperExperiment[] | undefined;
}

/** How to run it; no number depends on this. */
export interface ReproduceHow {
  signal?: AbortSignal;
  /** As in `simulate()`: a number of threads, or `"auto"` (default 1). */
  workers?: Workers;
  /** Called now and then: what is being done, and how much of it. */
  onProgress?: (label: string, done: number, total: number) => void;
  /** Called with what there is to say of the corpus: what it looks like, and by which option it is read as that. */
  onNote?: (note: string) => void;
}

/** The report: what was found, and the files to write, `index.html` last. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly files: readonly NamedFile[];
  readonly provenance: Origin;
  readonly seconds: number;
}

const schema = v.strictObject({
  paper: v.optional(v.unknown()),
  corpus: v.optional(v.string("a file name, or - for standard input")),
  tokenizer: v.optional(v.unknown()),
  jsonField: v.optional(v.unknown()),
  only: v.optional(v.array(v.string("the name of a figure"), "an array of names of figures")),
  quick: v.optional(v.boolean("true or false")),
  seed: v.optional(v.unknown()),
  experiments: v.optional(v.array(v.looseObject({}), "an array of experiments")),
});

/**
 * Runs the experiments of a paper and makes a report of them: a page, figures, and their data.
 *
 * @throws {InputError} for an option that is unknown or out of range, a corpus that cannot be read, and where what draws
 * pictures is not installed
 * @throws {unknown} the signal's reason when it was aborted
 */
export async function reproduce(options: ReproduceOptions = {}, how: ReproduceHow = {}): Promise<Report> {
  parse(schema, options);
  const elapsed = stopwatch();
  const paper = paperOf(options.paper);
  const { quick = false, seed = randomSeed(), experiments = paper.experiments } = options;
  // Refused here, before a long corpus is read.
  seedKey(seed);
  await loadVega();
  const wanted = options.only && chosen(options.only, experiments);
  const isWanted = ({ name }: Named) => wanted === undefined || wanted.has(name);
  const asked = experiments.filter((experiment) => figuresOf(experiment).some(isWanted));
  const { signal, onProgress } = how;
  const workers = checkWorkers(how.workers ?? 1);
  const corpus = paper.text
    ? await readCorpus(options, {
        signal,
        ...reading(options.corpus, { progress: onProgress, note: how.onNote }),
      })
    : undefined;
  // Only papers with a text have experiments that look at it.
  const context = { seed, corpus: corpus as Corpus, signal, workers };
  const findings: Finding[] = [];
  const svgs: string[] = [];
  const files: NamedFile[] = [];
  for (const [i, experiment] of asked.entries()) {
    const tell = (share: number) => onProgress?.(experiment.title, i + share, asked.length);
    // Of one alone no error can be told.
    const trajectories = ({ trajectories: full }: PaperExperiment) =>
      quick ? Math.max(2, Math.ceil(full / 10)) : full;
    tell(0);
    const found = await run(experiment, { ...context, trajectories, onProgress: tell });
    for (const finding of found.filter(isWanted)) {
      findings.push(finding);
      svgs.push(await inlineSvg(finding.figure));
      for (const { name, content } of await figureFiles(finding.figure))
        files.push({ name: `figures/${name}`, content });
      files.push({ name: `data/${finding.name}.csv`, content: finding.csv });
      signal?.throwIfAborted();
    }
    tell(1);
  }
  const origin = originOf(seed, kernels().backend);
  const seconds = elapsed();
  files.push({
    name: "index.html",
    content: page(findings, svgs, {
      paper,
      corpus,
      quick,
      png: (await whyNoPng()) === undefined,
      of: figureList(experiments).length,
      provenance: origin,
      seconds,
    }),
  });
  return { findings, files, provenance: origin, seconds };
}

function run(experiment: PaperExperiment, context: Context): Promise<Finding[]> {
  switch (experiment.kind) {
    case "errors":
      return runErrors(experiment, context);
    case "sweep":
      return runSweep(experiment, context);
    case "collapse":
      return runCollapse(experiment, context);
    case "median-times":
      return runMedianTimes(experiment, context);
    case "paths":
      return runPaths(experiment, context);
    case "survival":
      return runSurvival(experiment, context);
    case "estimators":
      return runEstimators(experiment, context);
    case "fits":
      return runFits(experiment, context);
    case "vocabulary":
      return runVocabulary(experiment, context);
    case "ngrams":
      return runNgrams(experiment, context);
    case "lifetimes":
      return runLifetimes(experiment, context);
    case "until-one":
      return runUntilOne(experiment, context);
  }
}
