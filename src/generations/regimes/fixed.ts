import type { Regime } from "./regime.ts";

/** The same real data in every generation, drawn for the first. */
export const fixed: Regime = ({ family, plan, stream, truth, model, n, number, batch, pool, fitted }) => {
  if (number === 1) family.draw(stream, truth, plan.realSamples, pool);
  family.draw(stream, model, n - plan.realSamples, batch);
  family.add(batch, pool);
  family.fit(batch, fitted);
};
