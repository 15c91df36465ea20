import { get } from "../dom.ts";
import type { Engine } from "../engine/client.ts";
import { announce } from "../notice.ts";
import { type Place, STEPS, type StepName } from "./address.ts";
import type { Told } from "./book.ts";

/** What the later steps know of the beginning of the story. */
interface Opening {
  readonly engine: Engine;
  readonly book: () => Told;
  readonly seed: () => number | string;
}

/** What a step is made with. */
export interface Context extends Opening {
  /** To be called when something has been tried in the step. */
  readonly onTry: () => void;
}

/** A step that has been made. */
export interface Step {
  /** Shows what has been tried, as an address says. */
  show(place: Place): void;
  /** What has been tried, for the address. */
  readonly tried: Partial<Place>;
  /** The text, or the run of it, is another one. */
  retell?(): void;
}

/** Steps are made when the reader comes near them, each from a file of its own. */
const MAKERS: Readonly<Record<StepName, () => Promise<(context: Context) => Step>>> = {
  urn: async () => (await import("./urn-step.ts")).urnStep,
  bell: async () => (await import("./bell-step.ts")).bellStep,
  guess: async () => (await import("./guess-step.ts")).guessStep,
  scale: async () => (await import("./scale-step.ts")).scaleStep,
  rescue: async () => (await import("./rescue-step.ts")).rescueStep,
};

/** The later steps of the story, of which those are made that the reader comes near. */
export class Steps {
  readonly #opening: Opening;
  readonly #onTry: (step: StepName) => void;
  readonly #made: Step[] = [];
  #place: Place;

  /** `onTry` hears of the step in which something has been tried. */
  constructor(opening: Opening, place: Place, onTry: (step: StepName) => void) {
    this.#opening = opening;
    this.#place = place;
    this.#onTry = onTry;
    const sections = new Map(STEPS.map((name) => [get(`step-${name}`) as Element, name]));
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          watch.unobserve(target);
          void this.#make(sections.get(target)!, target);
        }
      },
      { rootMargin: "300px" },
    );
    for (const section of sections.keys()) watch.observe(section);
  }

  /** What has been tried in all of them, also in those that are still to be made. */
  get tried(): Place {
    return Object.assign({}, this.#place, ...this.#made.map(({ tried }) => tried));
  }

  /** Shows what has been tried, as an address says. */
  show(place: Place): void {
    this.#place = place;
    for (const step of this.#made) step.show(place);
  }

  retell(): void {
    for (const step of this.#made) step.retell?.();
  }

  /** A step that cannot be loaded says so where it would stand. */
  async #make(name: StepName, section: Element): Promise<void> {
    try {
      const make = await MAKERS[name]();
      const step = make({ ...this.#opening, onTry: () => this.#onTry(name) });
      this.#made.push(step);
      step.show(this.#place);
    } catch {
      const told = section.querySelector(".told") ?? section;
      told.textContent = "This part could not be loaded: reload the page to try again.";
      announce(told.textContent);
    }
  }
}
