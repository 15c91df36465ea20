import { ink, onShade } from "../colours.ts";
import { get } from "../dom.ts";
import type { Lifetimes } from "../engine/protocol.ts";
import { Board, logarithmic, tens } from "./board.ts";
import type { Part, Told } from "./book.ts";
import { generationAt, LAST } from "./time.ts";

/** So many dots are drawn at a stretch: a few milliseconds. */
const SLICE = 20_000;

/**
 * Every forgotten word as a dot: how often it was written, and when it went. All dots are drawn once, on a canvas of
 * their own; as time goes on more of it is uncovered, so that a frame costs the same for any number of words.
 */
export class Dots implements Part {
  readonly #board: Board;
  readonly #picture = document.createElement("canvas");
  readonly #onWord: (word: number, kept: boolean) => void;
  #counts: Float64Array = new Float64Array();
  #deaths: Uint32Array = new Uint32Array();
  #x: Float32Array = new Float32Array();
  #y: Float32Array = new Float32Array();
  #place = 0;
  #lit = -1;
  #drawing = 0;

  constructor(onWord: (word: number, kept: boolean) => void) {
    this.#onWord = onWord;
    const host = get("dots");
    this.#board = new Board(host, this.#axes(10), {
      below: () => this.#lay(),
      above: () => this.#above(),
    });
    host.onpointermove = (event) => this.#onWord(this.#near(event), false);
    host.onpointerleave = () => this.#onWord(-1, false);
    host.onclick = (event) => this.#onWord(this.#near(event), true);
    onShade(() => this.#board.draw());
  }

  begin({ counts }: Told, { deaths }: Lifetimes): void {
    this.#counts = counts;
    this.#deaths = deaths;
    let most = 10;
    // What lies beyond the last generation by far need not be shown: no dot falls there.
    for (let i = 0; i < counts.length; ++i) if (deaths[i] > 0 && counts[i] > most) most = counts[i];
    this.#board.axes = this.#axes(most * 1.3);
    this.#board.draw();
  }

  at(_: number, place: number): void {
    this.#place = place;
    this.#board.follow();
  }

  light(word: number): void {
    this.#lit = word;
    this.#board.follow();
  }

  /** Draws the words that are gone by now, and the line. */
  readonly print: Board["print"] = (context, width, height) =>
    this.#board.print(context, width, height, {
      below: () => {
        const now = generationAt(this.#place);
        context.fillStyle = ink("blue");
        context.globalAlpha = 0.55;
        for (let i = 0; i < this.#deaths.length; ++i) {
          if (this.#deaths[i] === 0 || this.#deaths[i] > now) continue;
          const [x, y] = this.#spot(i);
          context.fillRect(x - 0.6, y - 0.6, 1.2, 1.2);
        }
        context.globalAlpha = 1;
      },
      above: () => this.#law(),
    });

  /** Where the dot of a word lies: beside those of the same fate, below the next generation. */
  #spot(word: number): [x: number, y: number] {
    const board = this.#board;
    // Two sequences that fill a square evenly, of the golden ratio's kin.
    const [u, v] = [(word * 0.7548776662466927) % 1, (word * 0.5698402909980532) % 1];
    const death = this.#deaths[word];
    return [
      board.x(Math.max(0.6, this.#counts[word] - 0.42 + 0.84 * u)),
      board.y(death) - v * (board.y(death) - board.y(death + 1)) * 0.9,
    ];
  }

  #law(): void {
    const board = this.#board;
    const xs = [0.6, ...tens(1, 1e6)];
    const ys = xs.map((count) => (2 * count) / Math.LN2);
    board.line(xs, ys, "vermillion", { width: 2 });
    // Left of the line, where it has left the dots behind.
    board.label("2c / ln 2", board.x(170) - 14, board.y((2 * 170) / Math.LN2), "vermillion", "right");
  }

  #axes(most: number) {
    return {
      x: logarithmic("times written in the text", 0.6, most, tens(1, most)),
      y: logarithmic("copy by which it is gone", 1, LAST * 1.1, tens(1, LAST)),
    };
  }

  /** Finds each dot its place: around its count and generation, so that words of the same fate lie side by side. */
  #lay(): void {
    const board = this.#board;
    const size = this.#counts.length;
    this.#x = new Float32Array(size);
    this.#y = new Float32Array(size);
    const { width, height } = board.host.getBoundingClientRect();
    this.#picture.width = Math.round(width * devicePixelRatio);
    this.#picture.height = Math.round(height * devicePixelRatio);
    const context = this.#picture.getContext("2d")!;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const colour = ink("blue");
    const drawing = ++this.#drawing;
    const slice = (from: number) => {
      if (drawing !== this.#drawing) return;
      context.fillStyle = colour;
      context.globalAlpha = 0.55;
      const to = Math.min(size, from + SLICE);
      for (let i = from; i < to; ++i) {
        if (this.#deaths[i] === 0) continue;
        [this.#x[i], this.#y[i]] = this.#spot(i);
        context.fillRect(this.#x[i] - 1, this.#y[i] - 1, 2, 2);
      }
      if (to < size) setTimeout(() => slice(to));
      board.follow();
    };
    // The board draws its upper layer after this one.
    queueMicrotask(() => slice(0));
  }

  #above(): void {
    const board = this.#board;
    const { context, box } = board;
    const { width, height } = this.#picture;
    if (width === 0 || this.#counts.length === 0) return;
    // As far as the generation that is over.
    const now = generationAt(this.#place);
    const top = now === 0 ? box.top + box.height : board.y(now + 1);
    const from = Math.round(Math.max(0, top) * devicePixelRatio);
    if (now > 0 && from < height)
      context.drawImage(
        this.#picture,
        0,
        from,
        width,
        height - from,
        0,
        from / devicePixelRatio,
        width / devicePixelRatio,
        (height - from) / devicePixelRatio,
      );
    this.#law();
    context.strokeStyle = ink("axis");
    context.lineWidth = 1;
    const level = now === 0 ? box.top + box.height : board.y(now);
    context.beginPath();
    context.moveTo(box.left, level);
    context.lineTo(box.left + box.width, level);
    context.stroke();
    if (this.#lit >= 0 && this.#deaths[this.#lit] > 0) {
      context.beginPath();
      context.arc(this.#x[this.#lit], this.#y[this.#lit], 6, 0, 2 * Math.PI);
      context.strokeStyle = ink("vermillion");
      context.lineWidth = 2.5;
      context.stroke();
    }
  }

  /** The word whose dot is nearest to the pointer, among those that can be seen; -1 where none is near. */
  #near({ offsetX, offsetY }: MouseEvent): number {
    const now = generationAt(this.#place);
    let best = -1;
    let least = 14 * 14;
    for (let i = 0; i < this.#deaths.length; ++i) {
      if (this.#deaths[i] === 0 || this.#deaths[i] > now) continue;
      const far = (this.#x[i] - offsetX) ** 2 + (this.#y[i] - offsetY) ** 2;
      if (far < least) {
        least = far;
        best = i;
      }
    }
    return best;
  }
}
