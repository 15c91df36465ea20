/** A number that the reader chooses. */
export interface NumberField {
  readonly kind: "number";
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Where the slider ends, if before the field does. */
  readonly slider?: readonly [from: number, to: number];
  /** Equal steps of the slider are equal factors. */
  readonly log?: boolean;
  readonly default: number;
}

/** One of a few words that the reader chooses. */
export interface ChoiceField {
  readonly kind: "choice";
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}

export type Field = NumberField | ChoiceField;
export type Value = number | string;
/** What was chosen, by the names of the fields. */
export type Values = Readonly<Record<string, Value>>;

const shown = (value: number): string => value.toLocaleString("en-GB", { maximumSignificantDigits: 15 });

/** What a field accepts, in words. */
export function allowed(field: Field): string {
  if (field.kind === "choice") return `one of ${field.values.map(({ value }) => value).join(", ")}`;
  const what = field.integer ? "an integer" : "a number";
  return `${what} from ${shown(field.min)} to ${shown(field.max)}`;
}

/** The value that a text stands for, or undefined where the field does not accept it. */
export function read(field: Field, text: string): Value | undefined {
  if (field.kind === "choice") return field.values.find(({ value }) => value === text)?.value;
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const value = Number(trimmed);
  const fits = value >= field.min && value <= field.max && (!field.integer || Number.isInteger(value));
  return fits ? value : undefined;
}

/** All fields at their defaults. */
export const defaults = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map((field) => [field.name, field.default]));
