import type { Regime } from "./regime.ts";

/** The data of all generations so far. */
export const accumulate: Regime = ({ family, stream, model, n, batch, pool, fitted }) => {
  family.draw(stream, model, n, batch);
  family.add(pool, batch);
  family.fit(pool, fitted);
};
