/**
 * Breaks a text into lines of a width: between words; in a word that is too long, after a mark of an address or a
 * command, or anywhere.
 */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[^ &/#?=]*[ &/#?=]?/g) ?? []) {
    if (measure((line + part).trimEnd()) > width && line !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
    while (line.length > 1 && measure(line.trimEnd()) > width) {
      let end = line.length - 1;
      while (end > 1 && measure(line.slice(0, end)) > width) --end;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
