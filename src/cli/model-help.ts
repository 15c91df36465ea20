import type { ModelDescription, OptionDescription } from "../models/describe.ts";

/** A flag of one or more models. */
interface ModelFlag {
  readonly name: string;
  readonly kind: OptionDescription["kind"];
  /** What it is, for each model. */
  readonly help: string;
}

/** Up to here a range is worth a word; beyond it is that of the numbers. */
const MODEST = 1e6;

/** As a flag is written: --json-field for jsonField. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The flags of some models, each once. Lists and objects have one only where the command line knows how to read them. */
export function modelFlagsOf(models: readonly ModelDescription[], readable: readonly string[]): ModelFlag[] {
  const all = models.flatMap(({ name: model, options }) => options.map((option) => ({ model, option })));
  const flagged = all.filter(({ option: { kind, name } }) =>
    kind === "list" || kind === "object" ? readable.includes(name) : true,
  );
  return groups(flagged, ({ option }) => option.name).map(([name, uses]) => ({
    name,
    kind: uses[0].option.kind,
    help: helpOf(uses, models),
  }));
}

/** Lines that say what each model needs, by the names of its flags. */
export function modelNeeds(models: readonly ModelDescription[], flags: readonly ModelFlag[]): string {
  const dashed = (names: readonly string[]) => names.map((name) => `--${kebab(name)}`).join(", ");
  return lines(models, ({ options, oneOf }) => {
    const needed = options.filter(
      ({ required, name }) => required && flags.some((flag) => flag.name === name),
    );
    const parts = [dashed(needed.map(({ name }) => name)), oneOf ? `one of ${dashed(oneOf)}` : ""];
    return parts.filter((part) => part !== "").join(", ");
  });
}

/** Lines that say what can be observed of each model. */
export const modelObservables = (models: readonly ModelDescription[]): string =>
  lines(models, ({ observables }) => observables.join(", "));

function lines(models: readonly ModelDescription[], of: (model: ModelDescription) => string): string {
  const width = Math.max(...models.map(({ name }) => name.length));
  return models.map((model) => `  ${model.name.padEnd(width)}  ${of(model)}`).join("\n");
}

interface Use {
  readonly model: string;
  readonly option: OptionDescription;
}

/** As in "gaussian: mean at generation 0 (default: 0); mixture: …": said once for the models that agree. */
function helpOf(uses: readonly Use[], models: readonly ModelDescription[]): string {
  const parts = groups(uses, ({ option }) => option.description).map(([description, group]) => {
    const [[usual], ...others] = groups(group, ({ option }) => valuesOf(option));
    const rest = others.map(([values, few]) => `; ${namesOf(few)}${values}`);
    // What most models have needs no names.
    const names = group.length > models.length / 2 ? "" : `${namesOf(group)}: `;
    return names + description + usual + rest.join("");
  });
  return parts.join("; ");
}

const namesOf = (uses: readonly Use[]): string => uses.map(({ model }) => model).join(", ");

/** What an option may be, and what it is by default, to stand behind its description or its model. */
function valuesOf({ choices, minimum, maximum, default: preset }: OptionDescription): string {
  const modest = minimum !== undefined && maximum !== undefined && maximum <= MODEST && minimum >= -MODEST;
  const allowed = choices ? `: ${either(choices)}` : modest ? `, from ${minimum} to ${maximum}` : "";
  return preset === undefined || choices?.length === 1 ? allowed : `${allowed} (default: ${preset})`;
}

const either = (words: readonly string[]): string =>
  words.length === 1 ? `only ${words[0]}` : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** Items with the same key together, in the order of the first of each. */
function groups<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found];
}
