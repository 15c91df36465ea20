import type { Regime } from "./regime.ts";

/** Only the data of the last generation. */
export const replace: Regime = ({ family, stream, model, n, batch, fitted }) => {
  family.draw(stream, model, n, batch);
  family.fit(batch, fitted);
};
