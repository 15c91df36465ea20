import { plural } from "../plural.ts";
import type { Interval } from "../theory/interval.ts";

/** A number with as many digits as a reader can use; `–` for none. */
export function number(x: number | null, digits = 5): string {
  if (x === null || Number.isNaN(x)) return "–";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "-∞";
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (Number.isInteger(x) && size < 1e15) return grouped(String(x));
  if (size < 1e-4 || size >= 1e9) return x.toExponential(digits - 2);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const text = x.toFixed(decimals);
  // Nearly 1 is not 1.
  const nearly = size < 1 - 1e-9 && Math.abs(Number(text)) === 1;
  return nearly ? x.toFixed(toTwoDigits(1 - size)) : grouped(text);
}

/** Decimals down to the second digit of a number. */
const toTwoDigits = (x: number): number => 1 - Math.floor(Math.log10(x));

/** A mean with its standard error: digits down to the second one of the error; `digits` where there is none. */
export function plusMinus(mean: number, error: number, digits = 5): string {
  if (!(error > 0) || !Number.isFinite(mean))
    return Number.isNaN(error) ? number(mean, digits) : `${number(mean, digits)} ± 0`;
  const decimals = toTwoDigits(error);
  const size = Math.abs(mean);
  if ((size > 0 && size < 1e-4) || size >= 1e9 || decimals > 12) {
    const kept = size > 0 ? Math.max(1, Math.min(15, Math.floor(Math.log10(size)) + decimals)) : 1;
    return `${mean.toExponential(kept)} ± ${error.toExponential(1)}`;
  }
  const [middle, half] = [mean, error].map((x) => grouped(x.toFixed(Math.max(0, decimals))));
  return `${middle} ± ${half}`;
}

/** A share with its standard error; one of 0 or 1, which has none, with the other end of its 95 % interval. */
export function share(value: number, error: number, interval: Interval): string {
  if (interval.lower === interval.upper) return number(value);
  return value === 0 || value === 1 ? `${value} (${otherEnd(value, interval)})` : plusMinus(value, error);
}

/** The end of the 95 % interval that is not the share itself, which is 0 or 1. */
export function otherEnd(value: number, { lower, upper }: Interval): string {
  return value === 0 ? `≤ ${number(upper, 2)}` : `≥ ${lower.toFixed(toTwoDigits(1 - lower))}`;
}

/** A probability, four decimals; smaller ones by their size. */
export function chance(p: number): string {
  if (Number.isNaN(p)) return "–";
  return p === 0 || p >= 5e-5 ? p.toFixed(4) : p.toExponential(1);
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A size in memory or on a disk, to two digits. */
export function bytes(value: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB", "PB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return `${number(Number((value / 1000 ** power).toPrecision(2)))} ${units[power]}`;
}

/** A span of time. */
export function seconds(value: number): string {
  if (value < 0.095) return `${Math.max(1, Math.round(value * 1000))} ms`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/** Thousands apart: 17,000. */
function grouped(text: string): string {
  const [whole, fraction] = text.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

/** A number of things: 1 word, 2 words. */
export function counted(n: number, thing: string): string {
  return `${number(n)} ${plural(n, thing)}`;
}

/** How a bound is marked in the head of a table. */
export const SIDES = { upper: "≤", lower: "≥", exact: "=", approximation: "≈" } as const;
