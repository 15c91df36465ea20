import { invalid } from "../../check/errors.ts";
import { checkGenerations, checkSamples, integer, readOptions } from "../check.ts";
import { type Regime, type RegimeLaw, regimeOf } from "./regime.ts";

/** What every function of a regime is asked. */
export interface RegimeOptions {
  /** What data each generation is trained on. */
  regime: RegimeLaw;
  /** n, the data points that generation 1 sees in total, real ones included: an integer from 1 to 2^53-1. */
  samples: number;
}

/** One number of fits: an integer from 0 to 1000000. */
export type AtGeneration = { generation: number };
/** Several of them, in any order. */
export type AtGenerations = { generations: ArrayLike<number> };

/** A regime, checked, and when it is asked about; `several` tells whether the answer is to be a list. */
export interface Asked<T> {
  readonly read: T;
  readonly regime: Regime;
  readonly samples: number;
  readonly generations: readonly number[];
  readonly several: boolean;
}

// A recursion takes some hundredths of a second then.
const LAST = 1e6;

export function checkRegime<T extends RegimeOptions>(
  options: T,
  others: readonly string[] = [],
  least = 1,
): { read: T; regime: Regime; samples: number } {
  const read = readOptions(options, ["regime", "samples", ...others]);
  checkSamples(read.samples, least);
  return { read, regime: regimeOf(read.regime, read.samples), samples: read.samples };
}

export function checkAsked<T extends RegimeOptions & (AtGeneration | AtGenerations)>(
  options: T,
  others: readonly string[] = [],
  least = 1,
  last = LAST,
): Asked<T> {
  const checked = checkRegime(options, [...others, "generation", "generations"], least);
  const { generation, generations } = checked.read as {
    generation?: number;
    generations?: ArrayLike<number>;
  };
  if (generations === undefined) {
    integer("generation", generation as number, 0, last);
    return { ...checked, generations: [generation as number], several: false };
  }
  if (generation !== undefined) throw invalid("generation", generation, "not together with generations");
  const asked = checkGenerations(generations);
  asked.forEach((k, i) => {
    integer(`generations[${i}]`, k, 0, last);
  });
  return { ...checked, generations: asked, several: true };
}

/** The states at the generations that are asked for, of a recursion that is told the number of each generation. */
export function statesAt<T>(
  generations: readonly number[],
  start: T,
  next: (state: T, generation: number) => T,
): T[] {
  const states = new Array<T>(generations.length);
  let state = start;
  let k = 0;
  for (const i of [...generations.keys()].sort((a, b) => generations[a] - generations[b])) {
    while (k < generations[i]) state = next(state, ++k);
    states[i] = state;
  }
  return states;
}

/** A list, or its only element where one generation was asked for. */
export const answer = ({ several }: { several: boolean }, values: Float64Array): number | Float64Array =>
  several ? values : values[0];
