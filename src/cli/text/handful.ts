/** Places in a rising list nearest to 1, 2, 5, 10, 20, 50, … and its ends: enough for a table on one screen. */
export function handful(values: readonly number[], from = 0): number[] {
  const last = values.length - 1;
  const chosen = new Set<number>([from, last]);
  for (let ten = 1; ten <= values[last]; ten *= 10) {
    for (const target of [ten, 2 * ten, 5 * ten]) {
      if (target > values[from] && target < values[last]) chosen.add(nearest(values, target));
    }
  }
  return [...chosen].filter((i) => i >= from && i <= last).sort((a, b) => a - b);
}

function nearest(values: readonly number[], target: number): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (Math.abs(values[i] - target) < Math.abs(values[best] - target)) best = i;
  }
  return best;
}
