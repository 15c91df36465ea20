import type { Generation, Regime } from "./regime.ts";

/** The data of a generation of which some are new and real: a fixed number, or each data point with a fixed chance. */
export function drawFresh<S, P>(generation: Generation<S, P>): S {
  const { family, plan, stream, truth, model, n, number, reals, counts, batch, other } = generation;
  const { realShare, realSamples } = plan;
  if (realShare > 0 && family.drawMixed) {
    family.drawMixed(stream, truth, realShare, model, n, batch, other);
    return batch;
  }
  const real = realShare > 0 ? counts.of(number, n) : realSamples;
  if (family.drawBoth) {
    family.drawBoth(stream, truth, real, model, n - real, batch, other);
    return batch;
  }
  let all = batch;
  if (realShare > 0) family.draw(stream, truth, real, batch);
  else all = reals.of(number, n);
  family.draw(stream, model, n - real, other);
  family.add(all, other);
  return all;
}

/** New real data in every generation, beside those of the last model. */
export const fresh: Regime = (generation) => {
  generation.family.fit(drawFresh(generation), generation.fitted);
};
