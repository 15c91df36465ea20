import { ink } from "../colours.ts";

interface Room {
  readonly width: number;
  readonly height: number;
  /** Pixels to a unit of width, height, size and places. */
  readonly scale: number;
  /** Of a dot. */
  readonly size: number;
}

/** How much of what is behind it a dot hides. */
const COVER = 0.55;

/** A canvas with square dots. They are written pixel by pixel: hundreds of thousands take some milliseconds. */
export class Speckles {
  readonly canvas = document.createElement("canvas");
  readonly #scale: number;
  readonly #side: number;
  readonly #picture: ImageData;
  readonly #pixels: Uint32Array;
  readonly #colour: number;

  constructor({ width, height, scale, size }: Room) {
    this.#scale = scale;
    this.#side = Math.max(1, Math.round(size * scale));
    this.canvas.width = Math.max(1, Math.round(width * scale));
    this.canvas.height = Math.max(1, Math.round(height * scale));
    this.#picture = new ImageData(this.canvas.width, this.canvas.height);
    // Bytes are red, green, blue and opacity: as one number, the last is the highest.
    this.#pixels = new Uint32Array(this.#picture.data.buffer);
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(ink("blue").slice(at, at + 2), 16));
    this.#colour = red | (green << 8) | (blue << 16);
  }

  /** Adds dots at some places; none where a place is no number. `show` paints them. */
  add(xs: Float32Array, ys: Float32Array): void {
    const { width, height } = this.#picture;
    for (let i = 0; i < xs.length; ++i) {
      if (Number.isNaN(xs[i])) continue;
      const left = Math.round(xs[i] * this.#scale - this.#side / 2);
      const top = Math.round(ys[i] * this.#scale - this.#side / 2);
      for (let y = Math.max(0, top); y < Math.min(height, top + this.#side); ++y) {
        for (let x = Math.max(0, left); x < Math.min(width, left + this.#side); ++x) {
          const before = this.#pixels[y * width + x] >>> 24;
          const after = Math.round(before + (255 - before) * COVER);
          this.#pixels[y * width + x] = this.#colour | (after << 24);
        }
      }
    }
  }

  show(): void {
    this.canvas.getContext("2d")!.putImageData(this.#picture, 0, 0);
  }
}
