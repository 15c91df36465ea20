import { InputError, show } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { importAt } from "../../host/import.ts";
import { type CustomModule, type CustomParts, type CustomPlan, checkParts } from "./parts.ts";

const EXPORTS = "a module that exports by default a model, or a function of options that returns one";

/**
 * The model that a module exports by default, or that the function makes which it exports.
 * @throws {InputError} where it cannot be loaded, or exports no model
 */
export async function loadParts({ url, options }: CustomModule): Promise<CustomParts> {
  let given = (await imported(url))["default"];
  if (typeof given === "function") given = await made(url, given as Make, options);
  else if (options !== undefined) {
    const [name = "options"] = Object.keys(options);
    throw new InputError(`unknown option: ${name} (only those of a module that exports a function)`);
  }
  if (!isBag(given)) throw new InputError(`invalid module: ${JSON.stringify(url)} (${EXPORTS})`);
  return checkParts(given, "model.");
}

type Make = (options: object) => unknown;

async function imported(url: string): Promise<Record<string, unknown>> {
  try {
    return await importAt(url);
  } catch (error) {
    throw new InputError(`invalid module: ${JSON.stringify(url)} (${EXPORTS}; ${said(error)})`, {
      cause: error,
    });
  }
}

async function made(url: string, make: Make, options: object = {}): Promise<unknown> {
  try {
    return await make(structuredClone(options));
  } catch (error) {
    throw new InputError(`invalid module: ${JSON.stringify(url)} (its function threw ${said(error)})`, {
      cause: error,
    });
  }
}

const said = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : show(error)).replaceAll(/\s+/g, " ");

/** A plan with which a chain can begin: its module, if it has one, is loaded. */
export async function loaded(plan: CustomPlan): Promise<CustomPlan> {
  return "url" in plan.parts ? { ...plan, parts: await loadParts(plan.parts) } : plan;
}
