// What theory says of a corpus that is not only replaced by its own echo: exact under Poisson sampling.
import type { Regime } from "../experiment/regime.ts";
import { absence, expectedUnique, expectedUniqueLimit, type RegimeLaw } from "../theory/regimes/index.ts";
import type { Symbols } from "../theory/symbols.ts";

// As far as its recursion goes; of growing sizes and of subsamples each generation has one of its own.
const LAST = 1e5;
const LAST_APART = 2000;

export interface RegimeForgetting {
  /** Different words left, at each generation; null where that takes too long. */
  readonly expected: Float64Array | null;
  /** What that tends to; null where generations grow. */
  readonly limit: number | null;
  /** The probability that a word of so many copies is gone for good by the last generation; null where that is not known. */
  gone(count: number): number | null;
}

export function regimeForgetting(
  regime: Regime,
  { p, many, types, total }: Symbols,
  samples: number,
  generations: readonly number[],
): RegimeForgetting {
  const asked = { regime: regime as RegimeLaw, samples };
  const symbols = { weights: p, multiplicities: many };
  const last = generations[generations.length - 1];
  const grows = regime.growth !== undefined;
  const isKnown = last <= (grows || regime.name === "accumulate-subsample" ? LAST_APART : LAST);
  // What is absent from a part of the pool may be drawn again.
  const isGone = isKnown && regime.name !== "accumulate-subsample";
  return {
    expected: isKnown
      ? expectedUnique({ ...asked, ...symbols, generations }).map((left, i) =>
          generations[i] === 0 ? types : left,
        )
      : null,
    limit: grows ? null : expectedUniqueLimit({ ...asked, ...symbols }),
    gone: (count) =>
      isGone ? absence({ ...asked, count: (count / total) * samples, generation: last }) : null,
  };
}
