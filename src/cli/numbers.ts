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
  if (!text.startsWith("@")) {
    const typed = list(text);
    const dotted = option === "counts" && text.split(",").find((item) => THOUSANDS.test(item.trim()));
    if (dotted) throw invalid(option, text, either(dotted.trim()));
    return typed;
  }
  const refuse = (why: string) => invalid(option, text, `@ and a file of numbers: ${why}`);
  const content = textOfFile(text.slice(1), refuse);
  const items = content.split(/[\s,;]+/).filter((item) => item !== "");
  const other = items.find((item) => typeof numeric(item) === "string");
  if (other !== undefined) throw refuse(`${show(other)} is none`);
  const dotted = option === "counts" && items.find((item) => THOUSANDS.test(item));
  if (dotted) throw refuse(either(dotted));
  const wide = columns(content);
  if (wide > 1) throw refuse(`${wide} on every line look like columns: put one on a line, or all on one`);
  return items.map(numeric);
}

const either = (dotted: string): string =>
  `${show(dotted)} may be ${Number(dotted)} or ${dotted.replace(".", "")}`;

/** How many numbers every line has, where there are lines and all are written alike; else 1. */
function columns(content: string): number {
  const lines = content.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const [shape, ...others] = lines.map((line) => line.trim().replace(/[^\s,;]+/g, "x"));
  if (others.length === 0 || others.some((other) => other !== shape)) return 1;
  return shape.split("x").length - 1;
}

/** The Zipf–Mandelbrot law as `size,exponent` or `size,exponent,shift`. */
export function zipf(text: string): object {
  const items = list(text);
  if (items.length < 2 || items.length > 3)
    throw invalid("zipf", text, "size,exponent or size,exponent,shift");
  const [size, exponent, shift] = items;
  return shift === undefined ? { size, exponent } : { size, exponent, shift };
}
