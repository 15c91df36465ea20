import { invalid, show } from "../errors.ts";
import { textOfFile } from "./files.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** 41 with a fraction of nothing, or 41 thousand. */
const THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;
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

/** A list of numbers, or `@file`: a file of them, between commas, semicolons or white space. */
export function listOrFile(option: string, text: string): (number | string)[] {
  if (!text.startsWith("@")) return list(text);
  const refuse = (why: string) => invalid(option, text, `@ and a file of numbers: ${why}`);
  const items = textOfFile(text.slice(1), refuse)
    .split(/[\s,;]+/)
    .filter((item) => item !== "");
  const other = items.find((item) => typeof numeric(item) === "string");
  if (other !== undefined) throw refuse(`${show(other)} is none`);
  const dotted = option === "counts" && items.find((item) => THOUSANDS.test(item));
  if (dotted) throw refuse(`${show(dotted)} may be ${Number(dotted)} or ${dotted.replace(".", "")}`);
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
