import type { Colour } from "../../../src/plot/palette.ts";
import { ink, onShade } from "../colours.ts";
import { type Axes, type Box, boxOf, drawAxes, type Places, placesIn } from "./axes.ts";

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
  #axes: Axes;
  #context: CanvasRenderingContext2D;
  #width = 0;
  #height = 0;

  constructor(host: HTMLElement, axes: Axes, painter: Painter) {
    this.host = host;
    this.#axes = axes;
    this.#painter = painter;
    this.#context = this.#below.getContext("2d")!;
    host.classList.add("board");
    host.append(this.#below, this.#above);
    new ResizeObserver(([{ contentRect }]) => this.#fit(contentRect.width, contentRect.height)).observe(host);
    onShade(() => this.draw());
  }

  set axes(axes: Axes) {
    this.#axes = axes;
  }

  /** The layer that is being drawn. */
  get context(): CanvasRenderingContext2D {
    return this.#context;
  }

  /** The inside of the axes, in CSS pixels. */
  get box(): Box {
    return boxOf(this.#width, this.#height);
  }

  x(value: number): number {
    return this.places().x(value);
  }

  y(value: number): number {
    return this.places().y(value);
  }

  /** Where values lie on a board of this size, or of another. */
  places(width = this.#width, height = this.#height): Places {
    return placesIn(boxOf(width, height), this.#axes);
  }

  /** Draws both layers. */
  draw(): void {
    if (this.#width === 0) return;
    this.#context = this.#cleared(this.#below);
    drawAxes(this.#context, this.box, this.#axes);
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
    drawAxes(this.#context, this.box, this.#axes);
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
    const places = this.places();
    const { left, top, width: wide, height } = this.box;
    context.save();
    context.beginPath();
    context.rect(left, top - 2, wide + 2, height + 4);
    context.clip();
    context.globalAlpha = alpha;
    context.lineWidth = width;
    context.lineJoin = "round";
    context.strokeStyle = ink(colour);
    context.setLineDash(dash);
    context.beginPath();
    let pen = false;
    for (let i = 0; i < Math.min(upto, xs.length); ++i) {
      const [x, y] = [places.x(xs[i]), places.y(ys[i])];
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
    const places = this.places();
    const { top, height } = this.box;
    const y = (value: number) => Math.min(Math.max(places.y(value), top), top + height);
    context.save();
    context.globalAlpha = alpha;
    context.fillStyle = ink(colour);
    context.beginPath();
    for (let i = 0; i < count; ++i) context.lineTo(places.x(xs[i]), y(high[i]));
    for (let i = count - 1; i >= 0; --i) context.lineTo(places.x(xs[i]), y(low[i]));
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
    const { left: edge, top, height } = this.box;
    const left = Math.max(edge + 3, Math.min(this.#width - width - 3, x - shift));
    const base = Math.max(top + 10, Math.min(top + height - 5, y));
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
}
