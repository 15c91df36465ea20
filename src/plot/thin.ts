import type { Axis, Numbers } from "./figure.ts";

/**
 * Indices of about `count` of the numbers x, rising, evenly spaced as the axis shows them; the first and the last
 * among them. A curve needs no more points than the eye can tell apart.
 */
export function thin(x: Numbers, count: number, scale: Axis["scale"]): number[] {
  const place = scale === "log" ? Math.log : (value: number) => value;
  const usable = Array.from(x, (_, i) => i).filter((i) => scale === "linear" || x[i] > 0);
  if (usable.length <= count) return usable;
  const from = place(x[usable[0]]);
  const step = (place(x[usable[usable.length - 1]]) - from) / (count - 1);
  const kept: number[] = [];
  let next = from;
  for (const i of usable) {
    const at = place(x[i]);
    if (at < next - step * 1e-9) continue;
    kept.push(i);
    next = from + step * (Math.floor((at - from) / step + 1e-9) + 1);
  }
  const last = usable[usable.length - 1];
  if (kept[kept.length - 1] !== last) kept.push(last);
  return kept;
}
