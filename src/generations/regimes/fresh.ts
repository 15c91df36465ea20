import { binomial } from "../../reference/random/binomial.ts";
import type { Regime } from "./regime.ts";

/** New real data in every generation: a fixed number of them, or each data point is real with a fixed chance. */
export const fresh: Regime = ({ family, plan, stream, truth, model, n, batch, other, fitted }) => {
  const { realShare, realSamples } = plan;
  if (realShare > 0 && family.drawMixed) family.drawMixed(stream, truth, realShare, model, n, batch, other);
  else {
    const real = realShare > 0 ? binomial(stream, n, realShare, 1 - realShare) : Math.min(realSamples, n);
    if (family.drawBoth) family.drawBoth(stream, truth, real, model, n - real, batch, other);
    else {
      family.draw(stream, truth, real, batch);
      family.draw(stream, model, n - real, other);
      family.add(batch, other);
    }
  }
  family.fit(batch, fitted);
};
