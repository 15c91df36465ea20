import type { GaussianModel } from "../../models/gaussian.ts";
import type { Model } from "../../models/index.ts";
import * as bernoulli from "../../theory/bernoulli.ts";
import * as gaussian from "../../theory/gaussian.ts";
import type { SheetNumber } from "./sheet.ts";

/** Up to here the exact times of absorption are a moment's work. */
const EXACT_SAMPLES = 400;

/** What theory says of a model once and for all; `threshold` is what the standard deviation is to stay above. */
export function modelNumbers(model: Model, threshold: number): SheetNumber[] {
  if (model.name === "gaussian") return gaussianNumbers(model, threshold);
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

function gaussianNumbers({ std, samples, estimator }: GaussianModel, threshold: number): SheetNumber[] {
  const { mean, sd, median } = gaussian.firstPassage({ std, samples, estimator, threshold });
  return [
    { name: "drift of ln std^2 per generation", value: gaussian.drift({ samples, estimator }) },
    { name: "variance of its step", value: gaussian.variance({ samples, estimator }) },
    { name: `mean of the first generation with std <= ${threshold}`, value: mean },
    { name: "its standard deviation", value: sd },
    { name: "its median", value: median },
  ];
}
