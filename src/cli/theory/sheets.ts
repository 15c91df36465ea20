import { InputError, invalid } from "../../check/errors.ts";
import { checkModel, modelNames } from "../../models/index.ts";
import { type Flags, modelFlags } from "../flags.ts";
import { modelLine } from "../model-line.ts";
import { modelCurves } from "./curves.ts";
import { forgettingSheet } from "./forgetting.ts";
import { modelNumbers } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";

const GENERATIONS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MAX_LISTED = 100_000;

/** What `lethe theory WHAT` is asked for. @throws {InputError} for what the library refuses */
export function sheetOf(what: string, flags: Flags): Sheet {
  const { count, threshold } = flags;
  const generations = generationsOf(flags.generations);
  if (what === "forgetting") return forgettingSheet(flags, generations);
  // Theory's word on an n-gram model is that on the categorical one of its words.
  const known: readonly string[] = modelNames.filter((name) => name !== "ngram");
  if (!known.includes(what)) {
    throw new InputError(`unknown model: ${JSON.stringify(what)} (one of ${known.join(", ")}, forgetting)`);
  }
  if (count !== undefined) throw unknownOption("count", "forgetting");
  const model = checkModel({ name: what, ...modelFlags(flags) }, "");
  const hasStd = model.name === "gaussian" || model.name === "mixture";
  if (!hasStd && threshold !== undefined) throw unknownOption("threshold", "gaussian and mixture");
  const above = hasStd ? thresholdOf(threshold, model.std) : 0;
  return {
    title: modelLine(model),
    given: { model },
    generations,
    curves: modelCurves(model, generations, above),
    numbers: modelNumbers(model, above),
  };
}

function unknownOption(name: string, home: string): InputError {
  return new InputError(`unknown option: ${name} (only for ${home})`);
}

function generationsOf(given: unknown): readonly number[] {
  if (given === undefined) return GENERATIONS;
  const list = given as unknown[];
  if (list.length > MAX_LISTED)
    throw invalid("generations", `${list.length} of them`, `at most ${MAX_LISTED}`);
  list.forEach((k) => {
    if (!(Number.isSafeInteger(k) && (k as number) >= 0)) {
      throw invalid("generations", k, "integers from 0 to 2^53-1, between commas");
    }
  });
  return list as number[];
}

function thresholdOf(given: unknown, std: number): number {
  // Rounded, so that it reads 0.07 rather than 0.06999999999999999.
  if (given === undefined) return Number((std / 10).toPrecision(12));
  if (typeof given === "number" && given > 0 && given < Number.POSITIVE_INFINITY) return given;
  throw invalid("threshold", given, "a finite number above 0");
}
