import type { MixtureModel } from "../models/mixture.ts";
import * as theory from "../theory/mixture.ts";
import { type Laws, over, SURESH } from "./law.ts";

export const mixtureLaws: Laws<MixtureModel> = {
  survival: [
    {
      name: "Theorem 4",
      side: "upper",
      source: SURESH,
      holds: ({ estimator }, { observable, operator }) =>
        estimator === "approximate-ml" && observable === "std" && operator.startsWith(">"),
      answer: ({ std, samples }, { values: [threshold] }, generations) =>
        over(generations, (generation) => theory.survivalBound({ std, samples, threshold, generation })),
    },
  ],
  mean: [],
  time: [],
};
