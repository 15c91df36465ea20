import { plural } from "../../plural.ts";
import type { Interval } from "../../simulate/interval.ts";

/** A number with as many digits as a reader can use; `-` for none. */
export function number(x: number | null, digits = 5): string {
  if (x === null || Number.isNaN(x)) return "-";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "-∞";
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (Number.isInteger(x) && size < 1e15) return grouped(String(x));
  if (size < 1e-4 || size >= 1e9) return x.toExponential(digits - 2);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return grouped(x.toFixed(decimals));
}

/** A mean with its standard error: digits down to the second one of the error. */
export function plusMinus(mean: number, error: number): string {
  if (!(error > 0) || !Number.isFinite(mean))
    return Number.isNaN(error) ? number(mean) : `${number(mean)} ± 0`;
  const place = Math.floor(Math.log10(error)) - 1;
  const size = Math.abs(mean);
  if ((size > 0 && size < 1e-4) || size >= 1e9 || place < -12) {
    const digits = size > 0 ? Math.max(1, Math.min(15, Math.floor(Math.log10(size)) - place)) : 1;
    return `${mean.toExponential(digits)} ± ${error.toExponential(1)}`;
  }
  const decimals = Math.max(0, -place);
  return `${grouped(mean.toFixed(decimals))} ± ${grouped(error.toFixed(decimals))}`;
}

/** A share with its standard error; one of 0 or 1, which has none, with the other end of its 95 % interval. */
export function share(value: number, error: number, { lower, upper }: Interval): string {
  if (lower === upper) return number(value);
  if (value === 0) return `0 (≤ ${number(upper, 2)})`;
  if (value === 1) return `1 (≥ ${lower.toFixed(1 - Math.floor(Math.log10(1 - lower)))})`;
  return plusMinus(value, error);
}

/** A probability, four decimals; smaller ones by their size. */
export function chance(p: number): string {
  if (Number.isNaN(p)) return "-";
  return p === 0 || p >= 5e-5 ? p.toFixed(4) : p.toExponential(1);
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

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
