import { definitionNamed, type ModelName, modelNames } from "./index.ts";
import { observablesOf } from "./model.ts";

/** One option of a model, as its schema has it. */
export interface OptionDescription {
  readonly name: string;
  /** A few words, as help texts and forms show them. */
  readonly description: string;
  /** `"list"` and `"object"` hold numbers or words. */
  readonly kind: "integer" | "number" | "choice" | "text" | "list" | "object";
  readonly required: boolean;
  /** What stands for it where it is not given; left out where that depends on other options. */
  readonly default?: number | string;
  /** The words to choose from. */
  readonly choices?: readonly string[];
  /** The least number that is allowed. */
  readonly minimum?: number;
  /** Or: the number that it has to be above. */
  readonly exclusiveMinimum?: number;
  /** The largest number that is allowed. */
  readonly maximum?: number;
  /** Or: the number that it has to be below. */
  readonly exclusiveMaximum?: number;
  /** In words, where values of more than one kind are allowed. */
  readonly allowed?: string;
}

/** A model, as its definition has it. */
export interface ModelDescription {
  readonly name: ModelName;
  readonly options: readonly OptionDescription[];
  /** Options of which exactly one has to be given. */
  readonly oneOf?: readonly string[];
  /** What can be observed. */
  readonly observables: readonly string[];
  /** What is recorded where nothing else is asked for. */
  readonly recorded: readonly string[];
}

/** What is read of valibot's schemas, and of the actions in their pipes. */
interface Part {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly pipe?: readonly Part[];
  readonly wrapped?: Part;
  readonly default?: number | string;
  readonly options?: readonly string[];
  readonly requirement?: number;
  readonly description?: string;
  readonly message?: unknown;
  readonly metadata?: { readonly items?: object; readonly inside?: object; readonly or?: object };
}

/**
 * Every model with its options, their defaults and ranges, and what can be observed: what a form, a help text or
 * another program needs to offer them.
 *
 * @example
 * const { options } = describeModels().find(({ name }) => name === "gaussian");
 * options[1];   // { name: "std", description: "standard deviation at generation 0", kind: "number", required: false, … }
 */
export function describeModels(): ModelDescription[] {
  return modelNames.map((name) => {
    const definition = definitionNamed(name);
    const { schema, oneOf, recorded } = definition;
    const options = describeOptions(schema).filter((option) => option.name !== "name");
    return {
      name,
      options,
      ...(oneOf && { oneOf }),
      observables: observablesOf(definition),
      recorded: [...recorded],
    };
  });
}

/** The options of a strict object. */
export function describeOptions(schema: object): OptionDescription[] {
  return Object.entries((schema as Part).entries ?? {}).map(([name, entry]) => describe(name, entry));
}

function describe(name: string, entry: Part): OptionDescription {
  const parts = flat(entry.wrapped ?? entry);
  const part = (type: string) => parts.find((one) => one.type === type);
  const given = (key: string, value: unknown) => value !== undefined && { [key]: value };
  const { items, inside, or } = part("metadata")?.metadata ?? {};
  const mixed = unionOf(entry.wrapped ?? entry) ?? (or && part("custom"));
  const choices = part("picklist")?.options;
  return {
    name,
    description: part("description")?.description ?? "",
    kind: kindOf(choices, items, inside, part),
    required: entry.wrapped === undefined,
    ...given("default", entry.default),
    ...given("choices", choices && [...choices]),
    ...given("minimum", part("min_value")?.requirement),
    ...given("exclusiveMinimum", part("gt_value")?.requirement),
    ...given("maximum", part("max_value")?.requirement),
    ...given("exclusiveMaximum", part("lt_value")?.requirement),
    ...(typeof mixed?.message === "string" && { allowed: mixed.message }),
  };
}

function kindOf(
  choices: unknown,
  items: unknown,
  inside: unknown,
  part: (type: string) => Part | undefined,
): OptionDescription["kind"] {
  if (choices) return "choice";
  if (items) return "list";
  if (inside) return "object";
  return part("string") ? "text" : part("integer") ? "integer" : "number";
}

/** The union of words and numbers that a schema is: those of words and functions are told by their words. */
function unionOf(part: Part): Part | undefined {
  if (part.type !== "union") return part.pipe?.map(unionOf).find((one) => one !== undefined);
  const options = (part.options ?? []) as unknown as readonly Part[];
  return options.some((option) => flat(option).some(({ type }) => type === "number")) ? part : undefined;
}

/** A schema, and all that is piped behind it; a pipe may begin with another. */
const flat = (part: Part): Part[] => part.pipe?.flatMap(flat) ?? [wordsOf(part)];

/** Of words or a function only the words can be written down. */
const wordsOf = (part: Part): Part => (part.type === "union" ? (part.options?.[0] as unknown as Part) : part);
