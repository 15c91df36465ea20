// Options of a study that are lists where an experiment has one value.
import { InputError, invalid, show } from "../check/errors.ts";
import { isBag, isList } from "../check/given.ts";
import { describeModels } from "../models/describe.ts";
import { columnOf } from "./columns.ts";

/** An option that takes several values. */
export interface Axis {
  /** Where it stands: an option of the experiment, or of its model or regime. */
  readonly path: readonly string[];
  /** That of its column in tables: the option's name, but see {@link columnOf}. */
  readonly name: string;
  readonly values: readonly unknown[];
  /** Of whole models or regimes: the options in which they differ, but for their names. */
  readonly options?: readonly string[];
}

/** Options that are lists in an experiment, too. */
const LISTS = ["survival", "observables"];
/** Those of a study that are none of an experiment. */
export const OWN = ["$schema", "zip", "until"];

/** The axes of a study, in the order in which they are written. @throws {InputError} for one that is no axis */
export function axesOf(study: object): Axis[] {
  return Object.entries(study).flatMap(([name, value]) => {
    if (OWN.includes(name)) return [];
    if (LISTS.includes(name)) {
      const isAxis = isList(value) && Array.from(value).some(isList);
      if (isAxis) throw invalid(name, value, "a list of texts, the same in every cell");
      return [];
    }
    if (isList(value)) return [axis([name], value)];
    return isBag(value) && isPlace(name) ? within(name, value) : [];
  });
}

/** Whether an option has options of its own. */
const isPlace = (name: string): boolean => name === "model" || name === "regime";

/** The options that are not the same in all. */
function differing(bags: readonly unknown[]): string[] {
  const list = bags.map((bag) => (isBag(bag) ? (bag as Record<string, unknown>) : {}));
  const names = new Set(list.flatMap(Object.keys));
  names.delete("name");
  return [...names].filter((name) => new Set(list.map((bag) => JSON.stringify(bag[name]))).size > 1);
}

function within(place: string, bag: object): Axis[] {
  const own = listsOf((bag as { name?: unknown }).name);
  return Object.entries(bag).flatMap(([name, value]) => {
    if (!isList(value)) return [];
    // Of an option that is a list itself, lists of lists.
    const isAxis = place !== "model" || !own.includes(name) || Array.from(value).every(isList);
    return isAxis ? [axis([place, name], value)] : [];
  });
}

/** The options of a model that are lists; those of all models, where it has several names. */
function listsOf(model: unknown): string[] {
  return describeModels()
    .filter(({ name }) => name === model || typeof model !== "string")
    .flatMap(({ options }) => options.filter(({ kind }) => kind === "list").map(({ name }) => name));
}

function axis(path: readonly string[], list: ArrayLike<unknown>): Axis {
  const values = Array.from(list);
  const place = path.join(".");
  if (values.length === 0) throw new InputError(`invalid ${place}: [] (at least one value)`);
  const seen = new Map<string, number>();
  for (const [i, value] of values.entries()) {
    const text = JSON.stringify(value) ?? "undefined";
    const before = seen.get(text);
    if (before !== undefined) {
      throw new InputError(
        `invalid ${place}[${i}]: ${show(value)} (each value once: it is also ${place}[${before}])`,
      );
    }
    seen.set(text, i);
  }
  const [whole, option] = path;
  if (option !== undefined) return { path, name: columnOf(whole, option), values };
  return { path, name: whole, values, ...(isPlace(whole) && { options: differing(values) }) };
}

/**
 * Axes that go together are one: `zip` has the names of those that do.
 * @throws {InputError} for names that are no axis, or are tied twice, and for axes of different length
 */
export function tied(axes: readonly Axis[], zip: unknown): (readonly Axis[])[] {
  const groups = zip === undefined ? [] : groupsOf(zip, axes);
  const isTied = (axis: Axis) => groups.find((group) => group.includes(axis));
  // A group stands where its first axis does.
  return axes.flatMap((axis) => {
    const group = isTied(axis);
    if (group === undefined) return [[axis]];
    return group[0] === axis ? [group] : [];
  });
}

function groupsOf(zip: unknown, axes: readonly Axis[]): Axis[][] {
  const allowed = `lists of at least two axes, of ${axes.map(({ name }) => name).join(", ") || "which there are none"}`;
  if (!isList(zip)) throw invalid("zip", zip, allowed);
  const taken = new Set<Axis>();
  return Array.from(zip, (names, g) => {
    if (!isList(names) || names.length < 2) throw invalid(`zip[${g}]`, names, allowed);
    const group = Array.from(names, (name, i) => {
      const axis = axes.find((one) => one.name === name);
      if (axis === undefined) throw invalid(`zip[${g}][${i}]`, name, allowed);
      if (taken.has(axis)) throw invalid(`zip[${g}][${i}]`, name, "each axis once");
      taken.add(axis);
      return axis;
    }).sort((a, b) => axes.indexOf(a) - axes.indexOf(b));
    const lengths = group.map(({ name, values }) => `${name} has ${values.length}`);
    if (group.some(({ values }) => values.length !== group[0].values.length)) {
      throw new InputError(`invalid zip[${g}]: ${show(names)} (axes of one length: ${lengths.join(", ")})`);
    }
    return group;
  });
}
