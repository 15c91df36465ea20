import { invalid } from "../../check/errors.ts";

/** How large a picture is, and what it is written in. */
export interface Frame {
  /** As it is given to readers: with a unit. */
  readonly width: string;
  readonly height: string;
  /** Both in the units of the layout. */
  readonly across: number;
  readonly down: number;
  readonly font: string;
}

/** Millimetres to a unit; a px is that of CSS, a 96th of an inch. */
const UNITS: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, px: 25.4 / 96 };
/** What a journal's column is wide. */
const COLUMN = "85mm";
/** Units of the layout to a millimetre: so text is of 7 to 8 points, whatever the picture's size. */
const SCALE = 560 / 85;
export const FONT = "DejaVu Sans";

/** @throws {InputError} for a length that is none, or too small to hold a picture */
export function frameOf(width: unknown = COLUMN, height: unknown = undefined, font: string = FONT): Frame {
  const across = millimetres("width", width, 40);
  const down = height === undefined ? across * 0.8 : millimetres("height", height, 30);
  return {
    width: text(width),
    height: height === undefined ? like(width, across * 0.8) : text(height),
    across: Math.round(across * SCALE),
    down: Math.round(down * SCALE),
    font,
  };
}

function millimetres(name: string, length: unknown, least: number): number {
  const allowed = `a length from ${least}mm to 1000mm, in ${Object.keys(UNITS).join(", ")}, as in "85mm"`;
  const [, amount, unit] = PATTERN.exec(text(length)) ?? [];
  const size = Number(amount) * UNITS[unit ?? ""];
  if (!(size >= least && size <= 1000)) throw invalid(name, length, allowed);
  return size;
}

const PATTERN = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(mm|cm|in|px)\s*$/;

/** A number alone is one of px. */
const text = (length: unknown): string =>
  typeof length === "number" ? `${length}px` : String(length).replaceAll(/\s/g, "");

/** So many millimetres in the unit of another length. */
function like(length: unknown, size: number): string {
  const [, , unit = "px"] = PATTERN.exec(text(length)) ?? [];
  return `${Number((size / UNITS[unit]).toFixed(unit === "px" ? 0 : 2))}${unit}`;
}

/** A length in the points of printers, 72 to an inch. */
export function points(length: string): number {
  const [, amount, unit] = PATTERN.exec(length) ?? [];
  return (Number(amount) * UNITS[unit] * 72) / 25.4;
}

/** The pixels of a PNG of this width: as many as were asked for, or 600 to an inch. */
export function pixels(width: string): number {
  return Math.round(width.endsWith("px") ? Number.parseFloat(width) : (points(width) * 600) / 72);
}
