import { SIDES } from "./numbers.ts";
import { width } from "./width.ts";

/** Columns that every terminal has. */
const COLUMNS = 80;
const GAP = "   ";

/**
 * A table with aligned columns: numbers to the right; a column whose title starts with `<` to the left. Where a terminal
 * has not the room, more tables follow that begin with the same first column.
 */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const left = titles.map((title) => title.startsWith("<"));
  const head = titles.map((title, i) => (left[i] ? title.slice(1) : title));
  const lines = [head, ...rows];
  // Not Math.max(...): a table may have more lines than a call takes arguments.
  const widths = head.map((_, i) => lines.reduce((most, line) => Math.max(most, width(line[i])), 0));
  const cell = (text: string, i: number): string => {
    const space = " ".repeat(widths[i] - width(text));
    return left[i] ? text + space : space + text;
  };
  const part = (columns: readonly number[]): string =>
    lines
      .map((line) =>
        columns
          .map((i) => cell(line[i], i))
          .join(GAP)
          .trimEnd(),
      )
      .join("\n");
  return parts(head, widths).map(part).join("\n\n");
}

/** Which columns stand together: as many as there is room for, and theory beside what it is the theory of. */
function parts(head: readonly string[], widths: readonly number[]): number[][] {
  const room = (columns: readonly number[]): boolean =>
    columns.reduce((sum, i) => sum + widths[i] + GAP.length, -GAP.length) <= COLUMNS;
  const list = [[0]];
  const add = (columns: readonly number[]): void => {
    const last = list[list.length - 1];
    if (last.length === 1 || room([...last, ...columns])) last.push(...columns);
    else list.push([0, ...columns]);
  };
  for (const group of groups(head)) {
    if (room([0, ...group])) add(group);
    else for (const i of group) add([i]);
  }
  return list;
}

/** Columns that belong together: one, and the curves of theory that come after it. */
function groups(head: readonly string[]): number[][] {
  const marks: readonly string[] = Object.values(SIDES);
  const list: number[][] = [];
  for (let i = 1; i < head.length; ++i) {
    const beside = list.length > 0 && marks.includes(head[i].split(" ", 1)[0]);
    if (beside) list[list.length - 1].push(i);
    else list.push([i]);
  }
  return list;
}

/** A text, broken into lines between its words. */
export const wrapped = (text: string): string => filled(text.split(" "), "");

/** Items between commas, broken into lines. */
export const paragraph = (items: readonly string[]): string =>
  filled(
    items.map((item, i) => (i + 1 < items.length ? `${item},` : item)),
    "  ",
  );

/** Pieces on lines, as many on each as there is room for. */
function filled(pieces: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = `${lines[lines.length - 1]} ${piece}`;
    if (lines.length > 0 && width(line) <= COLUMNS) lines[lines.length - 1] = line;
    else lines.push(indent + piece);
  }
  return lines.join("\n");
}
