/** Standard errors to either side of 95 % of a normal law. */
const Z = 1.959963984540054;

/** An interval that holds what was estimated in 95 % of all cases. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The 95 % interval of a probability of which the share was seen in so many independent cases. It is sensible where the
 * share is 0 or 1, which has no standard error: 0 of 5000 leaves up to 0.00077.
 *
 * @see Wilson (1927), J. Am. Stat. Assoc. 22:209, https://doi.org/10.1080/01621459.1927.10502953
 */
export function wilson(share: number, cases: number): Interval {
  const more = (Z * Z) / cases;
  const centre = (share + more / 2) / (1 + more);
  const half = Z * wilsonError(share, cases);
  return {
    lower: share === 0 ? 0 : Math.max(0, centre - half),
    upper: share === 1 ? 1 : Math.min(1, centre + half),
  };
}

/** Half the width of this interval, in standard errors to a side: what stands for the standard error of the share. */
export function wilsonError(share: number, cases: number): number {
  const more = (Z * Z) / cases;
  return Math.sqrt((share * (1 - share)) / cases + more / (4 * cases)) / (1 + more);
}
