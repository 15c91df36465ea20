import { InputError, invalid } from "../../check/errors.ts";
import { checkRegime, isPlain, PLAIN, type Regime } from "../../experiment/regime.ts";
import { type BuiltInModel, checkModel } from "../../models/index.ts";
import { echoModel } from "../../models/model.ts";
import { lastOf } from "../../theory/check.ts";
import { type Flags, modelFlags, regimeFlags } from "../flags.ts";
import { listedGenerations } from "../generations.ts";
import { modelLine, regimeLine } from "../model-line.ts";
import { theoryModels } from "../options.ts";
import { modelCurves } from "./curves.ts";
import { forgettingSheet } from "./forgetting.ts";
import { modelNumbers } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";

/** What `lethe theory WHAT` is asked for. @throws {InputError} for what the library refuses */
export function sheetOf(what: string, flags: Flags): Sheet {
  const { count, threshold } = flags;
  const generations = listedGenerations(flags.generations);
  if (what === "real-data")
    throw new InputError("invalid model: real-data (right behind theory, before its options)");
  if (what === "forgetting") return forgettingSheet(flags, generations);
  const known: readonly string[] = theoryModels.map(({ name }) => name);
  if (!known.includes(what)) {
    throw new InputError(`unknown model: ${JSON.stringify(what)} (one of ${known.join(", ")}, forgetting)`);
  }
  if (count !== undefined) throw unknownOption("count", "forgetting");
  const model = checkModel({ name: what, ...modelFlags(flags) }, "") as BuiltInModel;
  const usual = usualThreshold(model);
  if (usual === undefined && threshold !== undefined)
    throw unknownOption("threshold", "gaussian, mixture and regression");
  const above = usual === undefined ? 0 : thresholdOf(threshold, usual);
  const regime = regimeOf(flags, model, generations);
  const setup = { model, regime };
  return {
    title: `${modelLine(model)}${regimeLine(regime)}`,
    given: { model: echoModel(model), ...(isPlain(setup.regime) ? {} : { regime }) },
    generations,
    curves: modelCurves(setup, generations, above),
    numbers: modelNumbers(setup, above),
  };
}

function regimeOf(flags: Flags, model: BuiltInModel, generations: readonly number[]): Regime {
  const given = regimeFlags(flags, undefined);
  return given ? checkRegime(given, model, Math.max(1, lastOf(generations)), "").regime : PLAIN.regime;
}

function unknownOption(name: string, home: string): InputError {
  return new InputError(`unknown option: ${name} (only for ${home})`);
}

/** What is asked for without a threshold: a tenth of the std, or the error of a fit to many rows. */
function usualThreshold(model: BuiltInModel): number | undefined {
  if (model.name === "gaussian" || model.name === "mixture") return model.std / 10;
  return model.name === "regression" ? (model.noise ** 2 * model.dimension) / model.samples : undefined;
}

function thresholdOf(given: unknown, usual: number): number {
  // Rounded, so that it reads 0.07 rather than 0.06999999999999999.
  if (given === undefined) return Number(usual.toPrecision(12));
  if (typeof given === "number" && given > 0 && given < Number.POSITIVE_INFINITY) return given;
  throw invalid("threshold", given, "a finite number above 0");
}
