import uPlot from "uplot";
import { ink, onShade } from "./colours.ts";
import { GUTTER, Labels, WIDE } from "./labels.ts";
import { type Curve, generationTicks, isDrawn, lastOf, type Plot, shown, ticks } from "./plot.ts";
import { Trace } from "./trace.ts";

/**
 * A live chart. uPlot draws axes and theory; what is simulated is drawn on layers above, and names stand where curves end.
 */
export class Chart {
  readonly #host: HTMLElement;
  readonly #labels: Labels;
  readonly #onLine: (line: number) => void;
  #chart: uPlot | undefined;
  #trace: Trace | undefined;
  #plot: Plot | undefined;
  #kind = "";
  #upto = 0;
  #width = 0;

  /** `onLine` hears of the single trajectory that was clicked. */
  constructor(host: HTMLElement, onLine: (line: number) => void = () => {}) {
    this.#host = host;
    this.#onLine = onLine;
    this.#labels = new Labels(host);
    // Tells the width at once, too, without the page being laid out in the middle of work.
    new ResizeObserver(([entry]) => this.#fit(Math.floor(entry.contentRect.width))).observe(host);
    onShade(() => {
      this.#kind = "";
      if (this.#plot) this.show(this.#plot, this.#upto);
    });
  }

  /** Shows a plot, simulated as far as index `upto` of its generations. */
  show(plot: Plot, upto: number): void {
    this.#plot = plot;
    this.#upto = upto;
    this.#labels.show(plot);
    if (this.#width === 0) return;
    const { xLabel, yLabel, xLog, yLog, curves } = plot;
    const kind = JSON.stringify([xLabel, yLabel, xLog, yLog, curves.map(({ values, ...look }) => look)]);
    if (kind !== this.#kind) {
      this.#kind = kind;
      this.#chart?.destroy();
      this.#chart = this.#make(plot);
      this.#trace = new Trace(this.#chart);
    } else this.#chart?.setData(dataOf(plot));
    this.#trace?.begin(plot, upto);
  }

  /** Shows what has come to the simulated curves of the same plot, as far as index `upto`. */
  grow(plot: Plot, upto: number): void {
    this.#plot = plot;
    this.#labels.show(plot);
    this.#trace?.grow(plot, upto);
    this.#upto = upto;
    this.#name();
  }

  /** Draws the simulated lines again, each in one stroke: at rest a picture does not tell how it came about. */
  settle(): void {
    this.#trace?.fit();
  }

  /** Uncovers the simulation as far as index `upto`, or covers it again. */
  reveal(upto: number): void {
    if (upto === this.#upto) return;
    this.#upto = upto;
    this.#trace?.reveal(upto);
    this.#name();
  }

  /** Puts names where curves end: those of the simulation as far as they have come. */
  #name(): void {
    const chart = this.#chart;
    const plot = this.#plot;
    if (chart === undefined || plot === undefined) return;
    const [above, height] = [chart.bbox.top, chart.bbox.height].map((size) => size / devicePixelRatio);
    const [low, high] = plot.yRange;
    const end = (curve: Curve): number => {
      const value = lastOf(curve, this.#upto);
      const inside = isDrawn(value, plot) ? value : value > high ? high : low;
      return above + chart.valToPos(inside, "y");
    };
    this.#labels.place(end, above + height);
  }

  #fit(width: number): void {
    if (width === 0 || width === this.#width) return;
    const turned = width >= WIDE !== this.#width >= WIDE;
    this.#width = width;
    this.#labels.fit(width);
    // The space beside the chart comes or goes.
    if (turned) this.#kind = "";
    if (this.#chart && !turned) this.#chart.setSize(this.#size());
    else if (this.#plot) this.show(this.#plot, this.#upto);
  }

  /** Shows the single trajectory at a place of the chart, if there is one. */
  #hover({ over }: uPlot, index: number | null | undefined, y: number | undefined): number {
    const line = this.#trace?.hover(index, y) ?? -1;
    over.style.cursor = line >= 0 ? "pointer" : "";
    return line;
  }

  #size() {
    return { width: this.#width, height: this.#width < 500 ? 220 : 232 };
  }

  #make(plot: Plot): uPlot {
    const range = () => this.#plot!.yRange as [number, number];
    const span = (): [number, number] => {
      const { x } = this.#plot!;
      return [x[0], Math.max(x[x.length - 1], x[0] + 1e-9)];
    };
    const font = "12px system-ui, sans-serif";
    const axis = (label: string, splits: () => number[], size: number): uPlot.Axis => ({
      stroke: ink("soft"),
      font,
      labelFont: font,
      label,
      labelSize: 22,
      size,
      grid: { stroke: ink("grid"), width: 1 },
      ticks: { show: false },
      splits,
      values: (_, splits) => splits.map(shown),
      // All ticks of a logarithmic axis, not those that uPlot would choose.
      filter: (_, splits) => splits,
    });
    return new uPlot(
      {
        ...this.#size(),
        padding: [8, this.#width >= WIDE ? GUTTER : 22, 0, 0],
        scales: {
          x: {
            ...{ time: false, range: span },
            ...(plot.xLog ? { distr: 100, fwd: Math.log1p, bwd: Math.expm1 } : {}),
          },
          y: { range, distr: plot.yLog ? 3 : 1 },
        },
        axes: [
          axis(plot.xLabel, () => generationTicks(span(), plot.xLog), 30),
          axis(plot.yLabel, () => ticks(range(), plot.yLog), 58),
        ],
        series: [
          {},
          ...plot.curves.map(
            (curve): uPlot.Series => ({
              label: curve.name,
              stroke: ink(curve.colour),
              width: curve.width,
              ...(curve.dash ? { dash: [...curve.dash] } : {}),
              ...(curve.simulated ? { paths: () => null } : {}),
              points: { show: false },
              // Between pixels: rounding makes stairs of slopes.
              pxAlign: 0,
              value: (_, value, __, index) =>
                value === null || value === undefined || (curve.simulated && (index ?? 0) > this.#upto)
                  ? "–"
                  : shown(value),
            }),
          ),
        ],
        cursor: { points: { show: false }, y: false, drag: { x: false, y: false } },

        legend: { show: false },
        hooks: {
          // Sizes and scales stand now.
          draw: [
            () => {
              this.#trace?.fit();
              this.#name();
            },
          ],
          ready: [
            (chart) =>
              chart.over.addEventListener("click", ({ offsetX, offsetY }) => {
                const line = this.#hover(chart, chart.posToIdx(offsetX), offsetY);
                if (line >= 0) this.#onLine(line);
              }),
          ],
          setCursor: [
            (chart) => {
              const { idx, top } = chart.cursor;
              this.#labels.point(idx, this.#upto);
              this.#name();
              this.#hover(chart, idx, top);
            },
          ],
        },
      },
      dataOf(plot),
      this.#host,
    );
  }
}

function dataOf({ x, curves, yLog }: Plot): uPlot.AlignedData {
  const drawable = (value: number) => (Number.isFinite(value) && !(yLog && value <= 0) ? value : null);
  return [Array.from(x), ...curves.map(({ values }) => Array.from(values, drawable))] as uPlot.AlignedData;
}
