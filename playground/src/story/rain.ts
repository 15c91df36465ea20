import { ink } from "../colours.ts";
import { make, stillness } from "../dom.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import type { Part, Told } from "./book.ts";
import type { Dots } from "./dots.ts";
import type { Passage } from "./passage.ts";

/** Dots that fall at a time; others are on the chart at once. */
const MOST = 240;
/** Of those that one frame forgets, words of the rest of the text. */
const AT_ONCE = 12;
/** Seconds of a fall. */
const FALL = 0.8;

/** Milliseconds over which those of one frame begin to fall. */
const SPREAD = 120;
/** Where a frame takes longer than this, no more words drop for a while: the rest of the page goes first. */
const SLOW = 24;
const WHILE = 2500;
/** The canvas has fewer pixels than the window: what moves need not be sharp, and every frame paints it whole. */
const SCALE = 0.5;

interface Drop {
  readonly word: number;
  /** On the page. */
  readonly x: number;
  readonly y: number;
  readonly began: number;
}

/** As words are forgotten they drop as dots, from where they stand in the text to their places on the chart. */
export class Rain implements Part {
  readonly #passage: Passage;
  readonly #dots: Dots;
  readonly #canvas = make("canvas", { className: "rain" });
  /** Words by the generation that loses them, and where those of each begin. */
  #words: Uint32Array = new Uint32Array();
  #begins: Uint32Array = new Uint32Array();
  #generation: number | undefined;
  /** The generation that the last drops are of. */
  #fallen: number | undefined;
  #drops: Drop[] = [];
  #frame = 0;
  #before = Number.POSITIVE_INFINITY;
  #quiet = 0;

  constructor(passage: Passage, dots: Dots) {
    this.#passage = passage;
    this.#dots = dots;
    this.#canvas.ariaHidden = "true";
  }

  begin(_: Told, { deaths, unique }: Lifetimes): void {
    this.#generation = undefined;
    this.#fallen = undefined;
    this.#drops = [];
    const begins = new Uint32Array(unique.length + 1);
    for (const death of deaths) ++begins[death + 1];
    for (let k = 1; k < begins.length; ++k) begins[k] += begins[k - 1];
    this.#begins = begins;
    this.#words = new Uint32Array(deaths.length);
    const next = begins.slice();
    for (let word = 0; word < deaths.length; ++word) this.#words[next[deaths[word]]++] = word;
  }

  at(generation: number): void {
    const before = this.#generation;
    this.#generation = generation;
    if (before === undefined || generation <= before || stillness()) return;
    this.#fallen ??= before;
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#fall(now));
  }

  light(): void {}

  /** Adds the words that have gone since the last frame. In a frame of its own: then nothing is laid out twice. */
  #add(after: number, chart: DOMRect, began: number): void {
    const gone = this.#words.subarray(this.#begins[after + 1], this.#begins[this.#generation! + 1]);
    const text = this.#passage.box;
    if (gone.length === 0 || text === undefined || chart.width === 0) return;
    const drop = (word: number, x: number, y: number) => {
      if (this.#drops.length < MOST)
        this.#drops.push({ word, x: x + scrollX, y: y + scrollY, began: began + Math.random() * SPREAD });
    };
    // Those of the rest of the text come from below what is seen of it, while the chart is seen.
    const rest = chart.top < innerHeight ? Math.ceil(gone.length / AT_ONCE) : Number.POSITIVE_INFINITY;
    for (let i = 0; i < gone.length; ++i) {
      const place = this.#passage.place(gone[i]);
      if (place !== undefined) drop(gone[i], place.x, place.y);
      else if (i % rest === 0) drop(gone[i], text.left + Math.random() * text.width, text.bottom);
    }
  }

  #fall(now: number): void {
    this.#frame = 0;
    const chart = this.#dots.host.getBoundingClientRect();
    this.#drops = this.#drops.filter(({ began }) => now - began < 1000 * FALL);
    if (now - this.#before > SLOW) this.#quiet = now + WHILE;
    this.#before = now;
    if (this.#fallen !== undefined && now > this.#quiet) this.#add(this.#fallen, chart, now);
    this.#fallen = undefined;
    const canvas = this.#canvas;
    if (this.#drops.length === 0) {
      canvas.remove();
      this.#before = Number.POSITIVE_INFINITY;
      return;
    }
    if (!canvas.isConnected) document.body.append(canvas);
    const [width, height] = [Math.ceil(innerWidth * SCALE), Math.ceil(innerHeight * SCALE)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const context = canvas.getContext("2d")!;
    context.setTransform(SCALE, 0, 0, SCALE, 0, 0);
    context.clearRect(0, 0, innerWidth, innerHeight);
    context.fillStyle = ink("blue");
    for (const { word, x, y, began } of this.#drops) {
      const [right, down] = this.#dots.spot(word);
      // Its place may not have been worked out yet.
      if (Number.isNaN(right)) continue;
      const share = Math.max(0, (now - began) / 1000 / FALL);
      const [fromX, fromY] = [x - scrollX, y - scrollY];
      context.beginPath();
      // They fall as things fall.
      const [atX, atY] = [
        fromX + (chart.left + right - fromX) * share,
        fromY + (chart.top + down - fromY) * share ** 2,
      ];
      context.arc(atX, atY, 2.5, 0, 2 * Math.PI);
      context.fill();
    }
    this.#frame = requestAnimationFrame((next) => this.#fall(next));
  }
}
