import { counted } from "../show/numbers.ts";
import type { CountOptions } from "./count.ts";
import { dialectOf } from "./table/dialect.ts";
import { isObject } from "./table/json.ts";
import { rowsOf } from "./table/rows.ts";
import { isNumber } from "./table/whole.ts";

/** So much of a text tells what it looks like. */
const ENOUGH = 1 << 16;

/** Keeps the beginning of a text that arrives in pieces. */
export class Beginning {
  text = "";
  whole = true;

  readonly add = (piece: string): void => {
    const room = ENOUGH - this.text.length;
    if (piece.length > room) this.whole = false;
    if (room > 0) this.text += piece.slice(0, room);
  };
}

/** What to tell a reader of a text: what it looks like, and by which option of the command line it is read as that. */
export function notes(
  name: string,
  { text, whole }: Beginning,
  replaced: number,
  { tokenizer, jsonField }: CountOptions,
): string[] {
  const said: string[] = [];
  const field = jsonField === undefined ? fieldOf(text) : undefined;
  if (replaced > 0) said.push(replacedNote(name, replaced));
  if (field !== undefined)
    said.push(`${name} looks like JSONL: --json-field ${field} reads that field of each line`);
  else if (jsonField === undefined && isTable(text, whole))
    said.push(`${name} looks like a table of counts: --counts reads it as one`);
  if (GUTENBERG.test(text)) {
    said.push(
      `${name} has the header and licence of Project Gutenberg in it, whose words count like those of the book: ` +
        "take out what is before *** START OF and after *** END OF",
    );
  }
  if (tokenizer !== "segmenter" && isUnspaced(text))
    said.push(`${name} is in a script without spaces between words: --tokenizer segmenter finds them`);
  return said;
}

/** Says how much of a file was no text in its encoding. */
export const replacedNote = (name: string, replaced: number): string =>
  `${name}: ${counted(replaced, "invalid UTF-8 sequence")} replaced by U+FFFD`;

const GUTENBERG = /\*\*\* ?START OF TH(E|IS) PROJECT GUTENBERG|The Project Gutenberg eBook/i;

/** The field of JSONL that is most likely the text. */
function fieldOf(text: string): string | undefined {
  const [line] = text.trimStart().split("\n", 1);
  if (!line.startsWith("{")) return undefined;
  try {
    const strings = Object.entries(JSON.parse(line) as object).filter(
      ([, value]) => typeof value === "string",
    );
    const known = strings.find(([name]) => /^(text|content|body)$/i.test(name));
    strings.sort(([, a], [, b]) => b.length - a.length);
    return (known ?? strings[0])?.[0];
  } catch {
    // A line that is longer than the beginning.
    return /^\{.*?"(text|content|body)"\s*:\s*"/is.exec(line)?.[1];
  }
}

/** Whether all rows have as many fields, two at least, and below the first row some column has nothing but numbers. */
function isTable(text: string, whole: boolean): boolean {
  if (isObject(text)) return /^\s*\{\s*"[^"]*"\s*:\s*\d+\s*[,}]/.test(text);
  const rows: string[][] = [];
  try {
    const lines = whole ? text : text.slice(0, text.lastIndexOf("\n") + 1);
    const reader = rowsOf(
      dialectOf(lines, whole),
      ({ fields, hash }) => void (hash || rows.push(fields)),
      (_, why) => new Error(why),
    );
    reader.push(lines);
    if (whole) reader.finish();
  } catch {
    return false;
  }
  const [first, ...below] = rows;
  if (below.length === 0 || first.length < 2 || below.some((row) => row.length !== first.length))
    return false;
  return first.some((_, i) => below.every((row) => isNumber(row[i])));
}

const LETTER = /\p{L}/gu;
const UNSPACED =
  /\p{scx=Thai}|\p{scx=Lao}|\p{scx=Khmr}|\p{scx=Mymr}|\p{scx=Hani}|\p{scx=Hira}|\p{scx=Kana}/gu;

const isUnspaced = (text: string): boolean => {
  const letters = text.match(LETTER)?.join("") ?? "";
  return letters !== "" && 5 * (letters.match(UNSPACED)?.length ?? 0) >= letters.length;
};
