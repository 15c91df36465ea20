import { InputError, invalid, show } from "../check/errors.ts";
import { MAX_SYMBOLS } from "../kernels/plans.ts";
import { piecesOf } from "./read.ts";
import { numberOf } from "./typed.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** 41 with a fraction of nothing, or 41 thousand. */
const THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;
const NAMED = /^([+-]?Infinity|NaN)$/;
/** So many characters hold whole lines. */
const PLENTY = 1 << 16;
/** Longer is no number that anyone wrote. */
const LONGEST = 1000;

const isNumeric = (text: string): boolean => NUMBER.test(text) || NAMED.test(text);

/**
 * A number as people write it: decimal, perhaps with an exponent. Any other text (`0x10`, `1_000`, nothing at all)
 * is handed on as it is, so that the library refuses it and its message shows what was typed.
 */
export function numeric(text: string): number | string {
  return isNumeric(text) ? numberOf(text) : text;
}

/**
 * A seed: an integer, or a string. What looks like a number is one, or an error: `1e3` as a string would be another
 * seed than 1000, and so would an integer that a double rounds.
 */
export function seedOf(text: string): number | string {
  if (text === "") throw invalid("seed", text, "an integer from 0 to 2^53-1, or a string that is not empty");
  if (!isNumeric(text)) return text;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0 && String(value) === text) return value;
  throw new InputError(
    `invalid seed: ${show(text).slice(1, -1)} (an integer from 0 to 2^53-1, in digits only, or a string that does not ` +
      "look like a number)",
  );
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
  const items: (number | string)[] = [];
  const add = (word: string): void => {
    if (word === "") return;
    const item = numeric(word);
    if (typeof item === "string") throw refuse(`${show(word)} is none`);
    if (option === "counts" && THOUSANDS.test(word)) throw refuse(either(word));
    items.push(item);
  };
  let rest = "";
  let begun = false;
  for (const piece of piecesOf(option, text, text.slice(1), "@ and a file of numbers")) {
    const words = (rest + piece).split(/[\s,;]+/);
    rest = words.pop() as string;
    words.forEach(add);
    // The first whole lines tell.
    const wide = begun ? 1 : columns(piece.length < PLENTY ? piece : piece.slice(0, piece.lastIndexOf("\n")));
    begun = true;
    if (wide > 1) throw refuse(`${wide} on every line look like columns: put one on a line, or all on one`);
    if (rest.length > LONGEST) throw invalid(option, text, `numbers of at most ${LONGEST} characters`);
    if (items.length > MAX_SYMBOLS) throw invalid(option, text, `at most ${MAX_SYMBOLS} numbers`);
  }
  add(rest);
  return items;
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

/** A verifier as `valid,invalid,i,j,…`: two chances, and the symbols that are valid, numbered from 0. */
export function verifier(text: string): object {
  const [valid, other, ...symbols] = list(text);
  if (symbols.length === 0)
    throw invalid("verifier", text, "valid,invalid,i,j,…: two chances, then symbols from 0");
  return { valid, invalid: other, symbols };
}

/** Numbers as `a,b,c`, or rows of them as `a,b;c,d`. */
export const listOrRows = (text: string): (number | string)[] | (number | string)[][] =>
  text.includes(";") ? text.split(";").map(list) : list(text);

/** A covariance as `identity`, as variances `a,b,c`, or as rows of a matrix `a,b;b,c`. */
export function covariance(text: string): string | (number | string)[] | (number | string)[][] {
  return /[;,]/.test(text) || typeof numeric(text) === "number" ? listOrRows(text) : text;
}
