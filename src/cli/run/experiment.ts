import { existsSync } from "node:fs";
import { InputError, invalid } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { type Checked, checkExperiment } from "../../experiment/experiment.ts";
import { checkModel, definitionNamed, type Model, type ModelName, modelNames } from "../../models/index.ts";
import { axesOf } from "../../study/axes.ts";
import { chosenSeed } from "../chosen-seed.ts";
import { type Flags, modelFlags, pick, regimeFlags } from "../flags.ts";
import { readJson } from "./json-file.ts";
import { isModule, isWritten, typedModel, writtenModel } from "./module.ts";
import { staleness } from "./staleness.ts";

/**
 * The experiment that `lethe run WHAT` names, checked: a model's with its options, that of a module, to whose function
 * the options are given, or a file's, which options override.
 * `text` holds the options of a model that come from a text; `note` is told where an output is from another version.
 */
export async function experimentOf(
  what: string,
  flags: Flags,
  text: object,
  note: (text: string) => void,
): Promise<Checked> {
  const isModel = modelNames.includes(what as ModelName);
  const base: Written = isModel
    ? { model: { name: what } }
    : isModule(what)
      ? {}
      : readExperiment(what, note);
  try {
    const checked = await experimentFrom(base, what, flags, text);
    if ("seed" in flags || "seed" in base) return checked;
    return checkExperiment({ ...checked.experiment, seed: chosenSeed("run", flags) });
  } catch (error) {
    if (!(error instanceof InputError) || !isStudy(base)) throw error;
    const hint = `; a study, in which options are lists, is for lethe sweep ${what})`;
    throw new InputError(error.message.replace(/\)$/, hint), { cause: error });
  }
}

/** Whether options are lists where an experiment has one value. */
function isStudy(written: object): boolean {
  try {
    return axesOf(written).length > 0;
  } catch {
    return true;
  }
}

async function experimentFrom(base: Written, what: string, flags: Flags, text: object): Promise<Checked> {
  const given = { ...text, ...modelFlags(flags) };
  const rest = pick(flags, ["generations", "trajectories", "seed", "survival", "record"]);
  const { observable } = flags;
  const observables = observable === undefined ? {} : { observables: observable };
  for (const [name, typed = name] of [["corpus"], ["tokenizer"], ["jsonField", "json-field"]]) {
    if (name in flags && what !== "ngram") throw new InputError(`unknown option: ${typed} (only for ngram)`);
  }
  const set = flags["set"] as object | undefined;
  const model = isModule(what)
    ? await typedModel(what, { ...given, ...set })
    : isWritten(base.model)
      ? await writtenModel(base.model, what, { ...given, ...set })
      : builtIn(base.model, given, modelNames.includes(what as ModelName) ? "" : "model.", set);
  const regime = regimeFlags(flags, base.regime);
  return checkExperiment(
    { ...base, ...rest, ...observables, ...(regime && { regime }), model },
    regime === undefined ? undefined : "",
  );
}

/** A model of the library, as it was written, with the options that were typed. */
function builtIn(written: unknown, given: object, place: string, set: object | undefined): Model {
  if (set !== undefined) throw new InputError("unknown option: set (only for a module)");
  const isTyped = Object.keys(given).length > 0;
  // In a file a model's option stands inside "model"; one typed as an option has just its name.
  return checkModel(isTyped ? override(written, given) : written, isTyped ? "" : place);
}

/** What an experiment file holds, not checked yet. */
type Written = { readonly model?: unknown; readonly regime?: unknown };

const SYMBOLS = modelNames.flatMap((name) => definitionNamed(name).oneOf ?? []);

/** A file's model with some options replaced; new symbols take the place of the old ones, whatever their form. */
function override(model: unknown, given: object): unknown {
  if (typeof model !== "object" || model === null) return model;
  const replaced = SYMBOLS.some((name) => name in given) ? SYMBOLS : [];
  const kept = Object.entries(model).filter(([name]) => !replaced.includes(name));
  return { ...Object.fromEntries(kept), ...given };
}

/** Reads an experiment file, or the output of an earlier `lethe run --json`, which holds its experiment. */
function readExperiment(path: string, note: (text: string) => void): Written {
  if (!existsSync(path) && !/[./\\]/.test(path)) {
    throw new InputError(
      `unknown model: ${JSON.stringify(path)} (one of ${modelNames.join(", ")}, or a file)`,
    );
  }
  const value = readJson(path);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid("experiment", path, "a JSON object with model, generations, trajectories, …");
  }
  const { lethe, experiment } = value as { lethe?: unknown; experiment?: unknown };
  if (lethe === undefined || !isBag(experiment)) return value as Written;
  for (const line of staleness(value)) note(line);
  return experiment as Written;
}
