import { get, make, stillness } from "../dom.ts";
import { shown } from "../plot.ts";
import { generationAt, MARKS, placeOf } from "./time.ts";

/** A tenfold of generations takes so many seconds: all of it is seen in ten. */
const TENFOLD = 2.4;
const STEPS = 1000;
/** Seconds at each mark, for those who want less motion. */
const PAUSE = 1.2;

/** Play and pause, and a slider over the generations with marks to jump to. */
export class Scrubber {
  readonly #toggle = get<HTMLButtonElement>("story-play");
  readonly #range = get<HTMLInputElement>("story-range");
  readonly #marks: HTMLButtonElement[];
  readonly #move: (place: number) => void;
  readonly #rest: () => void;
  #place = 0;
  #playing = false;
  #last = 0;

  /** `move` hears of every place on the axis, `rest` when it stands still. */
  constructor(move: (place: number) => void, rest: () => void) {
    this.#move = move;
    this.#rest = rest;
    this.#range.max = String(STEPS);
    this.#toggle.onclick = () => (this.#playing ? this.pause() : this.play());
    this.#range.oninput = () => {
      this.#set(false);
      this.place = Number(this.#range.value) / STEPS;
      this.#rest();
    };
    // Arrow keys go from one generation to the next, not by parts of the axis.
    this.#range.onkeydown = (event) => {
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (way === undefined) return;
      event.preventDefault();
      this.goTo(Math.min(1000, Math.max(0, generationAt(this.#place) + way)));
    };
    this.#marks = MARKS.map((mark) => {
      const button = make("button", { type: "button", textContent: shown(mark) });
      button.setAttribute("aria-label", `Go to copy ${shown(mark)}`);
      button.style.insetInlineStart = `${100 * placeOf(mark)}%`;
      button.onclick = () => this.goTo(mark);
      return button;
    });
    get("story-marks").replaceChildren(...this.#marks);
  }

  get playing(): boolean {
    return this.#playing;
  }

  set place(place: number) {
    this.#place = place;
    this.#range.value = String(Math.round(place * STEPS));
    this.#move(place);
  }

  /** Says aloud where it stands. */
  say(text: string): void {
    this.#range.setAttribute("aria-valuetext", text);
  }

  goTo(generation: number): void {
    this.#set(false);
    this.place = placeOf(generation);
    this.#rest();
  }

  play(): void {
    if (this.#place >= 1) this.place = 0;
    this.#set(true);
    // Between generations 0 and 1 there is nothing to see: not long.
    if (this.#place < 0.17 && !stillness()) this.place = 0.17;
    this.#last = performance.now();
    const frame = (now: number) => {
      if (!this.#playing) return;
      const seconds = Math.max(0, (now - this.#last) / 1000);
      if (stillness()) {
        if (seconds >= PAUSE) {
          this.place = placeOf(MARKS.find((mark) => placeOf(mark) > this.#place) ?? 1000);
          this.#last = now;
        }
      } else {
        this.#last = now;
        this.place = Math.min(1, this.#place + Math.min(0.1, seconds) / TENFOLD / (MARKS.length - 1));
      }
      if (this.#place < 1) requestAnimationFrame(frame);
      else this.pause();
    };
    requestAnimationFrame(frame);
  }

  pause(): void {
    if (!this.#playing) return;
    this.#set(false);
    this.#rest();
  }

  #set(playing: boolean): void {
    this.#playing = playing;
    this.#toggle.textContent = playing ? "Pause" : "Play";
  }
}
