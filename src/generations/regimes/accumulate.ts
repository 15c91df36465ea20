import { hasReal } from "../../kernels/regime.ts";
import { drawFresh } from "./fresh.ts";
import type { Regime } from "./regime.ts";

/** The data of all generations so far. */
export const accumulate: Regime = (generation) => {
  const { family, plan, stream, model, n, batch, pool, fitted } = generation;
  if (hasReal(plan)) family.add(pool, drawFresh(generation));
  else if (family.drawMore) family.drawMore(stream, model, n, pool);
  else {
    family.draw(stream, model, n, batch);
    family.add(pool, batch);
  }
  family.fit(pool, fitted);
};
