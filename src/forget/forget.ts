import * as v from "valibot";
import { InputError } from "../check/errors.ts";
import { integer, parse } from "../check/schema.ts";
import { MAX_GROUPS } from "../chunks/tally.ts";
import { checkExperiment, experimentSchema } from "../experiment/experiment.ts";
import { checkRegime, isPlain, type Regime } from "../experiment/regime.ts";
import { corpusModel } from "../models/categorical.ts";
import { MAX_INTEGER } from "../seed.ts";
import type { Run } from "../simulate/run.ts";
import { type SimulateOptions, simulateChecked } from "../simulate/simulate.ts";
import { checkCorpus } from "../text/corpus.ts";
import type { WordCounts } from "../text/count.ts";
import { MEDIAN_SLOPE } from "../theory/forgetting.ts";
import { wilson } from "../theory/interval.ts";
import { groupSymbols } from "../theory/symbols.ts";
import { bothSides } from "../theory/theorem-1.ts";
import { type Line, straightLine } from "./fit.ts";
import { type RegimeForgetting, regimeForgetting } from "./laws.ts";
import { type ForgetPresence, presenceOfWords } from "./presence.ts";

export interface ForgetOptions {
  /** Tokens drawn each generation (default: as many as the corpus has). */
  samples?: number | undefined;
  /** Generations (default 1000). */
  generations?: number | undefined;
  /** Independent runs (default 100; 10 under any other regime than "replace", where more words take more time). */
  trajectories?: number | undefined;
  /** What data each generation is trained on, as that of an experiment (default `"replace"`). */
  regime?: Regime | Regime["name"] | undefined;
  /** Seed (default: a random one, given back in `run.experiment`). */
  seed?: number | string | undefined;
}

const { generations, trajectories, seed } = experimentSchema.entries;
const schema = v.strictObject({
  samples: v.optional(integer(1)),
  generations: v.optional(generations, 1000),
  trajectories: v.optional(trajectories),
  regime: v.optional(v.unknown()),
  seed,
});

/** Checks what does not take a corpus. */
function checkOptions(options: ForgetOptions) {
  const { regime, trajectories, ...rest } = parse(schema, options);
  const data = (typeof regime === "object" ? regime : { name: regime ?? "replace" }) as Regime | null;
  const runs = data && isPlain(data) ? 100 : 10;
  return {
    ...rest,
    trajectories: trajectories ?? runs,
    ...(regime !== undefined && { regime: regime as Regime }),
  };
}

/**
 * The same before a corpus of unknown size is there, as a command does that reads a long text: as far as can be told.
 * What is left out has its default, but for `samples`, of which the corpus has as many.
 */
export function checkForgetOptions(options: ForgetOptions, place?: string): ReturnType<typeof checkOptions> {
  const checked = checkOptions(options);
  const { samples, generations, regime } = checked;
  if (regime === undefined) return checked;
  // As many as do.
  const { realSamples } = (typeof regime === "object" && regime ? regime : {}) as { realSamples?: unknown };
  const enough = Number.isSafeInteger(realSamples) ? Math.max(1, (realSamples as number) + 1) : 1;
  const model = corpusModel(Float64Array.of(1), samples ?? Math.min(enough, MAX_INTEGER));
  checkRegime(regime, model, generations, place);
  return checked;
}

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
  /** The probability by the regime's law, where that is known, that a word is gone by then; left out under "replace". */
  readonly gone?: number;
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
  /** What data each generation is trained on. */
  readonly regime: Regime;
  /** Running words. */
  readonly tokens: number;
  /** Different words. */
  readonly types: number;
  readonly samples: number;
  /** The recorded generations; the arrays of `unique` run over them. */
  readonly generations: readonly number[];
  /**
   * Different words left: mean over trajectories, its standard error, and the two sides of Corollary 1; these are empty
   * where the last generation's data are not all there is. `expected` is there then, the mean by the law of Poisson
   * sampling, and null else, or where it would take too long.
   */
  readonly unique: {
    readonly mean: Float64Array;
    readonly standardError: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly expected: Float64Array | null;
  };
  /** What `expected` tends to with the generations; null where there is none, or generations grow. */
  readonly limit: number | null;
  /**
   * How words come and go, where new real data bring back what was absent: nothing is forgotten for good then, and
   * `byCount` and `words` are empty. Else null.
   */
  readonly presence: ForgetPresence | null;
  /** Rising by count. */
  readonly byCount: readonly CountClass[];
  /**
   * Straight line, median against count, through the classes whose median should come in the first half of the run
   * (2 c / ln 2, for c expected draws in the first generation): which points it uses does not depend on chance. Null
   * where too few are left, or the last generation's data are not all there is.
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
 * equally often are exchangeable, so their times are pooled. Under a regime with new real data words come and go: how
 * long they stay away takes the place of the time to forget.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646, Corollary 1 and the discrete experiments
 * @throws {InputError} for a corpus whose parts contradict each other or that has more than 200,000 different counts, an
 *   option that is unknown or out of range
 */
export function forget(
  corpus: WordCounts,
  options: ForgetOptions = {},
  how: SimulateOptions = {},
): Promise<ForgetReport> {
  return forgetUnder(corpus, options, how);
}

/** The same; `place` goes before the names of a regime's options in messages. */
export async function forgetUnder(
  corpus: WordCounts,
  options: ForgetOptions,
  how: SimulateOptions,
  place?: string,
): Promise<ForgetReport> {
  const { total: tokens, words, counts } = checkCorpus(corpus);
  const { samples = tokens, ...asked } = checkOptions(options);
  const symbols = groupSymbols("counts", counts, undefined);
  if (symbols.p.length > MAX_GROUPS)
    throw new InputError(`invalid counts: ${symbols.p.length} different ones (at most ${MAX_GROUPS})`);
  const model = corpusModel(counts, samples);
  const experiment = checkExperiment({ model, ...asked, observables: ["unique"] }, place);
  const run = await simulateChecked(experiment, how);
  const { regime } = run.experiment;
  const { mean, standardError } = run.observable("unique");
  const plain = isPlain(regime);
  const laws = plain ? undefined : regimeForgetting(regime, symbols, samples, run.generations);
  const measured = run.presence();
  return {
    regime,
    tokens,
    types: words.length,
    samples,
    generations: run.generations,
    unique: {
      mean,
      standardError,
      // What is forgotten stays so: the least of the upper bounds so far.
      ...(plain ? bothSides(symbols, samples, run.generations) : NO_BOUNDS),
      expected: laws?.expected ?? null,
    },
    limit: laws?.limit ?? null,
    presence: measured && presenceOfWords(measured, words, counts),
    ...(measured ? NOTHING_FORGOTTEN : forgotten(run, { words, counts, tokens, samples }, laws)),
    run,
  };
}

const NO_BOUNDS = { lower: new Float64Array(), upper: new Float64Array() };
const NOTHING_FORGOTTEN = { byCount: [], fit: null, words: [] };

interface Drawn {
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  readonly tokens: number;
  readonly samples: number;
}

/** When words are forgotten, by how often they occurred. */
function forgotten(
  run: Run,
  { words, counts, tokens, samples }: Drawn,
  laws: RegimeForgetting | undefined,
): Pick<ForgetReport, "byCount" | "fit" | "words"> {
  const { generations, trajectories } = run.experiment;
  const { groups } = run.forgetting();
  const byCount = groups
    .map(({ weight, symbols, time }) => {
      const gone = laws?.gone(weight) ?? null;
      return {
        count: weight,
        types: symbols,
        median: time.median,
        q10: time.quantile(0.1),
        q90: time.quantile(0.9),
        censored: time.censored,
        ...(gone !== null && { gone }),
      };
    })
    .reverse();
  const risks = new Map(
    groups.map(({ weight, time }) => {
      const probability = 1 - time.censored / time.observed;
      return [weight, { probability, ...wilson(probability, trajectories) }];
    }),
  );
  const inTime = (count: number) => (MEDIAN_SLOPE * count * samples) / tokens <= generations / 2;
  const points = byCount.flatMap(({ count, median }) =>
    median !== null && inTime(count) ? [[count, median]] : [],
  );
  return {
    byCount,
    fit: laws ? null : straightLine(points),
    words: words.map((word, i) => {
      const count = counts[i];
      // A word of count 0 was never there.
      return { word, count, ...(risks.get(count) ?? { probability: 0, lower: 0, upper: 0 }) };
    }),
  };
}
