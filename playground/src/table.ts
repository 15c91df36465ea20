import { make } from "./dom.ts";
import { type Plot, shown } from "./plot.ts";

const ROWS = 9;

/** Puts a handful of a plot's numbers into a table: what is to be seen, for those who cannot see it. */
export function numbersTable(host: HTMLElement, { x, curves }: Plot): void {
  const last = x.length - 1;
  const at = (i: number) => Math.round((i * last) / (ROWS - 1));
  const rows = [...new Set(Array.from({ length: ROWS }, (_, i) => at(i)))];
  const head = ["generation", ...curves.map(({ name }) => name)].map((name) => {
    const cell = make("th", { textContent: name });
    cell.scope = "col";
    return cell;
  });
  const body = rows.map((i) => {
    const first = make("th", { textContent: shown(x[i]) });
    first.scope = "row";
    return make(
      "tr",
      {},
      first,
      ...curves.map(({ values }) => make("td", { textContent: i < values.length ? shown(values[i]) : "–" })),
    );
  });
  // It may be wider than a phone: the arrow keys can move it.
  host.tabIndex = 0;
  host.replaceChildren(
    make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body)),
  );
}
