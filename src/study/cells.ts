import { InputError, invalid, show } from "../check/errors.ts";
import { isBag, isList } from "../check/given.ts";
import { type Checked, checkExperiment } from "../experiment/experiment.ts";
import { isSeed, randomSeed, SEED_ALLOWED, seedKey } from "../seed.ts";
import { type Axis, axesOf, OWN, tied } from "./axes.ts";
import { columnOf } from "./columns.ts";
import { generationsOf } from "./generations.ts";
import { untilOf } from "./until.ts";

/** More cells than this would be a mistake. */
export const MOST_CELLS = 100_000;

/** One experiment of a study. */
export interface Cell {
  /**
   * What tells it from the others: the value of each axis. Of a model or a regime that is an axis its name, and the options
   * in which those of the axis differ; undefined where it has none.
   */
  readonly values: Readonly<Record<string, unknown>>;
  /** The same as a text, as in `samples=100 estimator=ml`. */
  readonly label: string;
  readonly checked: Checked;
  /** Where it may end before its generations are over. */
  readonly until?: "over";
}

/**
 * The cells of a study: every combination of the values of its axes, the last axis changing first. All are checked.
 * A cell draws from a seed that is made of the study's and of the cell's own model and regime: what other cells there are
 * changes nothing.
 * @throws {InputError} for a bad study; of a bad cell, which names it
 */
export function cellsOf(given: unknown): Cell[] {
  if (!isBag(given)) throw invalid("study", given, "an object: an experiment in which options may be lists");
  const study = plainly(given);
  const groups = tied(axesOf(study), (study as { zip?: unknown }).zip);
  const many = groups.reduce((product, [{ values }]) => product * values.length, 1);
  if (many > MOST_CELLS) {
    const factors = groups.map(
      (group) => `${group.map(({ name }) => name).join("+")} ${group[0].values.length}`,
    );
    throw new InputError(`invalid study: ${many} cells (at most ${MOST_CELLS}: ${factors.join(" × ")})`);
  }
  // One for all, also where none is given: cells with no seed of their own differ by what they are.
  const seed = (study as { seed?: unknown }).seed ?? randomSeed();
  const own = Object.fromEntries(Object.entries(study).filter(([name]) => !OWN.includes(name)));
  const until = untilOf(study);
  const seen = new Map<string, string>();
  const cells: Cell[] = [];
  for (let i = 0; i < many; ++i) {
    const written: Record<string, unknown> = { ...structuredClone(own), seed };
    for (let g = groups.length - 1, rest = i; g >= 0; --g) {
      const at = rest % groups[g][0].values.length;
      rest = (rest - at) / groups[g][0].values.length;
      for (const { path, values } of groups[g]) put(written, path, values[at]);
    }
    const cell = cellOf(written, groups.flat());
    const key = JSON.stringify(cell.checked.experiment);
    const before = seen.get(key);
    if (before !== undefined) throw new InputError(`invalid study: ${cell.label} is the same as ${before}`);
    seen.set(key, cell.label);
    cells.push(until === undefined ? cell : { ...cell, until });
  }
  return cells;
}

/** What a file would have of a study: nothing that changes while it is read. */
function plainly(study: object): object {
  try {
    return JSON.parse(JSON.stringify(study));
  } catch {
    throw invalid("study", study, "plain data, as a JSON file has");
  }
}

type Bag = Record<string, unknown>;

function put(written: Bag, path: readonly string[], value: unknown): void {
  const [place, name] = path;
  if (name === undefined) written[place] = value;
  else (written[place] as Bag)[name] = value;
}

/** What an experiment has on each axis. Of a whole model or regime it is told with the defaults, once `checked` has them. */
function valuesOf(axes: readonly Axis[], written: Bag, checked: Bag = written): Cell["values"] {
  const entries = axes.flatMap(({ path: [whole, option], name, options }) => {
    if (options === undefined) return [[name, option ? (written[whole] as Bag)[option] : written[whole]]];
    const bag = (checked[whole] ?? {}) as Bag;
    const own = options.map((one) => [columnOf(whole, one), bag[one]]);
    return [[name, bag["name"] ?? checked[whole]], ...own];
  });
  return Object.fromEntries(entries);
}

/** What is to be said of a list that stands in one of several models or regimes, where it was meant for an axis. */
function uncrossed(written: Bag, axes: readonly Axis[], message: string): string {
  const wholes = axes.flatMap(({ path, options }) => (options === undefined ? [] : path));
  const isMeant = (whole: string): boolean =>
    Object.entries((written[whole] ?? {}) as Bag).some(
      ([name, value]) => isList(value) && message.startsWith(`invalid ${whole}.${name}:`),
    );
  const whole = wholes.find(isMeant);
  return whole === undefined
    ? ""
    : `; a list within a list of ${whole}s is no axis: write one ${whole} for each`;
}

function cellOf(written: Bag, axes: readonly Axis[]): Cell {
  const label = Object.entries(valuesOf(axes, written))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : show(value)}`)
    .join(" ");
  try {
    const { seed, model } = written;
    if (!isSeed(seed)) throw invalid("seed", seed, SEED_ALLOWED);
    const generations = generationsOf(written["generations"], { ...(model as object) });
    const checked = checkExperiment({ ...written, generations, seed });
    const { experiment } = checked;
    const { low, high } = seedKey(JSON.stringify([seed, experiment.model, experiment.regime]));
    const own = [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
    return {
      values: valuesOf(axes, written, { ...experiment }),
      label,
      checked: { ...checked, experiment: { ...experiment, seed: `${seed}:${own}` } },
    };
  } catch (error) {
    if (!(error instanceof InputError) || label === "") throw error;
    const why = uncrossed(written, axes, error.message);
    throw new InputError(`${error.message.replace(/\)$/, "")}${why}; in the cell ${label})`, {
      cause: error,
    });
  }
}
