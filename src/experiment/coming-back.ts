import { hasOnlySynthetic, type Regime } from "./regime.ts";

/**
 * Whether new real data bring back what was absent, so that nothing is forgotten for good: where
 * `theory.regimes.permanentLoss` is "none".
 */
export const comesBack = (regime: Regime): boolean =>
  regime.name === "fresh" ||
  (regime.name === "weighted" && regime.weight > 0) ||
  (regime.name === "accumulate" && !hasOnlySynthetic(regime));

/** The first generation whose absences are counted: by the second half of a run, they have had time to settle. */
export const countedFrom = (generations: number): number => Math.floor(generations / 2);
