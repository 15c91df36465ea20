import { type Regime, realCount, realData } from "./regime.ts";

/** New real data in every generation: a fixed number of them, or each data point is real with a fixed chance. */
export const fresh: Regime = (generation) => {
  const { family, plan, stream, truth, model, n, batch, other, fitted } = generation;
  const { realShare, realSamples } = plan;
  let all = batch;
  if (realShare > 0 && family.drawMixed) family.drawMixed(stream, truth, realShare, model, n, batch, other);
  else {
    const real = realShare > 0 ? realCount(generation) : realSamples;
    if (family.drawBoth) family.drawBoth(stream, truth, real, model, n - real, batch, other);
    else {
      if (realShare > 0) family.draw(stream, truth, real, batch);
      else all = realData(generation);
      family.draw(stream, model, n - real, other);
      family.add(all, other);
    }
  }
  family.fit(all, fitted);
};
