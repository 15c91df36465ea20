import { invalid, show } from "../../check/errors.ts";
import { piecesOf } from "../read.ts";
import { numberOf } from "../typed.ts";
import { jsonFault, placeIn } from "./json-fault.ts";

const WHAT = "a JSON file";
/** Characters; a string of the engine holds twice as many. */
const LONGEST = 1 << 28;

/**
 * What a JSON file holds that is given as `what`.
 * @throws {InputError} where it cannot be read, is no JSON, or names a key twice, of which JSON.parse drops the first
 */
export function readJson(path: string, what = "experiment"): unknown {
  const pieces: string[] = [];
  let length = 0;
  for (const piece of piecesOf(what, path, path, WHAT)) {
    length += piece.length;
    if (length > LONGEST) throw invalid(what, path, `${WHAT}: of at most ${LONGEST} characters`);
    pieces.push(piece);
  }
  const text = pieces.join("");
  const value = parse(path, text, what);
  refuseTwice(path, text, what);
  return value;
}

function parse(path: string, text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonFault(text);
    throw invalid(what, path, `not JSON: line ${line}, column ${column}`);
  }
}

// Keys, other strings, the ends of objects, and numbers so long that they may be rounded; all else is passed over.
const MARKS = /("[^"\\]*(?:\\.[^"\\]*)*")[ \t\r\n]*(:?)|[{}]|-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;

/** Refuses a key that an object has twice; takes note of long numbers on the way. `text` is known to be JSON. */
function refuseTwice(path: string, text: string, what: string): void {
  const open: Set<string>[] = [];
  for (const found of text.matchAll(MARKS)) {
    const [mark, string, colon] = found;
    if (mark === "{") open.push(new Set());
    else if (mark === "}") open.pop();
    else if (string === undefined) numberOf(mark);
    else if (colon) {
      const key: string = JSON.parse(string);
      const keys = open[open.length - 1];
      if (keys.has(key)) {
        const { line, column } = placeIn(text, found.index);
        const where = `${show(key)} again: line ${line}, column ${column}`;
        throw invalid(what, path, `each key once: ${where}`);
      }
      keys.add(key);
    }
  }
}
