import type { Regime } from "./regime.ts";

/** New real data in every generation: a fixed number of them, or each data point is real with a fixed chance. */
export const fresh: Regime = (generation) => {
  const { family, plan, stream, truth, model, n, number, reals, counts, batch, other, fitted } = generation;
  const { realShare, realSamples } = plan;
  let all = batch;
  if (realShare > 0 && family.drawMixed) family.drawMixed(stream, truth, realShare, model, n, batch, other);
  else {
    const real = realShare > 0 ? counts.of(number, n) : realSamples;
    if (family.drawBoth) family.drawBoth(stream, truth, real, model, n - real, batch, other);
    else {
      if (realShare > 0) family.draw(stream, truth, real, batch);
      else all = reals.of(number, n);
      family.draw(stream, model, n - real, other);
      family.add(all, other);
    }
  }
  family.fit(all, fitted);
};
