import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InputError, invalid, show } from "../../check/errors.ts";
import { isBag, readOptions } from "../../check/given.ts";
import { type CustomModel, moduleModel } from "../../models/custom.ts";

/** Whether what `lethe run` names is a module, which exports a model. */
export const isModule = (what: string): boolean => /\.m?js$/.test(what);

/** A model of a module, as an experiment file or a document has it; its name and observables are the module's to say. */
interface Written {
  readonly module: unknown;
  readonly options?: unknown;
  readonly name?: unknown;
  readonly observables?: unknown;
}

export const isWritten = (model: unknown): model is Written => isBag(model) && "module" in model;

/** The model of a module whose path was typed; `options` are for the function that it exports. */
export function typedModel(path: string, options: object): Promise<CustomModel> {
  return load(pathToFileURL(resolve(path)), path, options);
}

/** The model that stands in a file, with an address that is absolute, or relative to the file; `given` overrides options. */
export function writtenModel(model: Written, file: string, given: object): Promise<CustomModel> {
  const { module, options = {} } = readOptions(model, ["module", "options", "name", "observables"], "model.");
  if (typeof module !== "string") throw invalid("model.module", module, "the URL of a module");
  if (!isBag(options)) throw invalid("model.options", options, "an object");
  return load(new URL(module, pathToFileURL(resolve(file))), module, { ...options, ...given });
}

async function load(url: URL, shown: string, options: object): Promise<CustomModel> {
  if (url.protocol === "file:" && !existsSync(fileURLToPath(url))) {
    throw new InputError(`invalid module: ${show(shown)} (a module: no such file)`);
  }
  return moduleModel(url, Object.keys(options).length > 0 ? options : undefined);
}
