import type { Regime } from "./regime.ts";

/** A fit to new real data and one to synthetic data, averaged. */
export const weighted: Regime = (generation) => {
  const { family, plan, stream, model, n, number, reals, batch, spare, fitted } = generation;
  family.fit(reals.of(number, n), spare);
  family.draw(stream, model, n - plan.realSamples, batch);
  family.fit(batch, fitted);
  family.average(spare, plan.weight, fitted);
};
