// A model of one's own: plain functions, by which a trajectory goes on.
import { InputError, invalid } from "../../check/errors.ts";
import { listOf, readOptions } from "../../check/given.ts";

/** What a model of one's own is made of, as plain data have it: `custom()` says what the functions take. */
export interface CustomParts {
  readonly name: string;
  readonly observables: readonly string[];
  start(): unknown;
  generation(state: never, rng: never, generation: number): unknown;
  observe(state: never): unknown;
}

/** Where a thread finds such a model: plain data, which can be sent to it. */
export interface CustomModule {
  /** An absolute one. */
  readonly url: string;
  /** For the function that the module exports, where it exports one. */
  readonly options: object | undefined;
}

/** What a chain needs to know of it: the functions, which stay in their thread, or where to find them. */
export interface CustomPlan {
  readonly kind: "custom";
  readonly parts: CustomParts | CustomModule;
  /** Bit i: write observable i, at the recorded generations … */
  readonly mask: number;
  /** … and, if any bit is set here, at all of them. */
  readonly watched: number;
}

const NAME = "a letter, then up to 59 letters, digits, - and _";
const NAMES = "1 to 30 different names of letters, digits and _, as in p";
const FUNCTIONS = {
  start: "a function that returns the state of generation 0",
  generation: "a function of (state, rng, k) that returns the next state",
  observe: "a function of the state that returns an object of numbers",
};

/** The options of a model of one's own, each read once, and checked. */
export function checkParts(options: object, place = ""): CustomParts {
  const functions = Object.entries(FUNCTIONS) as [keyof typeof FUNCTIONS, string][];
  const names = ["name", "observables", ...functions.map(([name]) => name)];
  const parts = readOptions(options, names, place) as CustomParts;
  const { name } = parts;
  if (typeof name !== "string" || !/^[A-Za-z][\w-]{0,59}$/.test(name)) {
    throw invalid(`${place}name`, name, NAME);
  }
  const observables = checkNames(`${place}observables`, parts.observables);
  for (const [member, allowed] of functions) {
    if (typeof parts[member] !== "function") throw invalid(`${place}${member}`, parts[member], allowed);
  }
  const { start, generation, observe } = parts;
  return { name, observables, start, generation, observe };
}

function checkNames(option: string, given: unknown): readonly string[] {
  const names = listOf(option, given, NAMES, (name, i) => {
    if (typeof name !== "string" || !/^[A-Za-z]\w*$/.test(name))
      throw invalid(`${option}[${i}]`, name, NAMES);
    return name;
  });
  if (names.length === 0 || names.length > 30 || new Set(names).size < names.length) {
    throw new InputError(`invalid ${option}: ${names.length} of them (${NAMES})`);
  }
  return Object.freeze(names);
}
