import { allowed, defaults, type Field, read, type Values } from "./fields.ts";
import { MODELS } from "./models.ts";
import { newSeed, readSeed, SEED_ALLOWED } from "./seed.ts";
import { TEXT_FIELDS } from "./text-fields.ts";

/** What the address holds: enough to show the same picture elsewhere. */
export interface State {
  readonly view: "distributions" | "text";
  /** The model; in the view of a text `text`. */
  readonly model: string;
  readonly values: Values;
  readonly seed: number | string;
  /** The generation at which the picture stands still; absent while it runs from the beginning. */
  readonly at?: number;
}

/** A state, and what of the address could not be used: defaults stand in for it. */
interface Parsed {
  readonly state: State;
  readonly faults: readonly string[];
}

/** Reads the part of an address after `#`. */
export function parseLink(hash: string): Parsed {
  const faults: string[] = [];
  const left = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (left.has(name)) faults.push(`${quote(name)} is given twice`);
    else left.set(name, value);
  }
  const take = <T>(name: string, preset: T, parse: (text: string) => T | undefined, what: string): T => {
    const text = left.get(name);
    left.delete(name);
    if (text === undefined) return preset;
    const value = parse(text);
    if (value === undefined) faults.push(`${name}: ${quote(text)} (${what})`);
    return value ?? preset;
  };
  const oneOf = (names: readonly string[]) => (text: string) => names.find((name) => name === text);
  const views = ["distributions", "text"] as const;
  const view = take("view", "distributions", oneOf(views), `one of ${views.join(", ")}`) as State["view"];
  const names = Object.keys(MODELS);
  const model =
    view === "text" ? "text" : take("model", names[0], oneOf(names), `one of ${names.join(", ")}`);
  const fields = fieldsOf(model);
  const preset = defaults(fields);
  const values = Object.fromEntries(
    fields.map((field) => [
      field.name,
      take(field.name, preset[field.name], (text) => read(field, text), allowed(field)),
    ]),
  );
  const seed = take<number | string>("seed", newSeed(), readSeed, SEED_ALLOWED);
  const last = Number(values["generations"]);
  const at = take<number | undefined>(
    "at",
    undefined,
    (text) => (/^\d{1,9}$/.test(text) && Number(text) <= last ? Number(text) : undefined),
    `an integer from 0 to ${last}, the last generation`,
  );
  for (const name of left.keys()) faults.push(`${quote(name)} is not known here`);
  return { state: { view, model, values, seed, ...(at === undefined ? {} : { at }) }, faults };
}

/** The part of an address after `#`. */
export function linkOf({ view, model, values, seed, at }: State): string {
  const pairs = Object.entries({
    view,
    ...(view === "text" ? {} : { model }),
    ...values,
    seed,
    ...(at === undefined ? {} : { at }),
  });
  return `#${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

/** The fields of a model, or of the view of a text. */
export const fieldsOf = (model: string): readonly Field[] => MODELS[model]?.fields ?? TEXT_FIELDS;

const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
