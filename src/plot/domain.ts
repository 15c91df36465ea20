import type { Axis, Figure, Numbers, Part } from "./figure.ts";

/** Where an axis begins and ends. */
export type Domain = readonly [low: number, high: number];

/**
 * The domain of both axes. Bounds do not stretch them: far from the truth they leave the picture. Nor does an exact
 * curve far below the smallest measured value, where a logarithmic axis would show nothing else.
 */
export function domains({ x, y, parts }: Figure): { x: Domain; y: Domain } {
  const shown = parts.filter((part) => part.kind !== "bound");
  const measured = shown.filter((part) => part.kind === "measured");
  const lists = shown.flatMap(heights);
  const least = y.scale === "log" ? smallest(measured.map((part) => part.y)) / 10 : Number.NEGATIVE_INFINITY;
  return {
    x:
      x.domain ??
      extent(
        shown.map((part) => part.x),
        x.scale,
        0,
      ),
    y: y.domain ?? extent(lists, y.scale, 0.04, least),
  };
}

/** The smallest positive number; 0 where there is none. */
function smallest(lists: readonly Numbers[]): number {
  const positive = lists.flatMap((list) => Array.from(list)).filter((value) => value > 0);
  return positive.length > 0 ? positive.reduce((a, b) => Math.min(a, b)) : 0;
}

function heights(part: Part): Numbers[] {
  if (part.kind === "trajectories") return [...part.lines];
  if (part.kind === "band") return [part.low, part.high];
  return part.kind === "measured" ? [part.y, part.high] : [part.y];
}

/** Zero and below have no place on a logarithmic axis. */
export const drawable = (value: number, scale: Axis["scale"]): boolean =>
  Number.isFinite(value) && (scale === "linear" || value > 0);

/** From the least to the greatest that can be drawn, and `margin` of that further on both sides. */
export function extent(
  lists: readonly Numbers[],
  scale: Axis["scale"],
  margin: number,
  least = Number.NEGATIVE_INFINITY,
): Domain {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const list of lists) {
    for (let i = 0; i < list.length; ++i) {
      if (!drawable(list[i], scale) || list[i] < least) continue;
      low = Math.min(low, list[i]);
      high = Math.max(high, list[i]);
    }
  }
  if (low > high) return scale === "log" ? [0.1, 1] : [0, 1];
  if (scale === "log") {
    if (low === high) return [low / 2, high * 2];
    const stretch = (high / low) ** margin;
    return [low / stretch, high * stretch];
  }
  if (low === high) return [low - 1, high + 1];
  const room = (high - low) * margin;
  // An axis that nearly reaches zero reaches it.
  return [low >= 0 && low < high / 2 ? 0 : low - room, high + room];
}
