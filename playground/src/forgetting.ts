import { type Engine, Lost } from "./engine/client.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A tenfold of generations takes about so many seconds to watch: as on the logarithmic axis, time runs evenly. */
const TENFOLD = 5;

/** Has the worker forget the text that it has open, as far as is asked for, and keeps what has come. */
export class Forgetting {
  readonly #engine: Engine;
  readonly #grown: (counts: Float64Array) => void;
  #vocabulary: Vocabulary | undefined;
  #last = 0;
  #target = 0;
  #asking = false;
  #run = 0;

  /** `grown` hears of every step, with the counts of the words that are shown. */
  constructor(engine: Engine, grown: (counts: Float64Array) => void) {
    this.#engine = engine;
    this.#grown = grown;
  }

  /** What has come; undefined before the first beginning. */
  get vocabulary(): Vocabulary | undefined {
    return this.#vocabulary;
  }

  get generation(): number {
    return this.#vocabulary?.generation ?? 0;
  }

  /** Begins at generation 0; false where another beginning has come after it, or the worker was lost. */
  async begin(
    name: string,
    types: number,
    how: { readonly seed: number | string; readonly generations: number },
  ): Promise<boolean> {
    const run = ++this.#run;
    this.#asking = false;
    try {
      const theory = await this.#engine.ask("start", how);
      if (run !== this.#run) return false;
      this.#vocabulary = new Vocabulary(name, types, theory);
      this.#last = how.generations;
      this.#target = 0;
      return true;
    } catch (error) {
      if (error instanceof Lost) return false;
      throw error;
    }
  }

  /** Goes on for some seconds of the show; false where it has come to its end. */
  frame(seconds: number): boolean {
    if (this.generation >= this.#last) return false;
    // The show waits for the worker, not the other way round.
    if (this.#asking) return true;
    this.#target = Math.min(
      this.#last,
      (Math.max(this.#target, this.generation) + 1) * 10 ** (seconds / TENFOLD) - 1,
    );
    if (Math.floor(this.#target) > this.generation) void this.#advance(Math.floor(this.#target));
    return true;
  }

  /** Goes to a generation that is still to come; false where it was begun again meanwhile. */
  async goTo(generation: number): Promise<boolean> {
    const run = this.#run;
    const to = Math.min(generation, this.#last);
    while (run === this.#run && this.generation < to) await this.#advance(to);
    return run === this.#run;
  }

  async #advance(to: number): Promise<void> {
    const run = this.#run;
    this.#asking = true;
    try {
      const { unique, counts } = await this.#engine.ask("advance", { to });
      if (run !== this.#run) return;
      this.#vocabulary!.unique.push(...unique);
      this.#grown(counts);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      ++this.#run;
    } finally {
      if (run === this.#run) this.#asking = false;
    }
  }
}
