import { make } from "./dom.ts";
import { type Curve, type Plot, shown } from "./plot.ts";

/** What the curves of a chart are called, and their values under the pointer. */
export class Legend {
  readonly #list = make("ul", { className: "legend" });
  #plot: Plot | undefined;
  #values: HTMLElement[] = [];
  #names = "";

  /** Below the chart. */
  constructor(chart: HTMLElement) {
    chart.after(this.#list);
  }

  show(plot: Plot): void {
    this.#plot = plot;
    const names = JSON.stringify(plot.curves.map(({ values, ...look }) => look));
    if (names === this.#names) return;
    this.#names = names;
    this.#values = plot.curves.map(() => make("span", { className: "value" }));
    const items = plot.curves.map((curve, i) => make("li", {}, swatch(curve), curve.name, this.#values[i]));
    // What is simulated is drawn last, but comes first.
    this.#list.replaceChildren(...items.reverse());
  }

  /** Shows the values at an index of the generations; none where the pointer is elsewhere. */
  point(index: number | null | undefined, upto: number): void {
    this.#plot?.curves.forEach(({ values, simulated }, i) => {
      const known =
        index !== null && index !== undefined && index < values.length && (!simulated || index <= upto);
      this.#values[i].textContent = known ? ` ${shown(values[index])} at ${shown(this.#plot!.x[index])}` : "";
    });
  }
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
