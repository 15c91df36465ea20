import { runCommand } from "./command.ts";
import { plotsOf, viewOf } from "./distribution-plots.ts";
import { get } from "./dom.ts";
import type { Simulated } from "./engine/bench-data.ts";
import type { Values } from "./fields.ts";
import { finding } from "./finding.ts";
import { announce } from "./notice.ts";
import { Pictures } from "./pictures.ts";
import { type Plot, shown } from "./plot.ts";
import { promises, showPromises } from "./promises.ts";
import type { Spec } from "./spec.ts";

/** The whole run takes about so many seconds to watch. */
const SECONDS = 7;

/** A run in pictures and words, uncovered as far as the show has come. */
export class Showing {
  readonly #pictures: Pictures;
  readonly #values: () => Values;
  readonly #where: (text: string) => void;
  #spec: Spec | undefined;
  #run: Simulated | undefined;
  #position = 0;
  #waiting = false;

  /**
   * `values` tells how the run is to be seen, `where` hears in words how far the show has come, and `onLine` of the single
   * trajectory that was clicked.
   */
  constructor(values: () => Values, where: (text: string) => void, onLine: (line: number) => void) {
    this.#values = values;
    this.#where = where;
    this.#pictures = new Pictures(onLine);
  }

  /** What is shown, if anything is. */
  get run(): Simulated | undefined {
    return this.#run;
  }

  get spec(): Spec | undefined {
    return this.#spec;
  }

  /** The index of the generation that the show has come to. */
  get index(): number {
    return Math.min(this.#last, Math.floor(this.#position));
  }

  get isOver(): boolean {
    return this.#position >= this.#last;
  }

  /** What can be seen, in a sentence: also what a screen reader is told of the pictures. */
  get finding(): string {
    return finding(this.#run!, this.#spec!.event, this.index);
  }

  get plots(): readonly [Plot, Plot] {
    return plotsOf(this.#spec!, this.#run!, viewOf(this.#values()));
  }

  /** Another experiment is to come. */
  clear(): void {
    this.#run = undefined;
    this.#position = 0;
  }

  /** Another run of it is to come, to be seen as far as an index. */
  wait(index: number): void {
    this.#position = index;
  }

  /** Takes a run, or more of it. Where `at` is given the show goes to that generation. */
  take(spec: Spec, run: Simulated, at?: number): void {
    this.#spec = spec;
    this.#run = run;
    if (at !== undefined) this.#position = indexOf(run.generations, at);
    // In the next frame: what comes together is drawn once.
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.draw();
    });
  }

  draw(): void {
    const run = this.#run;
    // Another state may have been shown since this frame was asked for.
    if (run === undefined) return;
    this.#position = Math.min(this.#position, this.#last);
    this.#pictures.show(this.plots, () => this.index);
    get("silent").hidden = run.survivalTheory === undefined || run.survivalTheory.length > 0;
    get("command-distributions").textContent = runCommand(this.#spec!);
    this.#say();
  }

  /** Goes on for some seconds; false where it has come to its end. */
  frame(seconds: number): boolean {
    if (this.#run === undefined) return false;
    this.#position = Math.min(this.#last, this.#position + (seconds * this.#last) / SECONDS);
    this.#reveal();
    return !this.isOver;
  }

  goTo(index: number): void {
    this.#position = Math.min(this.#last, index);
    this.#reveal();
    this.settle();
  }

  /** It stands still. */
  settle(): void {
    this.#pictures.settle();
  }

  /** Tells a screen reader. */
  tell(): void {
    const run = this.#run;
    if (run === undefined) return;
    const said = this.finding;
    announce(said);
    this.#pictures.describe(
      `Line chart. ${said} At the end the mean is ${shown(run.mean[this.#last])}.`,
      `Line chart of the survival probability over generations. ${said}`,
    );
  }

  get #last(): number {
    return (this.#run?.generations.length ?? 1) - 1;
  }

  #reveal(): void {
    this.#pictures.reveal(this.index);
    this.#say();
  }

  #say(): void {
    const run = this.#run;
    if (run === undefined) return;
    const [generation, last] = [this.index, this.#last].map((i) =>
      run.generations[i].toLocaleString("en-GB"),
    );
    this.#where(`generation ${generation} of ${last}`);
    get("finding-distributions").textContent = this.finding;
    showPromises(get("promises"), promises(run, this.index));
  }
}

/** The index of the last recorded generation that is not after `at`. */
function indexOf(generations: readonly number[], at: number): number {
  let index = generations.length - 1;
  while (index > 0 && generations[index] > at) --index;
  return index;
}
