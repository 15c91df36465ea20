import type { Colour } from "../../src/plot/palette.ts";
import { plural } from "../../src/plural.ts";

/** A curve with a name. */
export interface Curve {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly colour: Colour;
  readonly width: number;
  readonly dash?: readonly number[];
  /** Simulated curves are uncovered generation by generation; theory is there from the beginning. */
  readonly simulated: boolean;
}

/** Where most of what is simulated lies: between two lines, uncovered generation by generation. */
export interface Band {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly colour: Colour;
}

/** A single trajectory. */
export interface Line {
  readonly values: ArrayLike<number>;
  /** The index of the generation by which the event has failed; undefined where it holds to the end. */
  readonly death: number | undefined;
}

/** A picture as plain data: the chart on the page and the files to download are made from the same. */
export interface Plot {
  readonly title: string;
  /** What there is to be seen besides the curves. */
  readonly note?: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Whether the x axis is logarithmic, with a place for 0: that of the logarithm of x + 1. */
  readonly xLog: boolean;
  readonly yLog: boolean;
  readonly yRange: readonly [low: number, high: number];
  readonly x: ArrayLike<number>;
  readonly bands: readonly Band[];
  readonly lines: readonly Line[];
  /** Whether all lines are drawn; else only where they end, and the one under the pointer. */
  readonly each: boolean;
  readonly lineColour: Colour;
  readonly curves: readonly Curve[];
}

/** The last value of a curve that is a number; of what is simulated as far as index `upto`. */
export function lastOf({ values, simulated }: Curve, upto: number): number {
  let at = Math.min(simulated ? upto : values.length - 1, values.length - 1);
  while (at > 0 && !Number.isFinite(values[at])) --at;
  return values[at];
}

/** Whether a value has a place in the picture. */
export const isDrawn = (value: number, { yLog, yRange }: Pick<Plot, "yLog" | "yRange">): boolean =>
  Number.isFinite(value) && value >= yRange[0] && value <= yRange[1] && (!yLog || value > 0);

/**
 * The points of a line between two indices, and whether it leads there from the point before. What is not a number breaks
 * it; zero, which has no place on a logarithmic axis, lets it leave the picture below, and end.
 */
export function* pointsOf(
  values: ArrayLike<number>,
  { yLog, yRange }: Pick<Plot, "yLog" | "yRange">,
  to: number,
  from = 0,
): Generator<readonly [index: number, value: number, joined: boolean]> {
  let pen = false;
  for (let i = from; i <= Math.min(to, values.length - 1); ++i) {
    const value = values[i];
    const inside = Number.isFinite(value) && (!yLog || value > 0);
    // Far below the picture is as good as anywhere there.
    if (inside) yield [i, yLog ? Math.max(value, yRange[0] / 1e3) : value, pen];
    else if (yLog && pen) yield [i, yRange[0] / 1e3, true];
    pen = inside;
  }
}

/** Where the values lie, with a little room; on a logarithmic axis at most twelve decades down. */
export function rangeOf(lists: readonly ArrayLike<number>[], log: boolean): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const list of lists) {
    for (let i = 0; i < list.length; ++i) {
      const value = list[i];
      if (!Number.isFinite(value) || (log && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return log ? [0.1, 1] : [0, 1];
  if (log) return [Math.max(low, high * 1e-12) / 1.1, high * 1.1];
  const room = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  return [low - (low === 0 ? 0 : room), high + room];
}

/** Ticks of an axis of generations: where it is logarithmic, 0 before the powers of ten. */
export const generationTicks = (range: readonly [number, number], log: boolean): number[] =>
  log
    ? [0, ...ticks([1, Math.max(10, range[1])], true).filter((tick) => tick <= range[1])]
    : ticks(range, false);

/** Ticks between two numbers: round ones, or powers of ten. */
export function ticks([low, high]: readonly [number, number], log: boolean, about = 6): number[] {
  if (log) {
    const from = Math.ceil(Math.log10(low) - 1e-9);
    const to = Math.floor(Math.log10(high) + 1e-9);
    const every = Math.max(1, Math.ceil((to - from) / about));
    const powers: number[] = [];
    for (let power = from; power <= to; power += every) powers.push(10 ** power);
    if (powers.length >= 2) return powers;
    // Less than a decade or two: 1, 2 and 5 as well.
    const fine: number[] = [];
    for (let power = from - 1; power <= to; ++power) {
      for (const digit of [1, 2, 5]) {
        const tick = digit * 10 ** power;
        if (tick >= low && tick <= high) fine.push(tick);
      }
    }
    return fine;
  }
  const raw = (high - low) / about;
  const base = 10 ** Math.floor(Math.log10(raw));
  const step = base * ([1, 2, 5].find((digit) => digit * base >= raw) ?? 10);
  const result: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i)
    result.push(i === 0 ? 0 : i * step);
  return result;
}

/** A number for an axis or a table: three digits, thousands in groups. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return value === Number.POSITIVE_INFINITY ? "∞" : "–";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e9)) {
    const [digits, power] = value.toExponential(2).split("e");
    return `${Number(digits)}e${Number(power)}`;
  }
  if (Number.isInteger(value)) return value.toLocaleString("en-GB");
  return value.toLocaleString("en-GB", { maximumSignificantDigits: size >= 1000 ? 4 : 3 });
}

/** So many things: one where it is shown as 1, as of a mean of 1.0004. */
export const counted = (count: number, thing: string): string =>
  `${shown(count)} ${plural(shown(count) === "1" ? 1 : count, thing)}`;

/** How often, in words. */
export const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${shown(count)} times`;
