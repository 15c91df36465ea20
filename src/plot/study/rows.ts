import { InputError, invalid, show } from "../../check/errors.ts";
import { isBag, isList, lengthOf } from "../../check/given.ts";
import type { Column, Table } from "../../study/tables.ts";
import { MEASURES, SEEDS } from "./measures.ts";

export type Value = Column[number];

/** A row of a table, by its number. */
export interface Rows {
  readonly table: Table;
  readonly at: readonly number[];
}

/** The rows of a table in which every option is what `where` says. @throws {InputError} for a table or a name that is none */
export function rowsWhere(given: unknown, where: Readonly<Record<string, unknown>>): Rows {
  const table = checkTable(given);
  let at = Array.from({ length: Object.values(table)[0].length }, (_, i) => i);
  for (const [name, wanted] of Object.entries(where)) {
    const values = column(table, `where.${name}`, name);
    const kept = at.filter((i) => String(values[i]) === String(wanted));
    if (kept.length === 0)
      throw invalid(`where.${name}`, wanted, `one of ${listed(at.map((i) => values[i]))}`);
    at = kept;
  }
  return { table, at };
}

function checkTable(given: unknown): Table {
  const allowed = "a table of a study: an object of columns, which are lists of one length";
  if (!isBag(given)) throw invalid("table", given, allowed);
  const lists = Object.entries(given).map(([name, list]) => [name, list, isList(list)] as const);
  for (const [name, list, isColumn] of lists) {
    if (!isColumn) throw invalid(`table.${name}`, list, allowed);
  }
  const lengths = lists.map(([name, list]) => lengthOf(`table.${name}`, list, allowed));
  const other = lengths.findIndex((length) => length !== lengths[0]);
  if (other > 0) {
    const [first, second] = [0, other].map((i) => `${lists[i][0]} has ${lengths[i]}`);
    throw new InputError(`invalid table: ${first}, ${second} rows (${allowed})`);
  }
  if (lengths.length === 0 || lengths[0] === 0)
    throw new InputError("invalid table: it has no rows (at least one)");
  return Object.fromEntries(lists.map(([name, list]) => [name, Array.from(list as ArrayLike<Value>)]));
}

/** A column that an option names. @throws {InputError} where there is none of that name */
export function column(table: Table, option: string, name: unknown): Column {
  if (typeof name === "string" && Object.hasOwn(table, name)) return table[name];
  throw invalid(option, name, `a column: ${Object.keys(table).join(", ")}`);
}

/** A column that goes on an axis. @throws {InputError} where there are texts in it */
export function numbers(rows: Rows, option: string, name: unknown): readonly (number | null)[] {
  const values = column(rows.table, option, name);
  const text = rows.at.find((i) => typeof values[i] === "string");
  if (text === undefined) return values as readonly (number | null)[];
  throw invalid(
    option,
    name,
    `a column of numbers, and this one has ${show(values[text])}; texts can be a colour`,
  );
}

/**
 * Refuses rows of one point that differ in an option: nothing is averaged but replicates, which differ in their seeds.
 * @throws {InputError} which names the option, and its values
 */
export function checkAlike(
  { table }: Rows,
  points: readonly (readonly number[])[],
  placed: readonly string[],
): void {
  const options = Object.keys(table).filter(
    (name) => !Object.hasOwn(MEASURES, name) && !SEEDS.includes(name) && !placed.includes(name),
  );
  for (const name of options) {
    const values = table[name];
    const mixed = points.find((point) => point.some((i) => values[i] !== values[point[0]]));
    if (mixed === undefined) continue;
    throw new InputError(
      `invalid where: ${name} is not given (rows differ in it, and only replicates are put together: name one of ` +
        `${listed(mixed.map((i) => values[i]))}, or take it as x or colour)`,
    );
  }
}

/** Different values, as many as fit on a line. */
export function listed(values: readonly Value[]): string {
  const different = [...new Set(values)];
  const shown = different.slice(0, 12).map(String).join(", ");
  return different.length > 12 ? `${shown}, … (${different.length} in all)` : shown;
}
