import { make } from "./dom.ts";
import { type Plot, shown } from "./plot.ts";

const ROWS = 9;

/** A handful of a plot's numbers: what is to be seen, for those who cannot see it. Made when it is opened. */
export class NumbersTable {
  readonly #host: HTMLElement;
  readonly #details: HTMLDetailsElement;
  #plot: Plot | undefined;

  /** `host` is inside a <details>. */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.#details = host.closest("details")!;
    // It may be wider than a phone: the arrow keys can move it.
    host.tabIndex = 0;
    this.#details.ontoggle = () => this.#fill();
  }

  show(plot: Plot): void {
    this.#plot = plot;
    this.#fill();
  }

  #fill(): void {
    if (this.#plot && this.#details.open) this.#host.replaceChildren(table(this.#plot));
  }
}

function table({ x, curves }: Plot): HTMLTableElement {
  const last = x.length - 1;
  const at = (i: number) => Math.round((i * last) / (ROWS - 1));
  const rows = [...new Set(Array.from({ length: ROWS }, (_, i) => at(i)))];
  const head = ["generation", ...curves.map(({ name }) => name)].map((textContent) =>
    make("th", { textContent, scope: "col" }),
  );
  const body = rows.map((i) =>
    make(
      "tr",
      {},
      make("th", { textContent: shown(x[i]), scope: "row" }),
      ...curves.map(({ values }) => make("td", { textContent: shown(values[i]) })),
    ),
  );
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
}
