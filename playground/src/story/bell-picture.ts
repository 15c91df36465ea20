import { ink, onShade } from "../colours.ts";

/** Standard deviations of generation 0 that fit on each side. */
const REACH = 3.6;

/** A bell curve, the samples that fall from it, and the curve that is fitted to them. */
export class BellPicture {
  readonly #canvas = document.createElement("canvas");
  readonly #host: HTMLElement;
  #width = 0;
  #height = 0;
  #draw: () => void = () => {};

  constructor(host: HTMLElement) {
    this.#host = host;
    host.classList.add("board");
    host.append(this.#canvas);
    new ResizeObserver(([{ contentRect }]) => {
      this.#width = contentRect.width;
      this.#height = contentRect.height;
      this.#canvas.width = Math.round(this.#width * devicePixelRatio);
      this.#canvas.height = Math.round(this.#height * devicePixelRatio);
      this.#draw();
    }).observe(this.#host);
    onShade(() => this.#draw());
  }

  /**
   * Shows how a fit is made. `share` runs from 0, when the samples leave the curve of `from`, over 0.5, when they lie on
   * the ground, to 1, when the curve of `to` stands over them.
   */
  show(
    from: readonly [mean: number, std: number],
    to: readonly [mean: number, std: number],
    samples: ArrayLike<number>,
    share: number,
  ): void {
    this.#draw = () => this.#paint(from, to, samples, share);
    this.#draw();
  }

  #paint(
    from: readonly [number, number],
    to: readonly [number, number],
    samples: ArrayLike<number>,
    share: number,
  ): void {
    if (this.#width === 0) return;
    const context = this.#canvas.getContext("2d")!;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, this.#width, this.#height);
    const ground = this.#height - 22;
    const fallen = Math.min(1, 2 * share);
    const fitted = Math.max(0, 2 * share - 1);
    this.#curve(0, 1, ground, "grid", 1.5, 1);
    this.#curve(...from, ground, "blue", 2.4, 1 - 0.8 * fitted);
    if (fitted > 0) this.#curve(...to, ground, "vermillion", 2.6, fitted);
    context.strokeStyle = ink("axis");
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(0, ground + 0.5);
    context.lineTo(this.#width, ground + 0.5);
    context.stroke();
    context.fillStyle = ink("ink");
    for (let i = 0; i < samples.length; ++i) {
      const top = ground - this.#density(samples[i], ...from) * (ground - 16);
      // They fall as things fall.
      const y = top + (ground - 5 - top) * fallen ** 2;
      context.globalAlpha = Math.min(1, 4 * share);
      context.beginPath();
      context.arc(this.#x(samples[i]), y, 4.5, 0, 2 * Math.PI);
      context.fill();
    }
    context.globalAlpha = 1;
  }

  #x(value: number): number {
    return ((value + REACH) / (2 * REACH)) * this.#width;
  }

  /** As a share of the top of the curve: all curves are drawn as high, however narrow. */
  #density(value: number, mean: number, std: number): number {
    return Math.exp(-0.5 * ((value - mean) / std) ** 2);
  }

  #curve(
    mean: number,
    std: number,
    ground: number,
    colour: Parameters<typeof ink>[0],
    width: number,
    alpha: number,
  ): void {
    const context = this.#canvas.getContext("2d")!;
    context.globalAlpha = alpha;
    context.strokeStyle = ink(colour);
    context.lineWidth = width;
    context.beginPath();
    for (let i = -60; i <= 60; ++i) {
      const z = i / 15;
      context.lineTo(this.#x(mean + z * std), ground - Math.exp(-0.5 * z * z) * (ground - 16));
    }
    context.stroke();
    context.globalAlpha = 1;
  }
}
