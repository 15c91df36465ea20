import * as v from "valibot";
import { InputError, invalid } from "../check/errors.ts";
import { bag, choice, described, integer, list, number, parse } from "../check/schema.ts";
import { categoricalDerived, namesOf } from "../generations/derived/index.ts";
import { log } from "../kernels/math.ts";
import { MAX_SYMBOLS } from "../kernels/plans.ts";
import { REPLACE } from "../kernels/regime.ts";
import { checkCounts, checkWeights, inRange } from "../random/check.ts";
import { checkFit, type Fit, type FitOptions, fitEntries, fitPlan } from "./categorical/fit.ts";
import { define, METHOD, type ModelDefinition, make, named, SAMPLES } from "./model.ts";
import { type Zipf, zipfWeights } from "./zipf.ts";

export interface CategoricalOptions extends FitOptions {
  /** How often each symbol occurred in a corpus: integers from 0, their sum at most 2^53-1. */
  counts?: ArrayLike<number>;
  /** Or: the symbols' probabilities, up to a factor of any size. */
  weights?: ArrayLike<number>;
  /**
   * Or: the Zipf–Mandelbrot law, weights (i + shift)^-exponent for i = 1 … size. `size` from 1 to 50,000,000,
   * `exponent` from 0 to 20, `shift` (default 0) from 0 to 1e9.
   */
  zipf?: { size: number; exponent: number; shift?: number };
  /** Samples each generation is fitted to, n: an integer from 1 to 2^53-1 (default with counts: their sum). */
  samples?: number;
  /**
   * `"multinomial"` (default) draws n samples; `"poisson"` draws each symbol's count on its own, Poisson(n p), so
   * that n is only the mean, and a model can die out altogether.
   */
  sampling?: "multinomial" | "poisson";
  /**
   * `"statistic"` (default) draws the counts from their exact law, at the cost of the symbols still alive: as Poisson
   * numbers whose total is then made exact, or, where few symbols are left, by binomial splitting.
   * `"binomial-splitting"` (with multinomial sampling only) always does the latter; `"samples"` draws all n samples,
   * for n up to 10^8. All have the same law.
   */
  method?: "statistic" | "binomial-splitting" | "samples";
}

/**
 * A categorical model, checked. As JSON, in which its list is an array, it is what `categorical()` accepts. The list is the
 * model's own: to be read, not written into.
 */
export interface CategoricalModel extends Fit {
  readonly name: "categorical";
  readonly counts?: Float64Array | undefined;
  readonly weights?: Float64Array | undefined;
  readonly zipf?: Zipf | undefined;
  readonly samples: number;
  readonly sampling: "multinomial" | "poisson";
  readonly method: "statistic" | "binomial-splitting" | "samples";
}

const ALLOWED = "an integer from 1 to 2^53-1";
const EITHER = "one of counts, weights and zipf, and only one";

const numbers = (of: v.GenericSchema) => list<ArrayLike<unknown>>("an array of numbers", of);

const zipfSchema = v.strictObject({
  size: described("symbols", integer(1, MAX_SYMBOLS)),
  exponent: described("how steeply their weights fall", number(0, 20)),
  shift: v.optional(described("how flat the first of them are", number(0, 1e9)), 0),
});

const schema = v.strictObject({
  name: named("categorical"),
  counts: v.optional(described("how often each symbol occurred", numbers(integer(0)))),
  weights: v.optional(described("weight of each symbol", numbers(v.pipe(v.number(), v.minValue(0))))),
  zipf: v.optional(
    described(
      "weights (i + shift)^-exponent",
      bag("an object with size, exponent and perhaps shift", zipfSchema),
    ),
  ),
  samples: v.optional(described(SAMPLES, integer(1))),
  sampling: v.optional(
    described("whether n is the number of samples, or its mean", choice("multinomial", "poisson")),
    "multinomial",
  ),
  method: v.optional(described(METHOD, choice("statistic", "binomial-splitting", "samples")), "statistic"),
  ...fitEntries,
});

const observables = ["unique", "entropy", "heterozygosity", "tv"] as const;
const derived = namesOf(categoricalDerived);
export type CategoricalObservable = (typeof observables)[number] | (typeof derived)[number];

export const categoricalDefinition: ModelDefinition<CategoricalModel, typeof observables> & {
  readonly derived: typeof derived;
} = {
  oneOf: ["counts", "weights", "zipf"],
  // What `samples` may lack here, check() puts in.
  schema: schema as unknown as v.GenericSchema<unknown, CategoricalModel>,
  check(model, place) {
    const given = [model.counts, model.weights, model.zipf].filter((x) => x !== undefined).length;
    if (given === 0) throw new InputError(`invalid ${place}weights: missing (${EITHER})`);
    if (given > 1) throw new InputError(`invalid ${place}weights: given twice (${EITHER})`);
    if (model.method === "binomial-splitting" && model.sampling === "poisson") {
      throw invalid(`${place}method`, model.method, '"statistic" or "samples" with Poisson sampling');
    }
    const counted = model.counts && checkCounts(`${place}counts`, model.counts, 0);
    const samples = model.samples ?? counted?.total;
    if (samples === undefined) throw new InputError(`invalid ${place}samples: missing (${ALLOWED})`);
    const symbols = counted
      ? { counts: counted.counts }
      : model.weights
        ? { weights: checkWeights(`${place}weights`, model.weights) }
        : { zipf: Object.freeze(parse(zipfSchema, model.zipf, `${place}zipf.`)) };
    const { name, sampling, method } = model;
    const size = symbols.zipf?.size ?? (symbols.counts ?? symbols.weights ?? []).length;
    return { name, ...symbols, samples, sampling, method, ...checkFit(model, model, size, place) };
  },
  isUsual: (model) => Object.keys(fitPlan(model)).length === 0,
  observables,
  derived,
  recorded: observables,
  initial(model) {
    const weights = weightsOf(model);
    const total = weights.reduce((a, b) => a + b, 0);
    let unique = 0;
    let entropy = 0;
    let heterozygosity = 1;
    for (const weight of weights) {
      if (weight === 0) continue;
      const share = weight / total;
      unique += 1;
      if (share > 0) entropy -= share * log(share);
      heterozygosity -= share * share;
    }
    return [unique, entropy, Math.max(0, heterozygosity), 0];
  },
  plan(model, mask, watched) {
    const fit = fitPlan(model);
    return {
      kind: "categorical",
      samples: model.samples,
      bySamples: model.method === "samples",
      splitting: model.method === "binomial-splitting",
      weights: weightsOf(model),
      byPoisson: model.sampling === "poisson",
      mask,
      watched,
      ...fit,
      ...(Object.keys(fit).length > 0 && { regime: REPLACE }),
    };
  },
};

/** The weights of the symbols at generation 0, as inRange() has them: most often the model's own list, to be read only. */
export function weightsOf({ counts, weights, zipf }: CategoricalModel): Float64Array {
  return inRange(zipf ? zipfWeights(zipf) : (counts ?? weights ?? new Float64Array()));
}

/**
 * A discrete distribution refitted to its own samples: the counts of n draws, divided by n. A symbol that is not
 * drawn once is forgotten for good. Give one of `counts`, `weights` and `zipf`.
 *
 * Observables: `unique`, the symbols still alive; `entropy`, in nats; `heterozygosity`, 1 - sum of p^2; `tv`, the
 * total variation distance to generation 0. Each symbol's time to forget is kept too: `run.forgetting()`.
 *
 * @see Suresh, Thangaraj & Khandavally, https://arxiv.org/abs/2412.17646
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function categorical(options: CategoricalOptions): CategoricalModel {
  return define(categoricalDefinition, options);
}

/** The model of a corpus: it holds this very list, which `checkCounts()` made, and samples that were checked too. */
export function corpusModel(counts: Float64Array, samples: number): CategoricalModel {
  const [name, sampling, method] = ["categorical", "multinomial", "statistic"] as const;
  return make(categoricalDefinition, { name, counts, samples, sampling, method });
}
