import type { PresenceTally } from "../chunks/presence.ts";
import { squaresAt } from "../chunks/squares.ts";
import type { SymbolTally } from "../chunks/tally.ts";
import { countedFrom } from "../experiment/coming-back.ts";
import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type * as AllLaws from "../laws/index.ts";
import { type CategoricalModel, weightsOf } from "../models/categorical.ts";
import type { Measured, Presence } from "./run.ts";

/** How symbols came and went, from what was counted; null where that was not. */
export function presenceOf(
  experiment: NormalisedExperiment,
  symbols: SymbolTally,
  { presenceTheory }: typeof AllLaws,
): Presence | null {
  const { presence, weights, sizes } = symbols;
  if (presence === undefined) return null;
  const { trajectories, generations, regime } = experiment;
  const model = experiment.model as CategoricalModel;
  const from = countedFrom(generations);
  const theory = presenceTheory({ model, regime }, weights.length);
  const total = weightsOf(model).reduce((sum, weight) => sum + weight, 0);
  const groups = weights.map((weight, g) => ({
    weight,
    symbols: sizes[g],
    ...measuresOf(presence, g, sizes[g] * (generations - from), trajectories),
    theory: theory?.at(weight / total) ?? null,
  }));
  const law = theory ? { name: theory.name, side: theory.side } : null;
  return { from, to: generations - 1, law, groups };
}

/** Two sums over trajectories, and those of the squares and products of their parts. */
interface Sums {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** What is known of a group, of so many symbols times generations in each trajectory. */
function measuresOf({ sums, squares }: PresenceTally, g: number, cases: number, trajectories: number) {
  const at = (name: keyof PresenceTally["squares"]) => squaresAt(squares[name], g);
  const product = (both: bigint, one: bigint, other: bigint) => Number(both - one - other) / 2;
  const [absent, ended, lost] = [at("absent"), at("ended"), at("lost")];
  const [x, xx] = [sums.absent[g], Number(absent)];
  const all = cases * trajectories;
  const ending = { y: sums.ended[g], yy: Number(ended), xy: product(at("absentAndEnded"), absent, ended) };
  const losing = { y: sums.lost[g], yy: Number(lost), xy: product(at("absentAndLost"), absent, lost) };
  // The generations in which a symbol was there are the cases that are left.
  const there = {
    x: all - x,
    xx: cases * (all - 2 * x) + xx,
    y: losing.y,
    yy: losing.yy,
    xy: cases * losing.y - losing.xy,
  };
  return {
    absent: ratio({ x, xx, y: all, yy: cases * all, xy: cases * x }, trajectories),
    meanAbsence: ratio({ x, xx, ...ending }, trajectories),
    meanPresence: ratio(there, trajectories),
    absences: sums.ended[g],
    open: sums.open[g],
  };
}

/** The ratio of two sums, with its standard error: the deviations x - ratio y of the trajectories have the mean 0. */
function ratio({ x, y, xx, yy, xy }: Sums, trajectories: number): Measured {
  if (y === 0) return { value: Number.NaN, standardError: Number.NaN };
  const value = x / y;
  // Of one trajectory there is none.
  if (trajectories < 2) return { value, standardError: Number.NaN };
  // Rounding may leave less than nothing.
  const squares = Math.max(0, xx - 2 * value * xy + value * value * yy);
  return { value, standardError: Math.sqrt((squares * trajectories) / (trajectories - 1)) / y };
}
