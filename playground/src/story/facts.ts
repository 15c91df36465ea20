import { get } from "../dom.ts";
import type { Engine } from "../engine/client.ts";
import { Lost } from "../engine/client.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import { shown, times } from "../plot.ts";
import type { Part, Told } from "./book.ts";
import { goneBy, percent } from "./said.ts";

/** Frequencies of which the shares are told. */
const CLASSES = [
  [1, 1],
  [10, 10],
  [100, Number.POSITIVE_INFINITY],
] as const;

/** What is lost, and how fast, in numbers: the first from this run, the second from the exact law. */
export class Facts implements Part {
  readonly #engine: Engine;
  /** For each class the shares that are gone, by generation. */
  #gone: (Float64Array | undefined)[] = [];
  #told = -1;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  begin({ counts, tokens }: Told, { deaths, unique }: Lifetimes): void {
    this.#told = -1;
    this.#gone = CLASSES.map(([from, to]) => goneBy(counts, deaths, unique.length, from, to));
    void this.#law(counts, tokens);
  }

  at(generation: number): void {
    const told = Math.max(1, generation);
    if (told === this.#told) return;
    this.#told = told;
    const parts = this.#gone.flatMap((shares, i) => {
      const share = shares?.[told];
      return share === undefined
        ? []
        : [
            `${share === 0 ? "none" : percent(share)} of those written ${times(CLASSES[i][0])}${i === 2 ? " or more" : ""}`,
          ];
    });
    get("fact-what").textContent =
      `Rare words first. After ${shown(told)} ${told === 1 ? "copy" : "copies"} ${parts.join(", ")} are gone.`;
  }

  light(): void {}

  /** How long words of a few counts last, in the median. */
  async #law(counts: Float64Array, samples: number): Promise<void> {
    const asked = [1, 10, 100].filter((count) => count <= counts[0] && 2 * count < samples);
    if (asked.length === 0) {
      get("fact-fast").textContent = "";
      return;
    }
    try {
      const medians = await this.#engine.ask("quantiles", { counts: asked, samples, q: 0.5 });
      const parts = asked.map(
        (count, i) =>
          `written ${times(count)} ${i === 0 ? "are gone " : ""}after ${shown(medians[i])}${i === 0 ? " copies" : ""}`,
      );
      get("fact-fast").textContent = `Half of the words ${parts.join(", of those ")}.`;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
    }
  }
}
