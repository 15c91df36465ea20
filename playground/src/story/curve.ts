import { ink } from "../colours.ts";
import { get } from "../dom.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import { ticks } from "../plot.ts";
import { type Axis, linear } from "./axes.ts";
import { Board } from "./board.ts";
import type { Part, Told } from "./book.ts";
import { LAST, MARKS, placeOf } from "./time.ts";

/** The axis of all that follows the story: as its scrubber. */
const COPIES: Axis = { label: "copies of copies", ticks: MARKS, place: placeOf };

/** How many different words are left. */
export class Curve implements Part {
  readonly #board: Board;
  #unique: Float64Array = new Float64Array();
  #deaths: Uint32Array = new Uint32Array();
  readonly #xs = Array.from({ length: LAST + 1 }, (_, k) => k);
  #generation = 0;
  #place = 0;
  #lit = -1;

  constructor() {
    this.#board = new Board(
      get("curve"),
      { x: COPIES, y: linear("words left", 0, 1, [0, 1]) },
      { below: () => this.#below(), above: () => this.#above() },
    );
  }

  begin({ counts }: Told, { unique, deaths }: Lifetimes): void {
    this.#unique = unique;
    this.#deaths = deaths;
    const most = counts.length;
    this.#board.axes = {
      x: COPIES,
      y: linear("different words left", 0, most * 1.04, ticks([0, most], false, 4)),
    };
    this.#board.draw();
  }

  at(generation: number, place: number): void {
    this.#generation = generation;
    this.#place = place;
    this.#board.follow();
  }

  light(word: number): void {
    this.#lit = word;
    this.#board.follow();
  }

  readonly print: Board["print"] = (context, width, height) => this.#board.print(context, width, height);

  #below(): void {
    this.#board.line(this.#xs, this.#unique, "axis", { width: 1.2, dash: [2, 4] });
  }

  #above(): void {
    if (this.#unique.length === 0) return;
    const board = this.#board;
    const { context, box } = board;
    board.line(this.#xs, this.#unique, "blue", { width: 2.6, upto: this.#generation + 1 });
    // Between two generations the line to the scrubber goes on level: nothing happens there.
    const here = this.#unique[this.#generation];
    const at = box.left + this.#place * box.width;
    context.strokeStyle = ink("axis");
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(at, box.top);
    context.lineTo(at, box.top + box.height);
    context.stroke();
    board.dot(this.#generation, here, "blue", 5);
    const death = this.#deaths[this.#lit];
    if (this.#lit >= 0 && death > 0) board.dot(death, this.#unique[death], "vermillion", 5);
  }
}
