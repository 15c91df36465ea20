// What theory says of symbols that come and go.
import type { CategoricalModel } from "../models/categorical.ts";
import { definitionOf } from "../models/model.ts";
import { MOST } from "../theory/regimes/absence-exact.ts";
import { type ComingAndGoing, comingAndGoing, comingAndGoingPoisson } from "../theory/regimes/index.ts";
import { isMultinomial } from "./categorical.ts";
import { AFFORDABLE, type Side } from "./law.ts";
import { asked, type Setup } from "./regimes.ts";

/** Of a lesser count the laws have no numbers. */
const RAREST = 1e-290;

export interface PresenceTheory {
  readonly name: string;
  readonly side: Side;
  /** Of a symbol of the share p of the true law; null of one that is hardly ever seen. */
  readonly at: (p: number) => ComingAndGoing | null;
}

/**
 * The law of symbols of so many different weights; undefined where theory is silent: generations that grow, or are kept,
 * settle at nothing, and another fit has other laws.
 */
export function presenceTheory(setup: Setup<CategoricalModel>, groups: number): PresenceTheory | undefined {
  const { model, regime } = setup;
  if (regime.growth !== undefined || regime.name === "accumulate") return undefined;
  if (!(definitionOf(model).isUsual?.(model) ?? true)) return undefined;
  const options = asked(setup);
  const { samples } = model;
  const known = (p: number, law: () => ComingAndGoing) => (p * samples < RAREST ? null : law());
  // A matrix of n + 1 lines is solved for each, most of whose numbers are 0.
  if (isMultinomial(model) && samples <= MOST && (groups * samples ** 3) / 20 <= AFFORDABLE)
    return {
      name: "exact chain",
      side: "exact",
      at: (p) => known(p, () => comingAndGoing({ ...options, p })),
    };
  const side = isMultinomial(model) ? "approximation" : "exact";
  return {
    name: "vocabulary law",
    side,
    at: (p) => known(p, () => comingAndGoingPoisson({ ...options, p })),
  };
}
