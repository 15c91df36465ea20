import { InputError, invalid } from "../../errors.ts";
import { checkModel, type ModelName, modelNames } from "../../models/index.ts";
import * as forgetting from "../../theory/forgetting.ts";
import { type Flags, modelFlags, pick } from "../flags.ts";
import { modelLine } from "../text/model.ts";
import { modelCurves } from "./curves.ts";
import { modelNumbers } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";

const GENERATIONS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MAX_LISTED = 100_000;

/** What `lethe theory WHAT` is asked for. @throws {InputError} for what the library refuses */
export function sheetOf(what: string, flags: Flags): Sheet {
  const { count, threshold } = flags;
  const generations = generationsOf(flags.generations);
  if (what === "forgetting") return forgettingSheet(flags, generations);
  if (!modelNames.includes(what as ModelName)) {
    throw new InputError(
      `unknown model: ${JSON.stringify(what)} (one of ${modelNames.join(", ")}, forgetting)`,
    );
  }
  if (count !== undefined) throw unknownOption("count", "forgetting");
  const model = checkModel({ name: what, ...modelFlags(flags) }, "");
  const hasStd = model.name === "gaussian" || model.name === "mixture";
  if (!hasStd && threshold !== undefined) throw unknownOption("threshold", "gaussian and mixture");
  return {
    title: modelLine(model),
    given: { model },
    generations,
    curves: modelCurves(model, generations, hasStd ? thresholdOf(threshold, model.std) : 0),
    numbers: modelNumbers(model),
  };
}

function unknownOption(name: string, home: string): InputError {
  return new InputError(`unknown option: ${name} (it is one of ${home})`);
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

/** The law of the time to forget a symbol, under Poisson sampling. */
function forgettingSheet(flags: Flags, generations: readonly number[]): Sheet {
  const [stranger] = Object.keys({ ...modelFlags(flags), ...pick(flags, ["threshold"]) });
  if (stranger !== undefined) throw new InputError(`unknown option: ${stranger} (one of count, generations)`);
  const count = flags.count as number;
  // Checked here for the message: the library has a function for each number.
  const median = forgetting.median({ count });
  const at = (q: number) => forgetting.quantile({ count, q });
  return {
    title: `time to forget a symbol expected ${count} times in the first training set (Poisson sampling)`,
    given: { count },
    generations,
    curves: [
      {
        of: "Pr(forgotten)",
        name: "Theorem 2",
        side: "exact",
        values: generations.map((generation) => forgetting.cdf({ count, generation })),
      },
    ],
    numbers: [
      { name: "10 % quantile", value: at(0.1) },
      { name: "median", value: median },
      { name: "90 % quantile", value: at(0.9) },
      ...(count > 0 ? [{ name: "median (asymptotic)", value: forgetting.medianAsymptotic({ count }) }] : []),
      { name: "median per count, for large counts (2 / ln 2)", value: forgetting.MEDIAN_SLOPE },
    ],
  };
}
