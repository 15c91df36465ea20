import { ink } from "../colours.ts";
import { shown } from "../plot.ts";

/** An axis of a board: where values lie on it, from 0 to 1, and where it has ticks. */
export interface Axis {
  readonly label: string;
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

export const linear = (label: string, from: number, to: number, ticks: readonly number[]): Axis => ({
  label,
  ticks,
  place: (value) => (value - from) / (to - from),
});

export const logarithmic = (label: string, from: number, to: number, ticks: readonly number[]): Axis => ({
  label,
  ticks,
  place: (value) => Math.log(value / from) / Math.log(to / from),
});

/** Powers of ten between two numbers. */
export function tens(from: number, to: number): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); 10 ** power <= to * (1 + 1e-9); ++power)
    powers.push(10 ** power);
  return powers;
}

export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

/** The inside of axes, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The room around axes. */
const LEFT = 54;
export const RIGHT = 14;
const TOP = 26;
const BOTTOM = 40;

/** The inside of axes on a board of some size. */
export const boxOf = (width: number, height: number): Box => ({
  left: LEFT,
  top: TOP,
  width: Math.max(0, width - LEFT - RIGHT),
  height: Math.max(0, height - TOP - BOTTOM),
});

/** Where values lie. */
export interface Places {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export const placesIn = ({ left, top, width, height }: Box, { x, y }: Axes): Places => ({
  x: (value) => left + x.place(value) * width,
  y: (value) => top + (1 - y.place(value)) * height,
});

/** Draws axes around a box, with their ticks and names. */
export function drawAxes(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: Box,
  { x, y }: Axes,
): void {
  context.font = "12px system-ui, sans-serif";
  context.fillStyle = ink("soft");
  context.lineWidth = 1;
  context.strokeStyle = ink("grid");
  context.textAlign = "right";
  for (const tick of y.ticks) {
    const at = Math.round(top + (1 - y.place(tick)) * height) + 0.5;
    context.beginPath();
    context.moveTo(left, at);
    context.lineTo(left + width, at);
    context.stroke();
    context.fillText(shown(tick), left - 8, at + 4);
  }
  context.textAlign = "center";
  let free = Number.NEGATIVE_INFINITY;
  for (const tick of x.ticks) {
    const text = shown(tick);
    const half = context.measureText(text).width / 2;
    const at = left + x.place(tick) * width;
    // On a phone there is no room for all.
    if (at - half < free) continue;
    free = at + half + 6;
    context.beginPath();
    context.moveTo(at, top + height);
    context.lineTo(at, top + height + 4);
    context.stroke();
    context.fillText(text, Math.min(at, left + width + RIGHT - half), top + height + 17);
  }
  context.strokeStyle = ink("axis");
  context.beginPath();
  context.moveTo(left, top + height + 0.5);
  context.lineTo(left + width, top + height + 0.5);
  context.stroke();
  context.textAlign = "left";
  context.fillText(y.label, 2, 13);
  context.textAlign = "right";
  context.fillText(x.label, left + width, top + height + 34);
}
