import { invalid } from "../../check/errors.ts";
import { integer, probability, readOptions } from "../check.ts";
import { type Growth, sizesOf } from "./growth.ts";

interface Growing {
  /** How the data points of a generation grow with its number; as many in each when left out. */
  growth?: Growth;
}

interface Counted extends Growing {
  /** How many of the data points are real: an integer from 0 to `samples`; with growth it stays the same. */
  realSamples: number;
}

/**
 * What data each generation is trained on. Generation 0 is the true law, so the first fit sees data of the true law
 * only; "real" data are drawn from it in later generations too.
 */
export type RegimeLaw =
  /** What the last generation produced, and nothing else. */
  | ({ name: "replace" } & Growing)
  /**
   * All that was produced so far; every generation adds a batch, in which each data point is new and real with a chance
   * `realShare`, or so many are; none when both are left out.
   */
  | ({ name: "accumulate"; realShare?: number; realSamples?: number } & Growing)
  /** As many as the last batch, drawn without replacement from all that was produced so far. */
  | ({ name: "accumulate-subsample" } & Growing)
  /** Each data point is new and real with a chance `realShare`, from 0 to 1, else from the last generation. */
  | ({ name: "fresh"; realShare: number } & Growing)
  /** So many are new and real, the others from the last generation. */
  | ({ name: "fresh" } & Counted)
  /** So many are real and the same in every generation, the others from the last one. */
  | ({ name: "fixed" } & Counted)
  /** The fit is `weight` times that to new real data plus 1 - `weight` times that to data of the last generation. */
  | ({ name: "weighted"; weight: number } & Counted);

/** A regime with sizes, as a recursion over generations needs it. Internal, like all of this file but `RegimeLaw`. */
export interface Regime {
  readonly name: RegimeLaw["name"];
  /** Whether each data point is real by chance. */
  readonly byChance: boolean;
  /** The weight of the fit to real data, where there are two fits. */
  readonly weight: number;
  readonly grows: boolean;
  /** The data points of generation j. */
  size(generation: number): number;
  /** How many of n are real, on average. */
  real(size: number): number;
  /** What their number adds to the variance of a sum of n, where it is by chance: for each squared distance of the two laws. */
  mixing(size: number): number;
}

/** Whether real data come in after the first generation. */
export const hasReal = ({ real, size }: Regime): boolean => real(size(1)) > 0;

/** Whether all that is trained on was produced, and none of it is left out or weighted. */
export const hasOnlySynthetic = (regime: Regime): boolean =>
  (regime.name === "replace" || regime.name === "accumulate") && !hasReal(regime);

const FIELDS: Record<string, readonly string[]> = {
  replace: [],
  accumulate: ["realShare", "realSamples"],
  "accumulate-subsample": [],
  fresh: ["realShare", "realSamples"],
  fixed: ["realSamples"],
  weighted: ["realSamples", "weight"],
};

/** All fields that a regime may have. */
interface Given {
  name?: RegimeLaw["name"];
  realShare?: number;
  realSamples?: number;
  weight?: number;
  growth?: Growth;
}

/** Reads and checks a regime. */
export function regimeOf(law: RegimeLaw, samples: number): Regime {
  const given = readOptions(
    law as Given,
    ["name", "realShare", "realSamples", "weight", "growth"],
    "regime.",
  );
  const { name } = given;
  if (typeof name !== "string" || !Object.hasOwn(FIELDS, name)) {
    throw invalid("regime.name", name, `one of ${Object.keys(FIELDS).join(", ")}`);
  }
  // Those that this one has not are unknown.
  readOptions(given, ["name", ...FIELDS[name], "growth"], "regime.");
  const { realShare, realSamples, weight, growth } = given;
  const mayDoWithout = name === "accumulate";
  const hasShare = FIELDS[name].includes("realShare") && (!mayDoWithout || realShare !== undefined);
  const byChance = hasShare && realSamples === undefined;
  if (byChance) probability("regime.realShare", realShare as number);
  else if (realShare !== undefined) {
    throw invalid("regime.realShare", realShare, "not together with regime.realSamples");
  } else if (FIELDS[name].includes("realSamples") && (!mayDoWithout || realSamples !== undefined)) {
    // Two fits need data for each.
    const least = name === "weighted" ? 1 : 0;
    integer("regime.realSamples", realSamples as number, least, samples - least);
  }
  if (name === "weighted") probability("regime.weight", weight as number);
  return {
    name,
    byChance,
    weight: weight ?? 0,
    grows: growth !== undefined,
    size: sizesOf(samples, growth),
    real: byChance ? (size) => (realShare as number) * size : () => realSamples ?? 0,
    mixing: byChance ? (size) => (realShare as number) * (1 - (realShare as number)) * size : () => 0,
  };
}
