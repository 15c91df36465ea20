import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InputError, invalid } from "../../check/errors.ts";
import { isBag, readOptions } from "../../check/given.ts";
import { type CustomModel, moduleModel } from "../../models/custom.ts";

/** Whether what `lethe run` names is a module, which exports a model. */
export const isModule = (what: string): boolean => /\.m?js$/.test(what);

/** A model of a module, as an experiment file or a document has it. */
interface Written {
  readonly module: unknown;
  readonly options?: unknown;
}

export const isWritten = (model: unknown): model is Written => isBag(model) && "module" in model;

/** Loads it. A relative address is taken from `from`, the file in which it stands; `given` overrides its options. */
export async function loadedModel(model: Written, from: string, given: object): Promise<CustomModel> {
  const { module, options = {} } = readOptions(model, ["module", "options", "name", "observables"], "model.");
  const allowed = "the path or URL of a module";
  if (typeof module !== "string") throw invalid("model.module", module, allowed);
  if (!isBag(options)) throw invalid("model.options", options, "an object");
  const url = new URL(module, pathToFileURL(resolve(from)));
  if (url.protocol === "file:" && !existsSync(fileURLToPath(url))) {
    throw new InputError(`invalid module: ${JSON.stringify(module)} (${allowed}: no such file)`);
  }
  const all = { ...options, ...given };
  return moduleModel(url, Object.keys(all).length > 0 ? all : undefined);
}
