import { get } from "../dom.ts";
import type { Engine } from "../engine/client.ts";
import { announce } from "../notice.ts";
import type { Place } from "./address.ts";
import type { Told } from "./book.ts";

/** What the later steps know of the beginning of the story. */
export interface Context {
  readonly engine: Engine;
  readonly book: () => Told;
  readonly seed: () => number | string;
}

/** A step that has been made. */
export interface Step {
  /** Begins as an address says, or as a reader finds it. */
  show(place: Place): void;
}

/** Steps that are made when the reader comes near them, each from a file of its own, by the section that they fill. */
const STEPS: Readonly<Record<string, () => Promise<(context: Context) => Step>>> = {
  "step-urn": async () => (await import("./urn-step.ts")).urnStep,
  "step-bell": async () => (await import("./bell-step.ts")).bellStep,
  "step-guess": async () => (await import("./guess-step.ts")).guessStep,
  "step-scale": async () => (await import("./scale-step.ts")).scaleStep,
  "step-rescue": async () => (await import("./rescue-step.ts")).rescueStep,
};

/**
 * Waits for the reader to come near. A step that cannot be loaded says so where it would stand. Returns what takes the
 * steps that are there to another place.
 */
export function later(context: Context, place: () => Place): (place: Place) => void {
  const made: Step[] = [];
  const begin = async (section: HTMLElement) => {
    try {
      const step = (await STEPS[section.id]())(context);
      made.push(step);
      step.show(place());
    } catch {
      const told = section.querySelector(".told") ?? section;
      told.textContent = "This part could not be loaded: reload the page to try again.";
      announce(told.textContent);
    }
  };
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        void begin(target as HTMLElement);
      }
    },
    { rootMargin: "300px" },
  );
  for (const id of Object.keys(STEPS)) watch.observe(get(id));
  return (next) => {
    for (const step of made) step.show(next);
  };
}
