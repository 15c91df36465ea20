// The true law of kernel density estimates and empirical laws: what their generation 0 is.
import * as v from "valibot";
import { InputError, invalid } from "../../check/errors.ts";
import { choice, described, integer, list, number } from "../../check/schema.ts";
import type { Truth } from "../../kernels/densities.ts";
import { checkWeights } from "../../random/check.ts";
import { axesOf, checkPlaces, dimensionOf, type Places } from "./places.ts";

export interface TruthOptions {
  /**
   * `"normal"` (default), the standard normal; `"uniform"` on (0, 1); `"mixture"` of normals, with `means`; `"points"`,
   * the empirical law of `points`. With `means` or `points` it need not be said.
   */
  truth?: "normal" | "uniform" | "mixture" | "points";
  /** Means of a mixture's normals, 1 to 1000 of them: numbers from -1e100 to 1e100; for `kde`, or pairs of such. */
  means?: ArrayLike<number | ArrayLike<number>>;
  /** Their standard deviations, from 1e-100 to 1e100 (default: 1 each). */
  stds?: ArrayLike<number>;
  /** Their weights, up to a factor (default: equal ones). */
  weights?: ArrayLike<number>;
  /** The points of an empirical law, 1 to 1,000,000 of them, as `means`. */
  points?: ArrayLike<number | ArrayLike<number>>;
}

/** The same, checked. The lists are the model's own. */
export interface GivenTruth {
  readonly truth: "normal" | "uniform" | "mixture" | "points";
  readonly means?: Places;
  readonly stds?: Float64Array;
  readonly weights?: Float64Array;
  readonly points?: Places;
}

const MOST_MEANS = 1000;
const MOST_POINTS = 1_000_000;
const STD = "a number from 1e-100 to 1e+100";

const places = list<ArrayLike<number | ArrayLike<number>>>(
  "an array of numbers, or of pairs of numbers",
  v.union([v.number(), v.array(v.number())]),
);
const numbers = list<ArrayLike<number>>("an array of numbers", v.number());

export const truthEntries = {
  truth: v.optional(
    described("law of generation 0 (default: normal)", choice("normal", "uniform", "mixture", "points")),
  ),
  means: v.optional(described("mixture: mean of each of its normals", places)),
  stds: v.optional(described("mixture: standard deviation of each", numbers)),
  weights: v.optional(described("mixture: weight of each", numbers)),
  points: v.optional(described("generation 0 is the empirical law of these", places)),
};

export const dimensionEntry = v.optional(
  described("coordinates of normal or uniform numbers (default: 1)", integer(1, 2)),
);

export const kernelEntry = v.optional(
  described("mmd: standard deviation of its kernel", number(1e-100, 1e100)),
  0.5,
);

/** Checks a true law, on a line or, if `plane`, in the plane too. */
export function checkTruth(given: TruthOptions, place: string, plane: boolean): GivenTruth {
  const { means, points, stds, weights } = given;
  const truth = given.truth ?? (means !== undefined ? "mixture" : points !== undefined ? "points" : "normal");
  for (const [option, home] of [
    ["means", "mixture"],
    ["stds", "mixture"],
    ["weights", "mixture"],
    ["points", "points"],
  ] as const) {
    if (given[option] !== undefined && truth !== home)
      throw invalid(`${place}${option}`, given[option], `only with truth ${JSON.stringify(home)}`);
  }
  if (truth === "points") {
    if (points === undefined) throw new InputError(`invalid ${place}points: missing (an array of numbers)`);
    return { truth, points: checkPlaces(`${place}points`, points, MOST_POINTS, plane) };
  }
  if (truth !== "mixture") return { truth };
  if (means === undefined) throw new InputError(`invalid ${place}means: missing (an array of numbers)`);
  const checked = checkPlaces(`${place}means`, means, MOST_MEANS, plane);
  const all = {
    means: checked,
    stds: checkStds(stds, checked.length, place),
    weights: equal(checked.length),
  };
  if (weights !== undefined) {
    all.weights = checkWeights(`${place}weights`, weights);
    checkLength(`${place}weights`, all.weights, checked.length);
  }
  return { truth, ...all };
}

const equal = (many: number): Float64Array => new Float64Array(many).fill(1);

function checkStds(stds: ArrayLike<number> | undefined, many: number, place: string): Float64Array {
  if (stds === undefined) return equal(many);
  const checked = checkPlaces(`${place}stds`, stds, MOST_MEANS, false) as Float64Array;
  checkLength(`${place}stds`, checked, many);
  checked.forEach((std, i) => {
    if (!(std >= 1e-100)) throw invalid(`${place}stds[${i}]`, std, STD);
  });
  return checked;
}

function checkLength(option: string, checked: Float64Array, many: number): void {
  if (checked.length === many) return;
  throw new InputError(`invalid ${option}: ${checked.length} elements (as many as means: ${many})`);
}

/** Coordinates of a law that was checked, where it says so. */
export const dimensionIn = ({ means, points }: GivenTruth): 1 | 2 | undefined => {
  const listed = means ?? points;
  return listed && dimensionOf(listed);
};

/** The law, as kernels have it. */
export function truthOf({ truth, means, stds, weights, points }: GivenTruth, dimension: number): Truth {
  if (truth === "uniform") {
    const none = new Float64Array();
    return { uniform: true, dimension, weights: none, centres: [], stds: none };
  }
  const axes = means ?? points;
  const centres = axes ? axesOf(axes) : Array.from({ length: dimension }, () => new Float64Array(1));
  const many = centres[0].length;
  const relative = weights ?? equal(many);
  const total = relative.reduce((sum, weight) => sum + weight, 0);
  return {
    uniform: false,
    dimension,
    weights: relative.map((weight) => weight / total),
    centres,
    stds: stds ?? new Float64Array(many).fill(points ? 0 : 1),
  };
}
