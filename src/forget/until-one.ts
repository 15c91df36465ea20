import * as v from "valibot";
import { invalid } from "../check/errors.ts";
import { integer, parse } from "../check/schema.ts";
import { experimentSchema } from "../experiment/experiment.ts";
import { corpusModel } from "../models/categorical.ts";
import type { Run } from "../simulate/run.ts";
import { type SimulateOptions, simulate } from "../simulate/simulate.ts";
import { checkCorpus } from "../text/corpus.ts";
import type { WordCounts } from "../text/count.ts";
import {
  type CategoricalOptions,
  expectedUnique,
  linesLeft,
  timeToOne,
  timeToOneDiffusion,
  timeToOneQuantile,
} from "../theory/categorical.ts";

export interface UntilOneOptions {
  /** Tokens drawn each generation: an integer from 1 to 35,791,394 (default: as many as the corpus has). */
  samples?: number | undefined;
  /** Independent runs (default 10). */
  trajectories?: number | undefined;
  /** Seed (default: a random one, given back in `run.experiment`). */
  seed?: number | string | undefined;
}

const { trajectories, seed } = experimentSchema.entries;
const schema = v.strictObject({
  samples: v.optional(integer(1)),
  trajectories: v.optional(trajectories, 10),
  seed,
});

/** The generation at which a single word is left. */
export interface TimeToOneWord {
  /** Median, 10 % and 90 % quantiles over trajectories, mean and its standard error. */
  readonly median: number;
  readonly q10: number;
  readonly q90: number;
  readonly mean: number;
  /** NaN for a single trajectory. */
  readonly standardError: number;
  /** The same by the exact law, with the standard deviation of one trajectory, and the mean by the diffusion. */
  readonly theory: {
    readonly median: number;
    readonly q10: number;
    readonly q90: number;
    readonly mean: number;
    readonly sd: number;
    readonly diffusion: number;
  };
}

/** A word that was the last one standing. */
export interface LastWord {
  readonly word: string;
  readonly count: number;
  /** In how many trajectories. */
  readonly trajectories: number;
  /** How likely that is in each: its share of the corpus. */
  readonly probability: number;
}

/** How a corpus comes down to a single word. */
export interface UntilOneReport {
  /** Running words. */
  readonly tokens: number;
  /** Different words. */
  readonly types: number;
  readonly samples: number;
  readonly time: TimeToOneWord;
  /** The recorded generations up to the last collapse; the arrays of `unique` run over them. */
  readonly generations: readonly number[];
  /** Different words left: mean over trajectories and its standard error, the exact mean, and the 2n/k law. */
  readonly unique: {
    readonly mean: Float64Array;
    readonly standardError: Float64Array;
    readonly exact: Float64Array;
    readonly lines: Float64Array;
  };
  /** Most frequent first. */
  readonly lastWords: readonly LastWord[];
  /** The simulation itself. It goes on, unchanged, for as long as any run might have taken. */
  readonly run: Run;
}

/** A run that lasts this many times n generations ends with more than one word once in e^60 / 3 cases. */
const LIFETIMES = 60;
const LAST_GENERATION = 2147483647;
const MAX_SAMPLES = Math.floor(LAST_GENERATION / LIFETIMES);
/** Generations are recorded evenly on a logarithmic axis, so many for each tenfold. */
const RECORD = "log:40";
const MORE_THAN_ONE = "unique>1";

/**
 * Forgets the corpus until a single word is left, about 2n generations for n tokens: when, which word that is, and how
 * the vocabulary shrinks on the way. When k lines of descent are left, 2n/k generations have passed; when k words
 * are, somewhat fewer.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646; Kingman 1982,
 *   https://doi.org/10.1016/0304-4149(82)90011-4
 * @throws {InputError} for a corpus whose parts contradict each other, an option that is unknown or out of range
 *
 * @example
 * const { time, lastWords } = await forgetUntilOne(countTokens(text), { seed: 42 });
 */
export async function forgetUntilOne(
  corpus: WordCounts,
  options: UntilOneOptions = {},
  how: SimulateOptions = {},
): Promise<UntilOneReport> {
  const { total: tokens, counts, words } = checkCorpus(corpus);
  const { samples, trajectories, seed } = checkUntilOneOptions(options, tokens);
  const model = corpusModel(counts, samples);
  const experiment = {
    model,
    generations: LIFETIMES * samples,
    trajectories,
    observables: ["unique"] as const,
    survival: [MORE_THAN_ONE] as const,
    record: RECORD,
  };
  const run = await simulate(seed === undefined ? experiment : { ...experiment, seed }, how);
  const end = collapseOf(run);
  const generations = run.generations.slice(0, end);
  const { mean, standardError } = run.observable("unique");
  const { groups, probability } = run.forgetting();
  // Words of equal count stand together: the laws need each count only once.
  const symbols = {
    weights: groups.map(({ weight }) => weight),
    multiplicities: groups.map(({ symbols }) => symbols),
    samples,
  };
  return {
    tokens,
    types: words.length,
    samples,
    time: timeOf(run, symbols),
    generations,
    unique: {
      mean: mean.slice(0, end),
      standardError: standardError.slice(0, end),
      exact: expectedUnique({ ...symbols, generations }),
      lines: Float64Array.from(generations, (generation) => linesLeft({ samples, generation })),
    },
    lastWords: words.flatMap((word, i) => {
      const wins = Math.round((1 - probability[i]) * trajectories);
      return wins === 0
        ? []
        : [{ word, count: counts[i], trajectories: wins, probability: counts[i] / tokens }];
    }),
    run,
  };
}

/**
 * Checks the options for a corpus of so many tokens; before that is known, as a command does that reads a long text, for
 * any. @throws {InputError} also where a collapse takes more generations than can be counted
 */
export function checkUntilOneOptions(options: UntilOneOptions, tokens = 1) {
  const { samples = tokens, ...read } = parse(schema, options);
  if (samples > MAX_SAMPLES)
    throw invalid("samples", samples, `at most ${MAX_SAMPLES} until one word is left`);
  return { ...read, samples };
}

/** How many recorded generations there are until all trajectories are down to one word: 0 and 1 at least. */
function collapseOf(run: Run): number {
  const { probability } = run.survival(MORE_THAN_ONE);
  return Math.max(2, probability.indexOf(0) + 1);
}

function timeOf(run: Run, symbols: CategoricalOptions): TimeToOneWord {
  const time = run.timeTo(MORE_THAN_ONE);
  const quantile = (q: number) => time.quantile(q) ?? Number.POSITIVE_INFINITY;
  const exact = (q: number) => timeToOneQuantile({ ...symbols, q });
  return {
    median: quantile(0.5),
    q10: quantile(0.1),
    q90: quantile(0.9),
    mean: time.mean,
    standardError: time.standardError,
    theory: {
      median: exact(0.5),
      q10: exact(0.1),
      q90: exact(0.9),
      ...timeToOne(symbols),
      diffusion: timeToOneDiffusion(symbols),
    },
  };
}
