/** JSON has neither NaN nor Infinity: such a value becomes null. */
export const finite = (x: number | null): number | null => (Number.isFinite(x) ? x : null);

export const finites = (values: ArrayLike<number>): (number | null)[] => Array.from(values, finite);
