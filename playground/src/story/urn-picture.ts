import { ink } from "../colours.ts";
import { make, stillness } from "../dom.ts";
import type { UrnWord } from "./urn-words.ts";

/** What there is to see: the balls of each generation so far, and which of them is the urn that is drawn from. */
export interface Urns {
  readonly rows: readonly (readonly number[])[];
  readonly urn: number;
}

/** How many different colours there are. */
export const left = (balls: readonly number[]): number => new Set(balls).size;

/** Urns below each other, a row a generation. */
export class UrnPicture {
  readonly #host: HTMLElement;
  readonly #words: readonly UrnWord[];
  readonly #samples: number;
  readonly #generations: number;

  constructor(host: HTMLElement, words: readonly UrnWord[], generations: number) {
    this.#host = host;
    this.#words = words;
    this.#samples = words.reduce((sum, { count }) => sum + count, 0);
    this.#generations = generations;
  }

  /** A ball with the initial of its word, as colours alone are not told apart by everyone. */
  ball(colour: number): HTMLElement {
    const { word, colour: name } = this.#words[colour];
    const made = make("span", { className: "ball", textContent: word[0].toUpperCase() });
    made.style.setProperty("--ball", `var(--${name})`);
    return made;
  }

  /** Shows urns; `from` is the place in the urn of the ball that was drawn last, undefined where none just was. */
  show({ rows, urn }: Urns, from?: number): void {
    const made = Array.from({ length: this.#generations + 1 }, (_, k) => {
      const balls = rows[k] ?? [];
      const empty = Array.from({ length: this.#samples - balls.length }, () =>
        make("span", { className: "ball none" }),
      );
      const row = make(
        "div",
        { className: k === urn ? "urn now" : "urn", role: "img", ariaLabel: this.#told(k, balls) },
        make("span", { textContent: String(k) }),
        ...balls.map((colour) => this.ball(colour)),
        ...empty,
        make("span", { textContent: empty.length === 0 ? `${left(balls)} left` : "" }),
      );
      return row;
    });
    this.#host.replaceChildren(...made);
    if (from === undefined) return;
    const taken = made[urn].children[1 + from] as HTMLElement;
    const copy = made[urn + 1].children[rows[urn + 1].length] as HTMLElement;
    taken.classList.add("taken");
    copy.classList.add("taken");
    if (stillness()) return;
    const [a, b] = [taken.getBoundingClientRect(), copy.getBoundingClientRect()];
    copy.animate([{ translate: `${a.x - b.x}px ${a.y - b.y}px` }, { translate: "0" }], {
      duration: 300,
      easing: "ease-in",
    });
  }

  #told(generation: number, balls: readonly number[]): string {
    const each = this.#words.flatMap(({ word }, colour) => {
      const count = balls.filter((ball) => ball === colour).length;
      return count === 0 ? [] : [`${word} ${count}`];
    });
    return `Generation ${generation}: ${each.length === 0 ? "not drawn yet" : each.join(", ")}`;
  }

  /** Draws urns on a card. */
  print(context: CanvasRenderingContext2D, width: number, height: number, { rows }: Urns): void {
    const high = height / (this.#generations + 1);
    const wide = Math.min(1.2 * high, (width - 100) / this.#samples);
    const radius = 0.42 * Math.min(high, wide);
    context.textBaseline = "middle";
    rows.forEach((balls, k) => {
      if (balls.length === 0) return;
      const y = (k + 0.5) * high;
      context.font = "14px system-ui, sans-serif";
      context.textAlign = "left";
      context.fillStyle = ink("soft");
      context.fillText(String(k), 0, y);
      if (balls.length === this.#samples)
        context.fillText(`${left(balls)} left`, 34 + this.#samples * wide, y);
      context.font = `600 ${1.1 * radius}px system-ui, sans-serif`;
      context.textAlign = "center";
      balls.forEach((colour, i) => {
        const { word, colour: name } = this.#words[colour];
        const x = 24 + (i + 0.5) * wide;
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fillStyle = context.strokeStyle = ink(name);
        context.globalAlpha = 0.3;
        context.fill();
        context.globalAlpha = 1;
        context.lineWidth = 2;
        context.stroke();
        context.fillStyle = ink("ink");
        context.fillText(word[0].toUpperCase(), x, y);
      });
    });
  }
}
