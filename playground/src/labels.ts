import { make } from "./dom.ts";
import { type Curve, type Plot, shown } from "./plot.ts";

/** Space to the right of a picture for the names of its curves; a picture that is narrower than this has them below. */
export const GUTTER = 196;
export const WIDE = 600;

const GAP = 3;

/** The names of the curves of a chart, each where its curve ends, and their values under the pointer. */
export class Labels {
  readonly #chart: HTMLElement;
  readonly #list = make("ul", { className: "labels" });
  #plot: Plot | undefined;
  #items: HTMLElement[] = [];
  #values: HTMLElement[] = [];
  #heights: number[] = [];
  #names = "";
  #beside = false;

  constructor(chart: HTMLElement) {
    this.#chart = chart;
    chart.after(this.#list);
  }

  show(plot: Plot): void {
    this.#plot = plot;
    const names = JSON.stringify(plot.curves.map(({ values, ...look }) => look));
    if (names === this.#names) return;
    this.#names = names;
    this.#values = plot.curves.map(() => make("span", { className: "value" }));
    this.#items = plot.curves.map((curve, i) => make("li", {}, swatch(curve), curve.name, this.#values[i]));
    // What is simulated is drawn last, but comes first.
    this.#list.replaceChildren(...[...this.#items].reverse());
    this.#heights = [];
  }

  /** Whether they stand beside the chart. */
  fit(width: number): void {
    this.#beside = width >= WIDE;
    this.#list.classList.toggle("beside", this.#beside);
    this.#heights = [];
  }

  /** Puts each where `end` says that its curve ends, and as much lower or higher as it takes to be read. */
  place(end: (curve: Curve) => number, height: number): void {
    if (!this.#beside) {
      for (const item of this.#items) item.style.transform = "";
      return;
    }
    if (this.#heights.length === 0) {
      this.#list.style.top = `${this.#chart.offsetTop}px`;
      this.#heights = this.#items.map((item) => item.offsetHeight);
    }
    const ends = this.#plot!.curves.map(end);
    spread(ends, this.#heights, height).forEach((top, i) => {
      this.#items[i].style.transform = `translateY(${top.toFixed(1)}px)`;
    });
  }

  /** Shows the values at an index of the generations; none where the pointer is elsewhere. */
  point(index: number | null | undefined, upto: number): void {
    this.#plot?.curves.forEach(({ values, simulated }, i) => {
      const known =
        index !== null && index !== undefined && index < values.length && (!simulated || index <= upto);
      this.#values[i].textContent = known ? ` ${shown(values[index])} at ${shown(this.#plot!.x[index])}` : "";
    });
    this.#heights = [];
  }
}

/** Tops of boxes whose middles are wanted at these places, so that none lies on another or below `bottom`. */
export function spread(middles: readonly number[], heights: readonly number[], bottom: number): number[] {
  const order = middles.map((_, i) => i).sort((a, b) => middles[a] - middles[b] || a - b);
  const tops = middles.map((middle, i) => Math.max(0, middle - heights[i] / 2));
  let free = 0;
  for (const i of order) {
    tops[i] = Math.max(tops[i], free);
    free = tops[i] + heights[i] + GAP;
  }
  let end = bottom;
  for (const i of [...order].reverse()) {
    tops[i] = Math.min(tops[i], end - heights[i]);
    end = tops[i] - GAP;
  }
  return tops;
}

const SVG = "http://www.w3.org/2000/svg";

function swatch({ colour, width, dash }: Curve): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({ width: 24, height: 8, "aria-hidden": true }))
    svg.setAttribute(name, String(value));
  const look = {
    d: "M0 4h24",
    stroke: `var(--${colour})`,
    "stroke-width": width,
    "stroke-dasharray": dash?.join(" ") ?? "none",
  };
  for (const [name, value] of Object.entries(look)) line.setAttribute(name, String(value));
  svg.append(line);
  return svg;
}
