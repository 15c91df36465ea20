/**
 * Places in a rising list nearest to round numbers, its last place, and the first that counts, `from`: enough for a
 * table on one screen. `round` gives the round numbers up to the last one (default: 1, 2, 5, 10, 20, 50, …).
 */
export function handful(
  values: readonly number[],
  from = 0,
  round: (last: number) => number[] = multiples,
): number[] {
  const last = values.length - 1;
  if (from < 0 || from > last) return [];
  const between = round(values[last]).filter((target) => target > values[from] && target < values[last]);
  const chosen = new Set([from, ...between.map((target) => nearest(values, target)), last]);
  return [...chosen].filter((i) => i >= from).sort((a, b) => a - b);
}

/** 1, 2, 5, 10, 20, 50, … */
function multiples(last: number): number[] {
  const list: number[] = [];
  for (let ten = 1; ten <= last; ten *= 10) list.push(ten, 2 * ten, 5 * ten);
  return list;
}

/** Even steps of 1, 2 or 5 times a power of ten: ten of them at most. */
export function steps(last: number): number[] {
  let step = 1;
  for (let i = 0; last / step > 10; ++i) step = [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3);
  return Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step);
}

function nearest(values: readonly number[], target: number): number {
  let best = 0;
  for (let i = 1; i < values.length; ++i) {
    if (Math.abs(values[i] - target) < Math.abs(values[best] - target)) best = i;
  }
  return best;
}
