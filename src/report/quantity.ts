import { meanTheory } from "../laws/index.ts";
import { weightsOf } from "../models/categorical.ts";
import type { EmpiricalModel } from "../models/empirical.ts";
import type { KdeModel } from "../models/kde.ts";
import type { MultivariateObservable } from "../models/multivariate.ts";
import type { Line, Quantity } from "../papers/index.ts";
import type { Run } from "../simulate/run.ts";
import { simulate } from "../simulate/simulate.ts";
import { cumulant, walk } from "../theory/gaussian-options.ts";
import * as theory from "../theory/regimes/index.ts";
import { regimeOf } from "../theory/regimes/regime.ts";
import * as regression from "../theory/regression.ts";
import { isMeanKnown } from "../theory/regression-options.ts";
import type { Context } from "./finding.ts";
import { exactMultivariate, longRunOf, observableOf, scaleOf } from "./multivariate-quantity.ts";
import { how } from "./run.ts";
import { correlations } from "./simultaneous.ts";

/** A quantity of a line over generations: measured, and its exact mean, where one is known. */
export interface Measured {
  /** The generations. */
  readonly at: readonly number[];
  readonly mean: Float64Array;
  readonly standardError: Float64Array;
  /** Of each value with the one before. */
  readonly correlation: Float64Array;
  readonly exact: Float64Array | undefined;
  readonly experiment: object;
}

/** How much of a line is run; `average` of the recorded generations makes them one. */
export interface Amount {
  readonly name: string;
  readonly generations: number;
  readonly trajectories: number;
  readonly record: string;
  readonly from: number;
  readonly average?: boolean;
}

/** Runs a line, with a seed of its own: those of a figure are not to be wrong together. */
export async function measure(
  line: Line,
  quantity: Quantity,
  { name, generations, trajectories, record, from, average = false }: Amount,
  context: Context,
): Promise<Measured> {
  const { model, regime, label } = line;
  const seed = `${context.seed}: ${name}, ${label}, n = ${model.samples}`;
  const observables = [observed(line, quantity)] as const;
  const run = await simulate(
    { model, regime, generations, trajectories, seed, observables, record },
    how(context),
  );
  const first = run.generations.findIndex((generation) => generation >= from);
  const at = run.generations.slice(first);
  const each = reader(line, quantity, run);
  const rows = Array.from({ length: trajectories }, (_, i) => averaged(each(i).slice(first), average));
  const { mean, standardError } = summarised(rows);
  const exact = expected(line, quantity, at);
  const least = spread(line, quantity, average ? [] : at).map((sd) => sd / Math.sqrt(trajectories));
  return {
    at,
    mean,
    standardError: standardError.map((error, i) => Math.max(error, least[i] ?? 0)),
    correlation: correlations(rows, mean.length),
    exact: exact && averaged(exact, average),
    experiment: run.experiment,
  };
}

const averaged = (values: Float64Array, average: boolean): Float64Array =>
  average ? Float64Array.of(values.reduce((sum, value) => sum + value, 0) / values.length) : values;

/** What is recorded for it. */
function observed(
  { model }: Line,
  quantity: Quantity,
): "mean" | "std" | "rate" | "error" | "heterozygosity" | "ise" | "mmd" | "cvm" | MultivariateObservable {
  if (isDensity(model)) return quantity as "ise" | "mmd" | "cvm";
  if (model.name === "multivariate") return observableOf(quantity);
  if (model.name === "gaussian") return quantity === "variance" ? "std" : "mean";
  if (model.name === "regression") return "error";
  return model.name === "poisson" ? "rate" : "heterozygosity";
}

/** The quantity in one trajectory. */
function reader(line: Line, quantity: Quantity, run: Run): (i: number) => Float64Array {
  const { model } = line;
  if (isDensity(model)) return (i) => run.observable(quantity as "ise").trajectory(i);
  const all = run.observable(observed(line, quantity));
  if (model.name === "gaussian") {
    const { mean, std } = model;
    const shift = quantity === "variance" ? 0 : mean;
    return (i) => all.trajectory(i).map((value) => ((value - shift) / std) ** 2);
  }
  if (model.name === "poisson") {
    return (i) => all.trajectory(i).map((value) => (value - model.rate) ** 2 / model.rate);
  }
  if (model.name === "multivariate") {
    const { start, unit } = scaleOf(model, quantity);
    return (i) => all.trajectory(i).map((value) => (value - start) / unit);
  }
  if (model.name === "regression") return (i) => all.trajectory(i).map((value) => value / model.noise ** 2);
  // Unbiased shares lose as much of it as their squared error is, on average.
  const start = heterozygosity(weightsOf(model));
  return (i) => all.trajectory(i).map((value) => 1 - value / start);
}

/** Of which a quantity is an observable, and its exact mean a law. */
const isDensity = (model: Line["model"]): model is KdeModel | EmpiricalModel =>
  model.name === "kde" || model.name === "empirical";

function heterozygosity(weights: ArrayLike<number>): number {
  const list = Array.from(weights);
  const total = list.reduce((sum, weight) => sum + weight, 0);
  return list.reduce((left, weight) => left - (weight / total) ** 2, 1);
}

const asked = ({ model: { samples }, regime }: Pick<Line, "model" | "regime">) => ({
  regime: regime as theory.RegimeLaw,
  samples,
});

function expected(line: Line, quantity: Quantity, generations: readonly number[]): Float64Array | undefined {
  const { model } = line;
  if (isDensity(model)) return meanTheory(line, quantity, generations)[0].values;
  if (model.name === "multivariate") return exactMultivariate({ ...line, model }, quantity, generations);
  if (model.name === "regression")
    return meanTheory(line, "error", generations)[0]?.values.map((value) => value / model.noise ** 2);
  if (model.name !== "gaussian") return theory.meanError({ ...asked(line), family: model.name, generations });
  const moments = theory.gaussianMoments({ ...asked(line), estimator: estimatorOf(model), generations });
  return quantity === "variance" ? moments.variance : moments.squaredError;
}

/** What the first fit has, which sees real data alone, on average. */
export function ofFirstFit({ label, model }: Line, quantity: Quantity): number {
  const [first] = expected({ label, model, regime: { name: "replace" } }, quantity, [1]) ?? [];
  return first;
}

/** What the quantity tends to, exactly; Infinity where it grows for ever, undefined where nobody knows. */
export function longRun(line: Line, quantity: Quantity): number | undefined {
  const { model } = line;
  if (model.name === "regression") {
    const { dimension, design } = model;
    if (!isMeanKnown(regimeOf(asked(line).regime, model.samples), design)) return undefined;
    return regression.meanErrorLimit({ ...asked(line), dimension, design, noise: 1 });
  }
  if (model.name === "kde") return undefined;
  if (model.name === "empirical") return theory.meanErrorLimit({ ...asked(line), v2: -1 }) / 6;
  if (model.name === "multivariate") return longRunOf({ ...line, model }, quantity);
  if (model.name !== "gaussian") return theory.meanErrorLimit({ ...asked(line), family: model.name });
  const moments = theory.gaussianMomentsLimit({ ...asked(line), estimator: estimatorOf(model) });
  return quantity === "variance" ? moments.variance : moments.squaredError;
}

const estimatorOf = ({ estimator }: { readonly estimator: unknown }) => estimator as "ml" | "unbiased";

/**
 * The exact standard deviation of the variance of a Gaussian whose data are replaced: some trajectories in a million
 * carry it, and a thousand of them know nothing of it.
 */
function spread({ model, regime }: Line, quantity: Quantity, generations: readonly number[]): number[] {
  if (model.name !== "gaussian" || quantity !== "variance" || regime.name !== "replace") return [];
  const fit = { samples: model.samples, estimator: estimatorOf(model) };
  const moment = (k: number, s: number) => Math.exp(cumulant(walk(fit, k), s));
  return generations.map((k) => Math.sqrt(moment(k, 2) - moment(k, 1) ** 2));
}

/** Mean and standard error of each column. */
function summarised(rows: readonly Float64Array[]): Pick<Measured, "mean" | "standardError"> {
  const mean = new Float64Array(rows[0].length);
  const standardError = new Float64Array(rows[0].length);
  for (const row of rows) for (let i = 0; i < row.length; ++i) mean[i] += row[i] / rows.length;
  for (const row of rows) for (let i = 0; i < row.length; ++i) standardError[i] += (row[i] - mean[i]) ** 2;
  const many = rows.length * (rows.length - 1);
  return { mean, standardError: standardError.map((squares) => Math.sqrt(squares / many)) };
}
