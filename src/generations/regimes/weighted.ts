import type { Regime } from "./regime.ts";

/** A fit to new real data and one to synthetic data, averaged. */
export const weighted: Regime = ({ family, plan, stream, truth, model, n, batch, spare, fitted }) => {
  const { realSamples, weight } = plan;
  family.draw(stream, truth, realSamples, batch);
  family.fit(batch, spare);
  family.draw(stream, model, n - realSamples, batch);
  family.fit(batch, fitted);
  family.average(spare, weight, fitted);
};
