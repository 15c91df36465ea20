import { type Regime, realData } from "./regime.ts";

/** A fit to new real data and one to synthetic data, averaged. */
export const weighted: Regime = (generation) => {
  const { family, plan, stream, model, n, batch, spare, fitted } = generation;
  family.fit(realData(generation), spare);
  family.draw(stream, model, n - plan.realSamples, batch);
  family.fit(batch, fitted);
  family.average(spare, plan.weight, fitted);
};
