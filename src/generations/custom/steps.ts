// Calls the functions of a model of one's own, and looks at what they return.
import { InputError, show, thrown } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import type { Generator } from "../../random/generator.ts";
import type { CustomParts } from "./parts.ts";

const STATE = "a state, and not undefined or a promise";

/** One trajectory of it. Whatever goes wrong is told with its place. */
export interface Steps {
  /** Puts it at generation 0. */
  start(trajectory?: number): void;
  /** Takes it one generation further. */
  next(rng: Generator): void;
  /** Writes its observables of `wanted`, bit by bit, into every `stride`-th number from `at` on. */
  observe(wanted: number, out: Float64Array, at: number, stride: number): void;
}

export function stepsOf(parts: CustomParts): Steps {
  const { name, observables } = parts;
  let state: unknown;
  let generation = 0;
  let trajectory: number | undefined;

  const place = (): string =>
    trajectory === undefined
      ? `generation ${generation}`
      : `trajectory ${trajectory}, generation ${generation}`;

  const refuse = (what: string, value: unknown, allowed: string): InputError => {
    const shown = isPromise(value) ? "a promise" : show(value);
    return new InputError(`invalid ${name}.${what}: ${shown} (${allowed}; ${place()})`);
  };

  const threw = (what: string, error: unknown): InputError => {
    return new InputError(`invalid ${name}.${what}: it threw ${thrown(error)} (${place()})`, {
      cause: error,
    });
  };

  const keep = (what: string, next: unknown): void => {
    if (next === undefined || isPromise(next)) throw refuse(what, next, STATE);
    state = next;
  };

  const observed = (): Readonly<Record<string, unknown>> => {
    let values: unknown;
    try {
      values = parts.observe(state as never);
    } catch (error) {
      throw threw("observe()", error);
    }
    if (!isBag(values) || isPromise(values)) {
      throw refuse("observe()", values, `an object of numbers: ${observables.join(", ")}`);
    }
    let many = 0;
    for (const _ in values) many += 1;
    if (many !== observables.length) {
      const unknown = Object.keys(values).find((key) => !observables.includes(key));
      if (unknown !== undefined) throw refuse("observe()", unknown, `observables: ${observables.join(", ")}`);
    }
    return values as Readonly<Record<string, unknown>>;
  };

  return {
    start(number) {
      trajectory = number;
      generation = 0;
      let first: unknown;
      try {
        first = parts.start();
      } catch (error) {
        throw threw("start()", error);
      }
      keep("start()", first);
    },
    next(rng) {
      generation += 1;
      let next: unknown;
      try {
        next = parts.generation(state as never, rng as never, generation);
      } catch (error) {
        throw threw("generation()", error);
      }
      keep("generation()", next);
    },
    observe(wanted, out, at, stride) {
      const values = observed();
      let to = at;
      for (let i = 0; i < observables.length; ++i) {
        const value = values[observables[i]];
        if (typeof value !== "number" || Number.isNaN(value)) {
          throw refuse(`observe().${observables[i]}`, value, "a number");
        }
        if ((wanted & (1 << i)) === 0) continue;
        out[to] = value;
        to += stride;
      }
    },
  };
}

function isPromise(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}
