import type { Regime } from "./regime.ts";

/** The data of all generations so far. */
export const accumulate: Regime = ({ family, stream, model, n, batch, pool, fitted }) => {
  if (family.drawMore) family.drawMore(stream, model, n, pool);
  else {
    family.draw(stream, model, n, batch);
    family.add(pool, batch);
  }
  family.fit(pool, fitted);
};
