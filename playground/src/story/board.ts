import type { Colour } from "../../../src/plot/palette.ts";
import { ink, onShade } from "../colours.ts";
import { shown } from "../plot.ts";

/** An axis of a board: where values lie on it, from 0 to 1, and where it has ticks. */
export interface Axis {
  readonly label: string;
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
  /** How a tick is written, where not as a number. */
  readonly say?: (tick: number) => string;
}

export const linear = (label: string, from: number, to: number, ticks: readonly number[]): Axis => ({
  label,
  ticks,
  place: (value) => (value - from) / (to - from),
});

export const logarithmic = (label: string, from: number, to: number, ticks: readonly number[]): Axis => ({
  label,
  ticks,
  place: (value) => Math.log(value / from) / Math.log(to / from),
});

/** Powers of ten between two numbers. */
export function tens(from: number, to: number): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); 10 ** power <= to * (1 + 1e-9); ++power)
    powers.push(10 ** power);
  return powers;
}

const LEFT = 54;
const RIGHT = 14;
const TOP = 26;
const BOTTOM = 40;

/** What draws on a board: the layer below stands still, the one above follows the generation or the pointer. */
interface Painter {
  readonly below: (board: Board) => void;
  readonly above: (board: Board) => void;
}

/** A chart on two canvases. It keeps to the size of its host, and to the colours of the page. */
export class Board {
  readonly host: HTMLElement;
  readonly #below = document.createElement("canvas");
  readonly #above = document.createElement("canvas");
  readonly #painter: Painter;
  #axes: { readonly x: Axis; readonly y: Axis };
  #context: CanvasRenderingContext2D;
  #width = 0;
  #height = 0;

  constructor(host: HTMLElement, axes: { readonly x: Axis; readonly y: Axis }, painter: Painter) {
    this.host = host;
    this.#axes = axes;
    this.#painter = painter;
    this.#context = this.#below.getContext("2d")!;
    host.classList.add("board");
    host.append(this.#below, this.#above);
    new ResizeObserver(([{ contentRect }]) => this.#fit(contentRect.width, contentRect.height)).observe(host);
    onShade(() => this.draw());
  }

  set axes(axes: { readonly x: Axis; readonly y: Axis }) {
    this.#axes = axes;
  }

  /** The layer that is being drawn. */
  get context(): CanvasRenderingContext2D {
    return this.#context;
  }

  /** The inside of the axes, in CSS pixels. */
  get box(): { left: number; top: number; width: number; height: number } {
    return {
      left: LEFT,
      top: TOP,
      width: Math.max(0, this.#width - LEFT - RIGHT),
      height: Math.max(0, this.#height - TOP - BOTTOM),
    };
  }

  x(value: number): number {
    return LEFT + this.#axes.x.place(value) * this.box.width;
  }

  y(value: number): number {
    return TOP + (1 - this.#axes.y.place(value)) * this.box.height;
  }

  /** Draws both layers. */
  draw(): void {
    if (this.#width === 0) return;
    this.#context = this.#cleared(this.#below);
    this.#drawAxes();
    this.#painter.below(this);
    this.follow();
  }

  /** Draws the layer above. */
  follow(): void {
    if (this.#width === 0) return;
    this.#context = this.#cleared(this.#above);
    this.#painter.above(this);
  }

  /** Draws all of it somewhere else, at a size of its own in the pixels of that context. */
  print(context: CanvasRenderingContext2D, width: number, height: number, painter = this.#painter): void {
    const kept = [this.#context, this.#width, this.#height] as const;
    [this.#context, this.#width, this.#height] = [context, width, height];
    this.#drawAxes();
    painter.below(this);
    painter.above(this);
    [this.#context, this.#width, this.#height] = kept;
  }

  /** A line through points. Where a value is no number it is broken. */
  line(
    xs: ArrayLike<number>,
    ys: ArrayLike<number>,
    colour: Colour,
    { width = 2, dash = [] as number[], alpha = 1, upto = xs.length } = {},
  ): void {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(LEFT, TOP - 2, this.box.width + 2, this.box.height + 4);
    context.clip();
    context.globalAlpha = alpha;
    context.lineWidth = width;
    context.lineJoin = "round";
    context.strokeStyle = ink(colour);
    context.setLineDash(dash);
    context.beginPath();
    let pen = false;
    for (let i = 0; i < Math.min(upto, xs.length); ++i) {
      const [x, y] = [this.x(xs[i]), this.y(ys[i])];
      const inside = Number.isFinite(x) && Number.isFinite(y);
      if (inside && pen) context.lineTo(x, y);
      else if (inside) context.moveTo(x, y);
      pen = inside;
    }
    context.stroke();
    context.restore();
  }

  /** The room between two lines. */
  band(
    xs: ArrayLike<number>,
    low: ArrayLike<number>,
    high: ArrayLike<number>,
    colour: Colour,
    { alpha = 1, upto = xs.length } = {},
  ): void {
    const context = this.#context;
    const count = Math.min(upto, xs.length);
    const y = (value: number) => Math.min(Math.max(this.y(value), TOP), TOP + this.box.height);
    context.save();
    context.globalAlpha = alpha;
    context.fillStyle = ink(colour);
    context.beginPath();
    for (let i = 0; i < count; ++i) context.lineTo(this.x(xs[i]), y(high[i]));
    for (let i = count - 1; i >= 0; --i) context.lineTo(this.x(xs[i]), y(low[i]));
    context.fill();
    context.restore();
  }

  dot(x: number, y: number, colour: Colour, radius = 4): void {
    const context = this.#context;
    context.beginPath();
    context.arc(this.x(x), this.y(y), radius, 0, 2 * Math.PI);
    context.fillStyle = ink(colour);
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = ink("paper");
    context.stroke();
  }

  /** Words beside what they name, kept inside the board, on a ground that lets no line through. */
  label(text: string, x: number, y: number, colour: Colour = "ink", anchor: CanvasTextAlign = "left"): void {
    const context = this.#context;
    context.font = "600 12.5px system-ui, sans-serif";
    const { width } = context.measureText(text);
    const shift = anchor === "right" ? width : anchor === "center" ? width / 2 : 0;
    const left = Math.max(LEFT + 3, Math.min(this.#width - width - 3, x - shift));
    const base = Math.max(TOP + 10, Math.min(TOP + this.box.height - 5, y));
    context.textAlign = "left";
    context.globalAlpha = 0.82;
    context.fillStyle = ink("paper");
    context.fillRect(left - 3, base - 12, width + 6, 16);
    context.globalAlpha = 1;
    context.fillStyle = ink(colour);
    context.fillText(text, left, base);
  }

  #fit(width: number, height: number): void {
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    for (const canvas of [this.#below, this.#above]) {
      canvas.width = Math.round(width * devicePixelRatio);
      canvas.height = Math.round(height * devicePixelRatio);
    }
    this.draw();
  }

  #cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = canvas.getContext("2d")!;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, this.#width, this.#height);
    return context;
  }

  #drawAxes(): void {
    const context = this.#context;
    const { left, top, width, height } = this.box;
    const { x, y } = this.#axes;
    context.font = "12px system-ui, sans-serif";
    context.fillStyle = ink("soft");
    context.lineWidth = 1;
    context.strokeStyle = ink("grid");
    context.textAlign = "right";
    for (const tick of y.ticks) {
      const at = Math.round(this.y(tick)) + 0.5;
      context.beginPath();
      context.moveTo(left, at);
      context.lineTo(left + width, at);
      context.stroke();
      context.fillText((y.say ?? shown)(tick), left - 8, at + 4);
    }
    context.textAlign = "center";
    let free = Number.NEGATIVE_INFINITY;
    for (const tick of x.ticks) {
      const text = (x.say ?? shown)(tick);
      const half = context.measureText(text).width / 2;
      const at = this.x(tick);
      // On a phone there is no room for all.
      if (at - half < free) continue;
      free = at + half + 6;
      context.beginPath();
      context.moveTo(at, top + height);
      context.lineTo(at, top + height + 4);
      context.stroke();
      context.fillText(text, Math.min(at, this.#width - half), top + height + 17);
    }
    context.strokeStyle = ink("axis");
    context.beginPath();
    context.moveTo(left, top + height + 0.5);
    context.lineTo(left + width, top + height + 0.5);
    context.stroke();
    context.textAlign = "left";
    context.fillText(y.label, 2, 13);
    context.textAlign = "right";
    context.fillText(x.label, left + width, top + height + 34);
  }
}
