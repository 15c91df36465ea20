// Where the data of a generation come from: the option `regime` of an experiment.
import * as v from "valibot";
import { InputError, invalid } from "../check/errors.ts";
import { isBag, readFields } from "../check/given.ts";
import { choice, described, integer, number, parse } from "../check/schema.ts";
import { GROWTH_ALLOWED, growthRule, sizeAt } from "../kernels/growth.ts";
import { REGIMES, REPLACE, type RegimePlan } from "../kernels/regime.ts";
import { type BuiltInModel, isBuiltIn, type Model } from "../models/index.ts";
import type { NgramModel } from "../models/ngram/model.ts";
import { MAX_INTEGER } from "../seed.ts";
import { MAX_TOKENS } from "../text/sequence.ts";

interface Growing {
  /**
   * How many data points generation j sees, where n are the model's `samples`: n j (`"linear"`), n j^2 (`"quadratic"`),
   * n j^A (`"power:A"`) or n R^(j-1) (`"geometric:R"`), to the nearest integer (default: n in each).
   */
  readonly growth?: string;
}

/**
 * What data each generation is trained on. The model's `samples` are the data points that a generation sees in all,
 * real ones included. Generation 0 is the true law, so the first fit sees data of the true law only.
 */
export type Regime =
  /** What the last generation produced, and nothing else (default). */
  | ({ readonly name: "replace" } & Growing)
  /**
   * All that was produced so far: every generation adds a batch, of which each data point is new and real with the chance
   * `realShare`, or `realSamples` are (default: none).
   */
  | ({ readonly name: "accumulate"; readonly realShare?: number; readonly realSamples?: number } & Growing)
  /** As many as a batch, drawn without replacement from all that was produced so far. */
  | ({ readonly name: "accumulate-subsample" } & Growing)
  /** Each data point is new and real with the chance `realShare`, above 0 and below 1. */
  | ({ readonly name: "fresh"; readonly realShare: number } & Growing)
  /** `realSamples` of them are new and real: an integer from 1 to `samples`. */
  | ({ readonly name: "fresh"; readonly realSamples: number } & Growing)
  /** `realSamples` of them are real, and the same in every generation. */
  | ({ readonly name: "fixed"; readonly realSamples: number } & Growing)
  /** The fit is `weight` times one to `realSamples` new real data points plus 1 - `weight` times one to the others. */
  | ({ readonly name: "weighted"; readonly realSamples: number; readonly weight: number } & Growing);

const SHARE = "a number above 0, below 1";

/** The options of a regime; which of them belong to which is checked apart. */
export const regimeSchema = v.strictObject({
  name: described("what data a generation is trained on", choice(...REGIMES)),
  realShare: v.optional(
    described(
      "fresh, accumulate: chance of each data point to be real",
      v.pipe(v.number(SHARE), v.gtValue(0, SHARE), v.ltValue(1, SHARE)),
    ),
  ),
  realSamples: v.optional(
    described("fresh, fixed, weighted, accumulate: data points of a generation that are real", integer(1)),
  ),
  weight: v.optional(described("weighted: of the fit to real data", number(0, 1))),
  growth: v.optional(
    described(
      "samples of generation j: linear, quadratic, power:A or geometric:R",
      v.pipe(
        v.string(GROWTH_ALLOWED),
        v.metadata({ pattern: "^(linear|quadratic|(power|geometric):\\d+(\\.\\d+)?)$" }),
      ),
    ),
  ),
});

type Given = v.InferOutput<typeof regimeSchema>;

/** The options that a regime cannot do without, beside its name; of several lists one. None at all may be one of them. */
export const NEEDS: Record<Regime["name"], readonly (readonly (keyof Given)[])[]> = {
  replace: [[]],
  accumulate: [[], ["realShare"], ["realSamples"]],
  "accumulate-subsample": [[]],
  fresh: [["realShare"], ["realSamples"]],
  fixed: [["realSamples"]],
  weighted: [["realSamples", "weight"]],
};

export interface CheckedRegime {
  readonly regime: Regime;
  readonly plan: RegimePlan;
}

/** Checks a regime, or its name alone. `place` goes before the names of its options in messages. */
export function checkRegime(
  input: unknown,
  model: Model,
  generations: number,
  place = "regime.",
): CheckedRegime {
  const given = isBag(input) ? input : { name: input };
  const { name: called } = readFields(given as { name?: unknown }, ["name"]);
  if (!REGIMES.includes(called as Regime["name"])) {
    // A name that is given alone, or on the command line, is the option's value.
    const option = given === input && place !== "" ? `${place}name` : "regime";
    throw invalid(option, called, `one of ${REGIMES.join(", ")}`);
  }
  const regime = parse(regimeSchema, { ...given, name: called }, place);
  checkNeeds(regime, place);
  if (isPlain(regime)) return PLAIN;
  if (!isBuiltIn(model)) {
    const why = `only replace for ${model.name}: its generation() says what it is trained on`;
    throw invalid(place === "" ? "regime" : `${place}name`, regime.name, why);
  }
  if (model.name === "ngram") checkTexts(regime, model, place === "" ? "regime" : `${place}name`);
  checkReal(regime, model, place);
  const growth = growthRule(regime.growth);
  if (growth === undefined) throw invalid(`${place}growth`, regime.growth, GROWTH_ALLOWED);
  const { name, realShare = 0, realSamples = 0, weight = 0 } = regime;
  const plan = { name, realShare, realSamples, weight, growth };
  checkSizes(plan, model, generations, place, regime.growth);
  return { regime: regime as Regime, plan };
}

function checkNeeds(regime: Given, place: string): void {
  const { name } = regime;
  const needs = NEEDS[name];
  const known = new Set(needs.flat());
  for (const option of ["realShare", "realSamples", "weight"] as const) {
    if (regime[option] === undefined || known.has(option)) continue;
    const others = REGIMES.filter((one) => NEEDS[one].flat().includes(option));
    throw invalid(`${place}${option}`, regime[option], `only with ${others.join(", ")}`);
  }
  const lists = needs.filter((list) => list.length > 0);
  const either = lists.map((list) => list.join(" and ")).join(" or ");
  const given = lists.filter((list) => list.every((option) => regime[option] !== undefined));
  if (given.length === 0 && lists.length === needs.length) {
    const missing = lists[0].find((option) => regime[option] === undefined);
    throw new InputError(`invalid ${place}${missing}: missing (${name} needs ${either})`);
  }
  if (given.length > 1) {
    throw invalid(`${place}realSamples`, regime.realSamples, `${either}, not both`);
  }
}

/** A part of a text, or an average of two models of texts, is none. */
function checkTexts(
  { name, realShare, realSamples }: Given,
  { samples, order }: NgramModel,
  option: string,
): void {
  if (name === "weighted" || name === "accumulate-subsample")
    throw invalid(option, name, "replace, accumulate, fresh or fixed for an ngram model");
  // The real text or the other one then has an n-gram, however they share the tokens.
  if ((realShare ?? realSamples) !== undefined && samples < 2 * order)
    throw invalid(option, name, `with an ngram model of at least ${2 * order} samples, twice the order`);
}

/** Each of two fits needs data, and a variance more than one point. */
function checkReal({ name, realSamples }: Given, model: BuiltInModel, place: string): void {
  if (realSamples === undefined) return;
  const least = name === "weighted" ? leastOf(model) : 0;
  const most = model.samples - least;
  if (realSamples >= Math.max(1, least) && realSamples <= most) return;
  throw invalid(
    `${place}realSamples`,
    realSamples,
    `an integer from ${Math.max(1, least)} to ${most}${least > 0 ? `: ${least} or more of each kind` : ", the samples"}`,
  );
}

/** The fewest data points that a model can be fitted to. */
function leastOf(model: BuiltInModel): number {
  if (model.name === "regression") return model.dimension;
  return ["gaussian", "mixture", "multivariate"].includes(model.name) ? 2 : 1;
}

/** The most data points that are kept one by one … */
const MAX_POINTS = 100_000_000;
/** … where a fit reads them all, several times. */
const MAX_READ = 10_000_000;

/** How many data points a run may keep one by one; undefined where a statistic stands for them. */
function mostKept({ name, realShare }: RegimePlan, model: BuiltInModel): number | undefined {
  if (model.name === "ngram") return MAX_TOKENS;
  const isPoints = model.name === "kde" || model.name === "empirical";
  if (isPoints) return name === "accumulate" || name === "accumulate-subsample" ? MAX_POINTS : MAX_READ;
  if (model.name === "mixture") return name === "accumulate-subsample" ? MAX_POINTS : MAX_READ;
  // A point is as many numbers as there are dimensions.
  if (model.name === "multivariate")
    return name === "accumulate-subsample" ? Math.floor(MAX_POINTS / model.dimension) : undefined;
  if (model.name === "regression") {
    const areRows = name === "accumulate-subsample" || (realShare > 0 && model.design === "fixed");
    return areRows ? Math.floor(MAX_POINTS / (model.dimension + 1)) : undefined;
  }
  const isKept = model.name === "gaussian" || model.name === "poisson";
  return isKept && name === "accumulate-subsample" ? MAX_POINTS : undefined;
}

function checkSizes(
  regime: RegimePlan,
  model: BuiltInModel,
  generations: number,
  place: string,
  given: string | undefined,
): void {
  const { name, growth } = regime;
  const { samples } = model;
  const pooled = name === "accumulate" || name === "accumulate-subsample";
  const last = sizeAt(samples, growth, generations);
  // No generation is smaller than the one before it.
  const sum = !pooled
    ? last
    : growth.rate === 0
      ? samples * generations
      : sumOf(samples, growth, generations);
  if (sum > MAX_INTEGER) {
    const what = pooled ? `${name}: all data so far` : "a generation";
    if (given === undefined)
      throw invalid(
        "generations",
        generations,
        `fewer with ${what} of ${samples} samples each: at most 2^53-1`,
      );
    throw invalid(
      `${place}growth`,
      given,
      `${what} of at most 2^53-1 samples; generation ${generations} is past that`,
    );
  }
  const most = mostKept(regime, model);
  if (most === undefined || sum <= most) return;
  const why = `${name} keeps every data point of ${model.name === "ngram" ? "an" : "a"} ${model.name} model`;
  if (samples > most) throw invalid("samples", samples, `at most ${most}: ${why}`);
  throw invalid("generations", generations, `fewer: ${why}, at most ${most}`);
}

function sumOf(samples: number, growth: RegimePlan["growth"], generations: number): number {
  let sum = 0;
  for (let j = 1; j <= generations && sum <= MAX_INTEGER; ++j) sum += sizeAt(samples, growth, j);
  return sum;
}

/** Whether all that is trained on was produced, and none of it is left out or weighted. */
export const hasOnlySynthetic = (regime: Regime): boolean => {
  const { name, realShare, realSamples }: Given = regime;
  return (
    name === "replace" || (name === "accumulate" && realShare === undefined && realSamples === undefined)
  );
};

/** What an experiment has that says nothing of it. */
export const PLAIN: CheckedRegime = { regime: { name: "replace" }, plan: REPLACE };

/** Whether each generation is trained on the last one's data alone, as many in each. */
export const isPlain = ({ name, growth }: Pick<Given, "name" | "growth">): boolean =>
  name === "replace" && growth === undefined;
