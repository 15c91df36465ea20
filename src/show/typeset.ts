import { number, plusMinus } from "./numbers.ts";

/** As a page has it: the true minus sign, which is as wide as a digit, and no line break before %. */
export const typeset = (text: string): string => text.replaceAll("-", "−").replaceAll(" %", "\u00a0%");

/** A number for a page: four digits that matter. */
export const figures = (value: number | null): string => typeset(number(value, 4));

/** Where something is, on an axis: a count as `figures`, an option as it was given. */
export const place = (at: number): string => (Number.isInteger(at) ? figures(at) : typeset(String(at)));

/** A measurement and its standard error, for a page. */
export const withError = (value: number, error: number): string => typeset(plusMinus(value, error, 4));

/** A number of standard errors: one decimal is all it is worth. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return figures(value);
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return Number.isInteger(rounded) ? figures(rounded) : typeset(rounded.toFixed(1));
}
