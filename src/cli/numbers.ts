import { readFileSync } from "node:fs";
import { invalid } from "../errors.ts";
import { trouble } from "./files.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NAMED = /^([+-]?Infinity|NaN)$/;

/**
 * A number as people write it: decimal, perhaps with an exponent. Any other text (`0x10`, `1_000`, nothing at all)
 * is handed on as it is, so that the library refuses it and its message shows what was typed.
 */
export function numeric(text: string): number | string {
  return NUMBER.test(text) || NAMED.test(text) ? Number(text) : text;
}

/** A seed: a number if it is written like one, without an exponent; else a string. */
export function seedOf(text: string): number | string {
  if (text === "") throw invalid("seed", text, "an integer from 0 to 2^53-1, or a string that is not empty");
  return /^[+-]?\d+(\.\d*)?$/.test(text) ? Number(text) : text;
}

/** A list of numbers between commas, spaces around them allowed. */
export function list(text: string): (number | string)[] {
  return text.split(",").map((item) => numeric(item.trim()));
}

/** A list of numbers, or `@file`: a file of them, between commas or white space. */
export function listOrFile(option: string, text: string): (number | string)[] {
  if (!text.startsWith("@")) return list(text);
  let content: string;
  try {
    content = readFileSync(text.slice(1), "utf8");
  } catch (error) {
    throw invalid(option, text, `@ and a file of numbers: ${trouble(error)}`);
  }
  const items = content.split(/[\s,]+/).filter((item) => item !== "");
  return items.map(numeric);
}

/** The Zipf–Mandelbrot law as `size,exponent` or `size,exponent,shift`. */
export function zipf(text: string): object {
  const items = list(text);
  if (items.length < 2 || items.length > 3)
    throw invalid("zipf", text, "size,exponent or size,exponent,shift");
  const [size, exponent, shift] = items;
  return shift === undefined ? { size, exponent } : { size, exponent, shift };
}
