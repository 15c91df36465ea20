import type uPlot from "uplot";
import { ink } from "./colours.ts";
import { type Band, isDrawn, type Plot, pointsOf } from "./plot.ts";

/** How far the arms of the mark of a death reach. */
const ARM = 3;
/** The radius of the dot where a curve has come to. */
const DOT = 3.5;

/** Two layers over a chart: on one simulated curves grow, on the other is what moves or comes and goes. */
export class Trace {
  readonly #chart: uPlot;
  readonly #canvas = document.createElement("canvas");
  readonly #above = document.createElement("canvas");
  #plot: Plot | undefined;
  #x: Float64Array = new Float64Array();
  #upto = 0;
  #hovered = -1;

  constructor(chart: uPlot) {
    this.#chart = chart;
    for (const canvas of [this.#above, this.#canvas]) {
      canvas.className = "trace";
      chart.over.prepend(canvas);
    }
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
    // Of many lines only what is new is drawn, so that they cost no more than a few.
    if (this.#plot?.each && upto >= before) {
      this.#draw(Math.max(0, before), upto);
      this.#mark();
    } else this.#redraw();
  }

  /** Takes the size and the scales of the chart, and draws all again. */
  fit(): void {
    if (this.#plot === undefined) return;
    const { width, height } = this.#chart.bbox;
    for (const canvas of [this.#canvas, this.#above]) {
      if (canvas.width === width && canvas.height === height) continue;
      canvas.width = width;
      canvas.height = height;
    }
    const { x } = this.#plot;
    this.#x = Float64Array.from({ length: x.length }, (_, i) => this.#chart.valToPos(x[i], "x"));
    this.#redraw();
  }

  /** The single trajectory that passes nearest to the pointer, if one is near; it is shown. */
  hover(index: number | null | undefined, y: number | undefined): number {
    const nearest = this.#nearest(index, y);
    if (nearest !== this.#hovered) {
      this.#hovered = nearest;
      this.#mark();
    }
    return nearest;
  }

  #nearest(index: number | null | undefined, y: number | undefined): number {
    if (this.#plot === undefined || index === null || index === undefined || y === undefined) return -1;
    if (index > this.#upto) return -1;
    let nearest = -1;
    let least = 28;
    this.#plot.lines.forEach(({ values }, i) => {
      if (!isDrawn(values[index], this.#plot!)) return;
      const off = Math.abs(this.#chart.valToPos(values[index], "y") - y);
      if (off < least) [least, nearest] = [off, i];
    });
    return nearest;
  }

  #cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = canvas.getContext("2d")!;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    return context;
  }

  #redraw(): void {
    this.#cleared(this.#canvas);
    this.#draw(0, this.#upto);
    this.#mark();
  }

  #draw(from: number, to: number): void {
    const { bands, lines, each, lineColour, curves } = this.#plot!;
    const context = this.#canvas.getContext("2d")!;
    context.globalAlpha = 0.18;
    for (const band of bands) this.#fill(context, band, to);
    context.globalAlpha = 0.42;
    context.lineWidth = 1;
    context.strokeStyle = ink(lineColour);
    if (each) for (const { values } of lines) this.#stroke(context, values, from, to);
    context.globalAlpha = 1;
    for (const { simulated, width, colour, dash = [], values } of curves) {
      if (!simulated) continue;
      context.lineWidth = width;
      context.strokeStyle = ink(colour);
      context.setLineDash([...dash]);
      this.#stroke(context, values, from, to);
    }
    context.setLineDash([]);
  }

  /** Marks deaths, where the curves have come to, and the trajectory under the pointer. */
  #mark(): void {
    if (this.#plot === undefined) return;
    const { lines, lineColour, curves } = this.#plot;
    const context = this.#cleared(this.#above);
    context.lineWidth = 1.4;
    context.strokeStyle = ink("vermillion");
    context.beginPath();
    for (const { death, values } of lines) {
      if (death === undefined || death > this.#upto) continue;
      const [x, y] = this.#whole(this.#x[death], this.#y(values[death]), ARM);
      context.moveTo(x - ARM, y - ARM);
      context.lineTo(x + ARM, y + ARM);
      context.moveTo(x - ARM, y + ARM);
      context.lineTo(x + ARM, y - ARM);
    }
    context.stroke();
    if (this.#hovered >= 0 && this.#hovered < lines.length) {
      context.strokeStyle = ink(lineColour);
      this.#stroke(context, lines[this.#hovered].values, 0, this.#upto);
    }
    for (const { simulated, values, colour } of curves) {
      if (!simulated || this.#upto < 0 || !isDrawn(values[this.#upto], this.#plot)) continue;
      const [x, y] = this.#whole(this.#x[this.#upto], this.#y(values[this.#upto]), DOT);
      context.beginPath();
      context.arc(x, y, DOT, 0, 2 * Math.PI);
      context.fillStyle = ink(colour);
      context.fill();
    }
  }

  /** Where a mark is to be seen whole, also on the edge of the picture. */
  #whole(x: number, y: number, radius: number): [number, number] {
    const { width, height } = this.#chart.bbox;
    const inside = (at: number, size: number) =>
      Math.min(Math.max(at, radius), size / devicePixelRatio - radius);
    return [inside(x, width), inside(y, height)];
  }

  /** Where a value is, or the edge of the picture that it lies beyond. */
  #y(value: number): number {
    const { yRange, yLog } = this.#plot!;
    const inside = yLog && !(value > 0) ? yRange[0] : Math.min(yRange[1], Math.max(yRange[0], value));
    return this.#chart.valToPos(inside, "y");
  }

  #fill(context: CanvasRenderingContext2D, { low, high, colour }: Band, to: number): void {
    const last = Math.min(to, low.length - 1);
    context.fillStyle = ink(colour);
    context.beginPath();
    for (let i = 0; i <= last; ++i) context.lineTo(this.#x[i], this.#y(high[i]));
    for (let i = last; i >= 0; --i) context.lineTo(this.#x[i], this.#y(low[i]));
    context.fill();
  }

  #stroke(context: CanvasRenderingContext2D, values: ArrayLike<number>, from: number, to: number): void {
    context.beginPath();
    for (const [i, value, joined] of pointsOf(values, this.#plot!, to, from)) {
      const y = this.#chart.valToPos(value, "y");
      if (joined) context.lineTo(this.#x[i], y);
      else context.moveTo(this.#x[i], y);
    }
    context.stroke();
  }
}
