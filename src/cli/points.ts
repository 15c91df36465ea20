// Points as they are typed, or as they stand in a file: one on a line, of one or two numbers.
import { invalid, show } from "../check/errors.ts";
import { numeric } from "./numbers.ts";
import { piecesOf } from "./read.ts";

type Place = number | number[];

const WHAT = "a file of points, one or two finite numbers on each line";
/** Longer is no line that anyone wrote. */
const LONGEST = 1000;
const MOST = 1_000_000;

/** The points of a file, between commas, semicolons or white space. @throws {InputError} that names the line */
export function points(path: string): Place[] {
  const refuse = (line: number, why: string) => invalid("points", path, `${WHAT}: line ${line} ${why}`);
  const places: Place[] = [];
  let width = 0;
  let line = 0;
  const add = (row: string): void => {
    line += 1;
    const words = row.trim().split(/\s*[,;]\s*|\s+/);
    if (words.length === 1 && words[0] === "") return;
    if (words.length > 2) throw refuse(line, `has ${words.length} values`);
    if (width > 0 && words.length !== width)
      throw refuse(
        line,
        `has ${words.length === 1 ? "one value" : "two values"}, the lines before it have ${width === 1 ? "one" : "two"}`,
      );
    width = words.length;
    const place = words.map((word) => {
      const value = numeric(word);
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw refuse(line, `has ${show(word)}`);
    });
    if (places.length === MOST) throw refuse(line, `is one more than ${MOST} points`);
    places.push(width === 1 ? place[0] : place);
  };
  let rest = "";
  for (const piece of piecesOf("points", path, path, WHAT)) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() as string;
    lines.forEach(add);
    if (rest.length > LONGEST) throw refuse(line + 1, `has more than ${LONGEST} characters`);
  }
  add(rest);
  if (places.length === 0) throw invalid("points", path, `${WHAT}: it has none`);
  return places;
}
