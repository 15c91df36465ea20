import { type Estimator, pull } from "./estimator.ts";

/**
 * As `shrink`, by the share that the counts themselves suggest: (1 - sum q^2) / ((n - 1) sum (q - 1/m)^2), from 0 to 1; 1
 * where they are even. Hausser & Strimmer (2009), J. Mach. Learn. Res. 10:1469
 */
export const jamesStein: Estimator = (tally, out) => {
  const { counts, symbols, size, n } = tally;
  const even = 1 / counts.length;
  let squares = 0;
  let distance = (counts.length - size) * (even * even);
  for (let i = 0; i < size; ++i) {
    const q = counts[symbols[i]] / n;
    squares += q * q;
    distance += (q - even) * (q - even);
  }
  const below = (n - 1) * distance;
  pull(tally, below > 0 ? Math.min(1, Math.max(0, 1 - squares) / below) : 1, out);
};
