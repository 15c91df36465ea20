import type { Field, Values } from "./fields.ts";

/** A model as the page offers it. */
export interface Sheet {
  readonly title: string;
  /** One sentence for the reader. */
  readonly text: string;
  readonly fields: readonly Field[];
  readonly options: (values: Values) => Record<string, unknown>;
  readonly event: (values: Values) => string;
  /** About how many generations there is something to be seen. */
  readonly horizon: (values: Values) => number;
}

/** Options that are called as their fields are. */
export const pick = (values: Values, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, values[name]]));
