import { invalid } from "../check/errors.ts";
import { isBag } from "../check/given.ts";
import { customInitial } from "../generations/custom/initial.ts";
import { loadParts } from "../generations/custom/load.ts";
import { type CustomModule, type CustomParts, checkParts } from "../generations/custom/parts.ts";
import { textAt } from "../host/import.ts";
import type { Generator } from "../random/generator.ts";
import { type ModelRun, make } from "./model.ts";

export interface CustomOptions<State, O extends readonly string[]> {
  /** What results call it: a letter, then up to 59 letters, digits, - and _. */
  name: string;
  /** What can be observed, and is recorded: 1 to 30 names of letters, digits and _. */
  observables: O;
  /** Returns the state of generation 0, a new one each time: every trajectory begins with one. */
  start(): State;
  /**
   * Returns the state of generation k = 1, 2, … from that of generation k - 1: draws a training set from it, and fits.
   * It may change `state` and return it. All that is random has to come from `rng`, the stream of this trajectory.
   */
  generation(state: State, rng: Generator, k: number): State;
  /** Returns the observables of a state: numbers, infinite ones too, but not NaN. It is asked only when they are needed. */
  observe(state: State): { readonly [name in O[number]]: number };
}

/** A model of one's own. */
export interface CustomModel<O extends readonly string[] = readonly string[]> extends CustomParts {
  readonly observables: O;
  /** The address of its module, where `moduleModel()` loaded it … */
  readonly module?: string;
  /** … and the options that were given to it. */
  readonly options?: object;
}

/**
 * A model of your own: how it begins, what it does in a generation, and what can be observed. Events, survival,
 * quantiles and records work as with any other. It runs in the calling thread; `moduleModel()` makes one that runs on
 * workers too. Trajectory i draws from stream i of the seed.
 *
 * What its functions do wrong when it is run, `simulate()` tells with the trajectory and the generation, as an InputError
 * whose `cause` is what they threw.
 *
 * @throws {InputError} for an option that is missing, unknown or not of its kind
 *
 * @example
 * const coin = custom({
 *   name: "coin",
 *   observables: ["p"],
 *   start: () => 0.5,
 *   generation: (p, rng) => rng.binomial(100, p) / 100,
 *   observe: (p) => ({ p }),
 * });
 */
export function custom<State, const O extends readonly string[]>(
  options: CustomOptions<State, O>,
): CustomModel<O> {
  const parts = checkParts(options);
  const source = [parts.start, parts.generation, parts.observe].map(String).join("\n");
  return made(parts, source) as CustomModel<O>;
}

const ADDRESS = 'an absolute URL, as new URL("./model.mjs", import.meta.url)';
const OPTIONS = "an object of plain data, which can be sent to a worker";

/**
 * A model of your own from a module that exports it by default: one made by `custom()`, an object with the same members,
 * or a function that takes options and returns such an object. Each worker loads the module itself. `simulate()` takes
 * the promise as it is.
 *
 * @param url where the module is, absolute: of a `file:`, in Node, or of whatever the page may load
 * @param options plain data, for the function that the module exports
 * @throws {InputError} for a bad address or option, and for a module that cannot be loaded or exports no model
 *
 * @example
 * await simulate({ model: moduleModel(new URL("./coin.mjs", import.meta.url)), … }, { workers: "auto" });
 */
export async function moduleModel(
  url: string | { readonly href: string },
  options?: object,
): Promise<CustomModel> {
  const module = { url: addressOf(url), options: options === undefined ? undefined : copyOf(options) };
  const parts = await loadParts(module);
  return made(parts, await sourceOf(module.url), module);
}

function made(parts: CustomParts, source: string, module?: CustomModule): CustomModel {
  const { name, observables } = parts;
  const from = module && { module: module.url, ...(module.options && { options: module.options }) };
  const run: ModelRun<CustomModel> = {
    observables,
    recorded: observables,
    initial: () => customInitial(parts),
    plan: (_, mask, watched) => ({ kind: "custom", parts: module ?? parts, mask, watched }),
    echo: () => ({ name, observables, ...from }),
    source,
  };
  return make(run, { ...parts, ...from });
}

function addressOf(url: unknown): string {
  const text = isBag(url) ? (url as { href?: unknown }).href : url;
  if (typeof text !== "string" || !/^(file|https?|data|blob):/i.test(text))
    throw invalid("module", url, ADDRESS);
  try {
    return new URL(text).href;
  } catch {
    throw invalid("module", url, ADDRESS);
  }
}

/** A copy, as a worker would get it, which nobody else holds. */
function copyOf(options: unknown): object {
  if (!isBag(options)) throw invalid("options", options, OPTIONS);
  try {
    return Object.freeze(structuredClone(options));
  } catch {
    throw invalid("options", options, OPTIONS);
  }
}

async function sourceOf(url: string): Promise<string> {
  try {
    return await textAt(url);
  } catch (error) {
    throw invalid("module", url, `a module that can be read: ${(error as Error).message}`);
  }
}
