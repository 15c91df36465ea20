import { width } from "./width.ts";

/** A table with aligned columns: numbers to the right; a column whose title starts with `<` to the left. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const left = titles.map((title) => title.startsWith("<"));
  const head = titles.map((title, i) => (left[i] ? title.slice(1) : title));
  const lines = [head, ...rows];
  // Not Math.max(...): a table may have more lines than a call takes arguments.
  const columns = head.map((_, i) => lines.reduce((most, line) => Math.max(most, width(line[i])), 0));
  const cell = (text: string, i: number): string => {
    const space = " ".repeat(columns[i] - width(text));
    return left[i] ? text + space : space + text;
  };
  return lines.map((line) => line.map(cell).join("   ").trimEnd()).join("\n");
}

/** Items between commas, broken into lines. */
export function paragraph(items: readonly string[], columns = 100, indent = "  "): string {
  const lines: string[] = [];
  let line = indent;
  items.forEach((item, i) => {
    const piece = i + 1 < items.length ? `${item}, ` : item;
    if (line !== indent && width(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += piece;
  });
  return [...lines, line.trimEnd()].join("\n");
}
