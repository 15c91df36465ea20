import * as v from "valibot";
import { InputError } from "../check/errors.ts";
import { integer, parse } from "../check/schema.ts";
import { MAX_GROUPS } from "../chunks/tally.ts";
import { experimentSchema } from "../experiment/experiment.ts";
import { corpusModel } from "../models/categorical.ts";
import type { Run } from "../simulate/run.ts";
import { type SimulateOptions, simulate } from "../simulate/simulate.ts";
import { checkCorpus } from "../text/corpus.ts";
import type { WordCounts } from "../text/count.ts";
import { MEDIAN_SLOPE } from "../theory/forgetting.ts";
import { wilson } from "../theory/interval.ts";
import { groupSymbols } from "../theory/symbols.ts";
import { bothSides } from "../theory/theorem-1.ts";
import { type Line, straightLine } from "./fit.ts";

export interface ForgetOptions {
  /** Tokens drawn each generation (default: as many as the corpus has). */
  samples?: number | undefined;
  /** Generations (default 1000). */
  generations?: number | undefined;
  /** Independent runs (default 100). */
  trajectories?: number | undefined;
  /** Seed (default: a random one, given back in `run.experiment`). */
  seed?: number | string | undefined;
}

const { generations, trajectories, seed } = experimentSchema.entries;
const schema = v.strictObject({
  samples: v.optional(integer(1)),
  generations: v.optional(generations, 1000),
  trajectories: v.optional(trajectories, 100),
  seed,
});

/** Checks the options: a command does so before it reads a long text. */
export const checkForgetOptions = (options: ForgetOptions) => parse(schema, options);

/** The words that occurred equally often in the corpus. They share one law. */
export interface CountClass {
  /** How often each of them occurred. */
  readonly count: number;
  /** How many words there are. */
  readonly types: number;
  /** Generations until a word is forgotten: median and 10 % and 90 % quantiles; null when censored before. */
  readonly median: number | null;
  readonly q10: number | null;
  readonly q90: number | null;
  /** Cases, words times trajectories, in which the word was still there at the last generation. */
  readonly censored: number;
}

/** How likely a word is forgotten by the last generation: the share of the cases, its count's words times trajectories. */
export interface WordRisk {
  readonly word: string;
  readonly count: number;
  readonly probability: number;
  /**
   * The ends of its 95 % interval after Wilson, for as many cases as there were trajectories: the words of one depend on
   * one another, so that more of them may tell no more.
   */
  readonly lower: number;
  readonly upper: number;
}

/** How a corpus is forgotten by a unigram model that is retrained on its own output. */
export interface ForgetReport {
  /** Running words. */
  readonly tokens: number;
  /** Different words. */
  readonly types: number;
  readonly samples: number;
  /** The recorded generations; the arrays of `unique` run over them. */
  readonly generations: readonly number[];
  /** Different words left: mean over trajectories, its standard error, and the two sides of Corollary 1. */
  readonly unique: {
    readonly mean: Float64Array;
    readonly standardError: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  /** Rising by count. */
  readonly byCount: readonly CountClass[];
  /**
   * Straight line, median against count, through the classes whose median should come in the first half of the run
   * (2 c / ln 2, for c expected draws in the first generation): which points it uses does not depend on chance.
   */
  readonly fit: Line | null;
  /** Every word, most frequent first. */
  readonly words: readonly WordRisk[];
  /** The simulation itself. */
  readonly run: Run;
}

/**
 * Takes the corpus as generation 0 and lets every generation be a corpus of `samples` words drawn from the one
 * before: how much of the vocabulary is left, and how long a word lives that occurred c times. Words that occurred
 * equally often are exchangeable, so their times are pooled.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646, Corollary 1 and the discrete experiments
 * @throws {InputError} for a corpus whose parts contradict each other or that has more than 200,000 different counts, an
 *   option that is unknown or out of range
 */
export async function forget(
  corpus: WordCounts,
  options: ForgetOptions = {},
  how: SimulateOptions = {},
): Promise<ForgetReport> {
  const { total: tokens, words, counts } = checkCorpus(corpus);
  const { samples = tokens, generations, trajectories, seed } = checkForgetOptions(options);
  const symbols = groupSymbols("counts", counts, undefined);
  if (symbols.p.length > MAX_GROUPS)
    throw new InputError(`invalid counts: ${symbols.p.length} different ones (at most ${MAX_GROUPS})`);
  const model = corpusModel(counts, samples);
  const experiment = { model, generations, trajectories, observables: ["unique"] as const };
  const run = await simulate(seed === undefined ? experiment : { ...experiment, seed }, how);
  const { mean, standardError } = run.observable("unique");
  const { groups } = run.forgetting();
  const byCount = groups
    .map(({ weight, symbols, time }) => ({
      count: weight,
      types: symbols,
      median: time.median,
      q10: time.quantile(0.1),
      q90: time.quantile(0.9),
      censored: time.censored,
    }))
    .reverse();
  const forgotten = new Map(
    groups.map(({ weight, time }) => {
      const probability = 1 - time.censored / time.observed;
      return [weight, { probability, ...wilson(probability, trajectories) }];
    }),
  );
  return {
    tokens,
    types: words.length,
    samples,
    generations: run.generations,
    // What is forgotten stays so: the least of the upper bounds so far.
    unique: { mean, standardError, ...bothSides(symbols, samples, run.generations) },
    byCount,
    fit: straightLine(
      byCount.flatMap(({ count, median }) =>
        median !== null && (MEDIAN_SLOPE * count * samples) / tokens <= generations / 2
          ? [[count, median]]
          : [],
      ),
    ),
    words: words.map((word, i) => {
      const count = counts[i];
      // A word of count 0 was never there.
      return { word, count, ...(forgotten.get(count) ?? { probability: 0, lower: 0, upper: 0 }) };
    }),
    run,
  };
}
