/** The median of some numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** The median of some numbers, the least and the greatest. */
export function spread(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}
