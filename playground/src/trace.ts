import type uPlot from "uplot";
import { ink } from "./colours.ts";
import { type Plot, pointsOf } from "./plot.ts";

/** A layer over a chart on which simulated lines grow. */
export class Trace {
  readonly #chart: uPlot;
  readonly #canvas = document.createElement("canvas");
  readonly #context = this.#canvas.getContext("2d")!;
  #plot: Plot | undefined;
  #x: Float64Array = new Float64Array();
  #upto = 0;

  constructor(chart: uPlot) {
    this.#chart = chart;
    this.#canvas.className = "trace";
    chart.over.prepend(this.#canvas);
  }

  /** Takes a plot; it is drawn when the chart has been. */
  begin(plot: Plot, upto: number): void {
    this.#plot = plot;
    this.#upto = upto;
  }

  grow(plot: Plot, upto: number): void {
    this.#plot = plot;
    this.reveal(upto);
  }

  reveal(upto: number): void {
    const before = this.#upto;
    this.#upto = upto;
    if (upto > before) this.#draw(Math.max(0, before), upto);
    else this.#redraw();
  }

  /** Takes the size and the scales of the chart, and draws all again. */
  fit(): void {
    if (this.#plot === undefined) return;
    const { width, height } = this.#chart.bbox;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const { x } = this.#plot;
    this.#x = Float64Array.from({ length: x.length }, (_, i) => this.#chart.valToPos(x[i], "x"));
    this.#redraw();
  }

  #redraw(): void {
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#draw(0, this.#upto);
  }

  #draw(from: number, to: number): void {
    const { lines, lineColour, curves } = this.#plot!;
    const context = this.#context;
    context.globalAlpha = 0.42;
    context.lineWidth = 1;
    context.strokeStyle = ink(lineColour);
    for (const line of lines) this.#stroke(line, from, to);
    context.globalAlpha = 1;
    for (const curve of curves) {
      if (!curve.simulated) continue;
      context.lineWidth = curve.width;
      context.strokeStyle = ink(curve.colour);
      this.#stroke(curve.values, from, to);
    }
  }

  #stroke(values: ArrayLike<number>, from: number, to: number): void {
    const context = this.#context;
    context.beginPath();
    for (const [i, value, joined] of pointsOf(values, this.#plot!, to, from)) {
      const y = this.#chart.valToPos(value, "y");
      if (joined) context.lineTo(this.#x[i], y);
      else context.moveTo(this.#x[i], y);
    }
    context.stroke();
  }
}
