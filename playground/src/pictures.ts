import { Chart } from "./charts.ts";
import { get } from "./dom.ts";
import type { Plot } from "./plot.ts";
import { NumbersTable } from "./table.ts";

const NAMES = ["lines", "survival"] as const;

/** The two pictures of an experiment, its trajectories and survival, each with a title and a table of its numbers. */
export class Pictures {
  readonly #charts: readonly Chart[];
  readonly #tables = NAMES.map((name) => new NumbersTable(get(`table-${name}`)));

  /** `onLine` hears of the single trajectory that was clicked. */
  constructor(onLine: (line: number) => void) {
    this.#charts = [new Chart(get("chart-lines"), onLine), new Chart(get("chart-survival"))];
  }

  /** Shows plots, simulated as far as the index that `upto` tells. */
  show([lines, survival]: readonly [Plot, Plot], upto: () => number): void {
    this.#show(0, lines, upto());
    // In the frame after: two charts in one would be felt.
    requestAnimationFrame(() => this.#show(1, survival, upto()));
    get("note-lines").textContent =
      `${lines.note}. Point at the picture to see a single one, click to follow it.`;
  }

  reveal(upto: number): void {
    for (const chart of this.#charts) chart.reveal(upto);
  }

  /** They stand still. */
  settle(): void {
    for (const chart of this.#charts) chart.settle();
  }

  /** Tells a screen reader what is to be seen. */
  describe(lines: string, survival: string): void {
    get("chart-lines").setAttribute("aria-label", lines);
    get("chart-survival").setAttribute("aria-label", survival);
  }

  #show(i: 0 | 1, plot: Plot, upto: number): void {
    this.#charts[i].show(plot, upto);
    this.#tables[i].show(plot);
    get(`title-${NAMES[i]}`).textContent = plot.title;
  }
}
