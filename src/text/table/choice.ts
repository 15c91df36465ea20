import { invalid } from "../../check/errors.ts";

/** A column: its name in the header, or its number from 1. */
export type Column = string | number;

/** Which column of a table holds what. */
export interface ColumnChoice {
  /** How often a word occurs. */
  readonly count: Column;
  /** The word. */
  readonly word?: Column | undefined;
  /** How many words occur so often. */
  readonly words?: Column | undefined;
  /** What each column is, in their order, where only that was said. */
  readonly order?: readonly Role[] | undefined;
}

type Role = "word" | "words" | "count";

const ROLES: readonly string[] = ["word", "words", "count"];
const ALLOWED =
  "the word and the count, each a name in the header or a number from 1, as in word,count or 1,3 or word=1,count=3";

/**
 * Reads what `--columns` says: two columns, of which the first is the word and the second the count; one, which is the
 * count; what each column is, in their order (`count,words`); or all with their names (`count=1,words=2`).
 *
 * @throws {InputError} for anything else
 */
export function columnChoice(text: unknown): ColumnChoice {
  if (typeof text !== "string") throw invalid("columns", text, ALLOWED);
  const items = text.split(",").map((item) => item.trim());
  const fail = () => invalid("columns", text, ALLOWED);
  if (items.some((item) => item === "") || new Set(items).size < items.length) throw fail();
  const order = items.every((item) => ROLES.includes(item)) ? (items as Role[]) : undefined;
  const pairs = order
    ? order.map((role) => [role, role])
    : items.every((item) => item.includes("="))
      ? items.map((item) => [item.slice(0, item.indexOf("=")), item.slice(item.indexOf("=") + 1)])
      : items.length === 1
        ? [["count", items[0]]]
        : [
            ["word", items[0]],
            ["count", items[1]],
          ];
  if (items.length > (order ? 3 : 2) && !items[0].includes("=")) throw fail();
  const chosen: Partial<Record<Role, Column>> = {};
  for (const [role, column] of pairs) {
    if (!ROLES.includes(role) || column === "" || role in chosen) throw fail();
    chosen[role as Role] = /^\d+$/.test(column) ? Number(column) : column;
  }
  const { count, word, words } = chosen;
  if (count === undefined || (word !== undefined && words !== undefined)) throw fail();
  return { count, word, words, order };
}

type Places = { [role in Role]?: number } & {
  count: number;
  /** The first row was asked for a name. */
  named: boolean;
};

/** Where the chosen columns stand, from 0, in a table whose first row, perhaps a header, is given. A string says what is wrong. */
export function placesOf(choice: ColumnChoice, first: readonly string[], header: boolean): Places | string {
  const { order } = choice;
  const lower = first.map((name) => name.trim().toLowerCase());
  if (order && !(header && order.every((role) => lower.includes(role)))) {
    if (order.length > first.length) return `fewer columns than --columns names: ${first.length}`;
    return { ...Object.fromEntries(order.map((role, i) => [role, i])), named: false } as Places;
  }
  const places: Partial<Places> = { named: typeof choice.count === "string" };
  for (const role of ROLES as Role[]) {
    const column = choice[role];
    if (column === undefined) continue;
    const exact = first.findIndex((name) => name.trim() === column);
    const at =
      typeof column === "number" ? column - 1 : exact >= 0 ? exact : lower.indexOf(column.toLowerCase());
    if (at < 0 || at >= first.length) {
      const shown = first.map((name) => name.trim()).join(", ");
      return `no column ${column}: ${header ? "the header is" : "there is no header; the first row is"} ${shown.slice(0, 60)}`;
    }
    places[role] = at;
  }
  return places as Places;
}
