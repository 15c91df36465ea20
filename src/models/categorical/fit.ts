// How a categorical model is fitted, and how it is sampled from: options of its own.
import * as v from "valibot";
import { InputError, invalid } from "../../check/errors.ts";
import { listOf, readFields } from "../../check/given.ts";
import { above, bag, choiceOrFunction, described, integer, list, number, parse } from "../../check/schema.ts";
import {
  type DecodingPlan,
  ESTIMATORS,
  type EstimatorName,
  type EstimatorPlan,
  type OwnCountsFit,
} from "../../kernels/fit.ts";

/** How a categorical model is fitted to counts, and sampled from. */
export interface FitOptions {
  /**
   * What is made of counts c of n samples of m symbols. `"ml"` (default): the frequencies, c / n. `"add"`:
   * (c + beta) / (n + m beta). `"shrink"`: (1 - lambda) c / n + lambda / m. `"james-stein"`: the same, lambda estimated from
   * the counts. `"good-turing"`: symbols that are not in the data share N_1 / n, N_1 those that are there once.
   * `"absolute-discount"`: (c - discount) / n, and what that takes away goes to all alike. All but the first give
   * a probability to every symbol, at a cost that grows with m. Or a function of your own, from counts (a copy) and n to probabilities, up to a factor: then
   * the run stays in this thread, with one worker, and its results do not hold the function. Not with Poisson sampling.
   */
  estimator?: EstimatorName | OwnCountsFit;
  /** With `"add"`: a number above 0, up to 1e100 (default 1). */
  beta?: number;
  /** With `"shrink"`: from 0 to 1. */
  lambda?: number;
  /** With `"absolute-discount"`: from 0 to 1. */
  discount?: number;
  /**
   * Samples are drawn from p^(1 / temperature): a number from 1e-6 to 1e6. Rules that are given are followed in this order:
   * temperature, topK, topP, minP, curation, verifier. None with Poisson sampling.
   */
  temperature?: number;
  /** Only the k largest probabilities are sampled from: an integer from 1. Of equals those that are listed first. */
  topK?: number;
  /** Only the largest, as few as have this sum or more: a number above 0, up to 1. */
  topP?: number;
  /** Only those of at least this share of the largest: from 0 to 1. */
  minP?: number;
  /**
   * Each sample is one of so many that are drawn, chosen with chances proportional to exp(reward): an integer from 2 to
   * 1,000,000. Its law is worked out to rounding, at a cost that grows with the number of different rewards.
   */
  curation?: number;
  /** With `curation`: a number from -1e6 to 1e6 for each symbol. */
  rewards?: ArrayLike<number>;
  /**
   * Samples pass with the chance `valid`, above 0, if they are one of `symbols`, numbered from 0, else with the chance
   * `invalid`; they are drawn until n have passed. Where none can pass, all do.
   */
  verifier?: { valid: number; invalid: number; symbols: ArrayLike<number> };
}

/** As a schema hands them on. */
type Given = { readonly [K in keyof FitOptions]?: FitOptions[K] | undefined };

/** The same, checked. */
export type Fit = {
  readonly [K in Exclude<keyof FitOptions, "rewards" | "verifier">]?: FitOptions[K] | undefined;
} & {
  readonly rewards?: Float64Array | undefined;
  readonly verifier?: DecodingPlan["verifier"] | undefined;
};

const numbers = (of: v.GenericSchema) => list<ArrayLike<unknown>>("an array of numbers", of);

const verifierSchema = v.strictObject({
  valid: described("chance of a valid symbol to pass", above(0, 1)),
  invalid: described("chance of another to pass", number(0, 1)),
  symbols: described("the valid ones, numbered from 0", numbers(integer(0))),
});

export const fitEntries = {
  estimator: v.optional(
    described("what is made of counts", choiceOrFunction<typeof ESTIMATORS, OwnCountsFit>(...ESTIMATORS)),
  ),
  beta: v.optional(described("add: what is added to each count", above(0, 1e100))),
  lambda: v.optional(described("shrink: share of the uniform law", number(0, 1))),
  discount: v.optional(described("absolute-discount: what is taken off each count", number(0, 1))),
  temperature: v.optional(described("samples are of p^(1/temperature)", number(1e-6, 1e6))),
  topK: v.optional(described("samples are of the k largest p", integer(1))),
  topP: v.optional(described("samples are of the fewest p with this sum", above(0, 1))),
  minP: v.optional(described("samples are of p of this share of the largest", number(0, 1))),
  curation: v.optional(described("each sample is chosen among so many", integer(2, 1e6))),
  rewards: v.optional(described("curation: what each symbol is chosen for", numbers(number(-1e6, 1e6)))),
  verifier: v.optional(
    described("what may pass", bag("an object with valid, invalid and symbols", verifierSchema)),
  ),
};

/** The one number of an estimator. */
const PARAMETERS = { beta: "add", lambda: "shrink", discount: "absolute-discount" } as const;

/** What those that are fitted or sampled from in another way cannot have. */
interface Sampled {
  readonly sampling: string;
  readonly method: string;
}

/** Options that are copied as they are. */
const PLAIN = ["estimator", "beta", "lambda", "discount", "temperature", "topK", "topP", "minP", "curation"];

const DECODING = ["temperature", "topK", "topP", "minP", "curation", "verifier"] as const;

/** Checks what takes more than one option to see; returns what was given. */
export function checkFit(given: Given, model: Sampled, symbols: number, place: string): Fit {
  const { estimator = "ml" } = given;
  for (const [option, owner] of Object.entries(PARAMETERS) as [keyof typeof PARAMETERS, EstimatorName][]) {
    if (given[option] !== undefined && estimator !== owner)
      throw invalid(`${place}${option}`, given[option], `only with estimator "${owner}"`);
    if (given[option] === undefined && estimator === owner && option !== "beta")
      throw new InputError(`invalid ${place}${option}: missing (a number from 0 to 1)`);
  }
  if (given.rewards !== undefined && given.curation === undefined)
    throw invalid(`${place}rewards`, given.rewards, "only with curation");
  if (given.curation !== undefined && given.rewards === undefined)
    throw new InputError(`invalid ${place}rewards: missing (an array of numbers, one for each symbol)`);
  const changed = [...(estimator === "ml" ? [] : ["estimator" as const]), ...DECODING].find(
    (option) => given[option] !== undefined,
  );
  if (changed !== undefined) {
    if (model.sampling === "poisson")
      throw invalid(`${place}${changed}`, given[changed], "only with multinomial sampling");
    if (model.method === "binomial-splitting")
      throw invalid(`${place}${changed}`, given[changed], 'only with method "statistic" or "samples"');
  }
  const { rewards, verifier } = given;
  return {
    ...readFields(given as object, PLAIN),
    ...(estimator === "add" && { beta: given.beta ?? 1 }),
    ...(rewards && { rewards: checkRewards(rewards, symbols, `${place}rewards`) }),
    ...(verifier && { verifier: checkVerifier(verifier, symbols, `${place}verifier`) }),
  };
}

function checkRewards(rewards: ArrayLike<number>, symbols: number, option: string): Float64Array {
  const one = number(-1e6, 1e6);
  const checked = listOf(option, rewards, "an array of numbers", (reward, i) => {
    if (v.safeParse(one, reward).success) return reward as number;
    throw invalid(`${option}[${i}]`, reward, "a number from -1e6 to 1e6");
  });
  if (checked.length === symbols) return Float64Array.from(checked);
  throw new InputError(`invalid ${option}: ${checked.length} elements (${symbols}, one for each symbol)`);
}

function checkVerifier(given: object, symbols: number, option: string) {
  const { valid, invalid: other, symbols: list } = parse(verifierSchema, given, `${option}.`);
  const allowed = `an integer from 0 to ${symbols - 1}`;
  const seen = new Set<number>();
  const checked = listOf(`${option}.symbols`, list, "an array of numbers", (given, i) => {
    const symbol = given as number;
    if (!(Number.isInteger(symbol) && symbol >= 0 && symbol < symbols))
      throw invalid(`${option}.symbols[${i}]`, symbol, allowed);
    if (seen.has(symbol)) throw invalid(`${option}.symbols[${i}]`, symbol, "each symbol once");
    seen.add(symbol);
    return symbol;
  });
  return Object.freeze({ valid, invalid: other, symbols: Object.freeze(checked) });
}

/** What a chain needs to know of it; nothing where it is fitted by frequencies and sampled from as it is. */
export function fitPlan(fit: Fit): { estimator?: EstimatorPlan | OwnCountsFit; decoding?: DecodingPlan } {
  const { estimator: name = "ml", beta, lambda, discount } = fit;
  const { temperature, topK, topP, minP, curation, rewards, verifier } = fit;
  const rules = {
    ...(temperature !== undefined && { temperature }),
    ...(topK !== undefined && { topK }),
    ...(topP !== undefined && { topP }),
    ...(minP !== undefined && { minP }),
    ...(curation !== undefined && rewards && { curation: { choices: curation, rewards } }),
    ...(verifier && { verifier }),
  };
  return {
    ...(typeof name === "function" && { estimator: name }),
    ...(typeof name === "string" &&
      name !== "ml" && { estimator: { name, parameter: beta ?? lambda ?? discount ?? 0 } }),
    ...(Object.keys(rules).length > 0 && { decoding: rules }),
  };
}
