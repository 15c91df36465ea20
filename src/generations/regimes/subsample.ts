import type { Regime } from "./regime.ts";

/** As many as a generation sees, drawn without replacement from the data of all generations so far. */
export const subsample: Regime = ({ family, stream, model, n, batch, other, pool, fitted }) => {
  family.draw(stream, model, n, batch);
  family.add(pool, batch);
  family.thin(stream, pool, n, other);
  family.fit(other, fitted);
};
