import { ink, onShade } from "../colours.ts";
import { get, turn } from "../dom.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import { logarithmic, tens } from "./axes.ts";
import { Board } from "./board.ts";
import type { Part, Told } from "./book.ts";
import { Speckles } from "./speckles.ts";
import { type Gone, spots } from "./spots.ts";
import { generationAt, LAST } from "./time.ts";

/** So many dots are drawn at a stretch: a millisecond or two. */
const SLICE = 5000;

/** How many copies a word lasts that is written so many times, about. */
const law = (count: number): number => (2 * count) / Math.LN2;

/**
 * Every forgotten word as a dot: how often it was written, and when it went. All dots are drawn once, on a canvas of
 * their own; as time goes on more of it is uncovered, so that a frame costs the same for any number of words.
 */
export class Dots implements Part {
  readonly #board: Board;
  readonly #onWord: (word: number, kept: boolean) => void;
  #speckles: Speckles | undefined;
  #words: Gone = { counts: [], deaths: [] };
  #x: Float32Array = new Float32Array();
  #y: Float32Array = new Float32Array();
  #place = 0;
  #lit = -1;

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
    this.#words = { counts, deaths };
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

  get host(): HTMLElement {
    return this.#board.host;
  }

  /** Where the dot of a forgotten word lies in its host. */
  spot(word: number): [x: number, y: number] {
    return [this.#x[word], this.#y[word]];
  }

  /** Draws the words that are gone by now, and the line. */
  readonly print = async (
    context: CanvasRenderingContext2D,
    width: number,
    height: number,
  ): Promise<void> => {
    const { a: scale } = context.getTransform();
    const speckles = new Speckles({ width, height, scale, size: 1.2 });
    const places = this.#board.places(width, height);
    const [words, now] = [this.#words, generationAt(this.#place)];
    for (let from = 0; from < words.counts.length; from += SLICE) {
      speckles.add(...spots(places, words, now, from, Math.min(words.counts.length, from + SLICE)));
      await turn();
    }
    speckles.show();
    this.#board.print(context, width, height, {
      below: () => context.drawImage(speckles.canvas, 0, 0, width, height),
      above: () => this.#line(LAST),
    });
  };

  #axes(most: number) {
    return {
      x: logarithmic("times written in the text", 0.6, most, tens(1, most)),
      y: logarithmic("copy by which it is gone", 1, LAST * 1.1, tens(1, LAST)),
    };
  }

  /** Draws all dots, some at a stretch: there may be very many. */
  #lay(): void {
    const { left, top, width, height } = this.#board.box;
    const size = this.#words.counts.length;
    if (size === 0 || width === 0) return;
    const room = { width: left + width + 1, height: top + height + 1, scale: devicePixelRatio, size: 2 };
    const speckles = new Speckles(room);
    this.#speckles = speckles;
    this.#x = new Float32Array(size).fill(Number.NaN);
    this.#y = new Float32Array(size).fill(Number.NaN);
    const places = this.#board.places();
    const slice = (from: number) => {
      if (speckles !== this.#speckles) return;
      const to = Math.min(size, from + SLICE);
      const [xs, ys] = spots(places, this.#words, LAST, from, to);
      this.#x.set(xs, from);
      this.#y.set(ys, from);
      speckles.add(xs, ys);
      if (to < size) setTimeout(() => slice(to));
      else {
        speckles.show();
        this.#board.follow();
      }
    };
    // The board draws its upper layer after this one.
    queueMicrotask(() => slice(0));
  }

  #above(): void {
    const board = this.#board;
    const { context, box } = board;
    if (this.#speckles === undefined) return;
    const picture = this.#speckles.canvas;
    const { width, height } = picture;
    // As far as the generation that is over.
    const now = generationAt(this.#place);
    const top = now === 0 ? box.top + box.height : board.y(now + 1);
    const from = Math.round(Math.max(0, top) * devicePixelRatio);
    if (now > 0 && from < height)
      context.drawImage(
        picture,
        0,
        from,
        width,
        height - from,
        0,
        from / devicePixelRatio,
        width / devicePixelRatio,
        (height - from) / devicePixelRatio,
      );
    this.#line(now);
    context.strokeStyle = ink("axis");
    context.lineWidth = 1;
    const level = now === 0 ? box.top + box.height : board.y(now);
    context.beginPath();
    context.moveTo(box.left, level);
    context.lineTo(box.left + box.width, level);
    context.stroke();
    if (this.#lit >= 0 && this.#words.deaths[this.#lit] > 0) {
      context.beginPath();
      context.arc(this.#x[this.#lit], this.#y[this.#lit], 6, 0, 2 * Math.PI);
      context.strokeStyle = ink("vermillion");
      context.lineWidth = 2.5;
      context.stroke();
    }
  }

  /** The law, as far as the words have come that it tells of. */
  #line(now: number): void {
    const board = this.#board;
    const from = 0.6;
    if (now <= law(from)) return;
    const to = (Math.min(now, LAST) * Math.LN2) / 2;
    board.line([from, to], [law(from), law(to)], "vermillion", { width: 2 });
    // Left of the line, where it has left the dots behind.
    const count = Math.min(170, to);
    // While it grows, above its end and so above the dots.
    const rise = count === to ? 9 : 0;
    if (now >= 10)
      board.label("2c / ln 2", board.x(count) - 14, board.y(law(count)) - rise, "vermillion", "right");
  }

  /** The word whose dot is nearest to the pointer, among those that can be seen; -1 where none is near. */
  #near({ offsetX, offsetY }: MouseEvent): number {
    const now = generationAt(this.#place);
    const { deaths } = this.#words;
    let best = -1;
    let least = 14 * 14;
    for (let i = 0; i < deaths.length; ++i) {
      if (deaths[i] === 0 || deaths[i] > now) continue;
      const far = (this.#x[i] - offsetX) ** 2 + (this.#y[i] - offsetY) ** 2;
      if (far < least) {
        least = far;
        best = i;
      }
    }
    return best;
  }
}
