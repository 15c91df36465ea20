// Options of a study that are lists where an experiment has one value.
import { InputError, invalid, show } from "../check/errors.ts";
import { isBag, isList } from "../check/given.ts";
import { describeModels } from "../models/describe.ts";

/** An option that takes several values. */
export interface Axis {
  /** Where it stands: an option of the experiment, or of its model or regime. */
  readonly path: readonly string[];
  /** The option's name, which is that of its column in tables. */
  readonly name: string;
  readonly values: readonly unknown[];
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
    return isBag(value) && (name === "model" || name === "regime") ? within(name, value) : [];
  });
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
  return { path, name: path[path.length - 1], values };
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
