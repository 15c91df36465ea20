import type { Model } from "../../models/index.ts";
import * as bernoulli from "../../theory/bernoulli.ts";
import * as gaussian from "../../theory/gaussian.ts";
import type { SheetNumber } from "./sheet.ts";

/** Up to here the exact times of absorption are a moment's work. */
const EXACT_SAMPLES = 400;

/** What theory says of a model once and for all. */
export function modelNumbers(model: Model): SheetNumber[] {
  if (model.name === "gaussian") {
    const { samples, estimator } = model;
    return [
      { name: "drift of ln std^2 per generation", value: gaussian.drift({ samples, estimator }) },
      { name: "variance of its step", value: gaussian.variance({ samples, estimator }) },
    ];
  }
  if (model.name !== "bernoulli") return [];
  const { p, samples } = model;
  const asked = { p, samples };
  const numbers = [
    {
      name: "mean time until one symbol is left (diffusion)",
      value: bernoulli.absorptionTimeDiffusion(asked),
    },
    {
      name: "mean time until the ones are lost, if they are (diffusion)",
      value: bernoulli.lossTimeDiffusion(asked),
    },
  ];
  if (samples > EXACT_SAMPLES) return numbers;
  const { mean, sd } = bernoulli.absorptionTime(asked);
  numbers.push(
    { name: "mean time until one symbol is left (exact)", value: mean },
    { name: "its standard deviation (exact)", value: sd },
  );
  if (p < 1) {
    numbers.push({
      name: "mean time until the ones are lost, if they are (exact)",
      value: bernoulli.lossTime(asked),
    });
  }
  return numbers;
}
