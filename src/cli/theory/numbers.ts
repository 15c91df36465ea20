import { isPlain } from "../../experiment/regime.ts";
import { isUsual, type Setup, timeTheory, type UsualModel } from "../../laws/index.ts";
import { parseEvent } from "../../models/event.ts";
import type { BuiltInModel } from "../../models/index.ts";
import { definitionOf, observablesOf } from "../../models/model.ts";
import * as bernoulli from "../../theory/bernoulli.ts";
import * as gaussian from "../../theory/gaussian.ts";
import * as multivariate from "../../theory/multivariate.ts";
import * as regression from "../../theory/regression.ts";
import { eventsOf } from "./curves.ts";
import type { SheetNumber } from "./sheet.ts";

/** Up to here the exact time of loss is a moment's work. */
const EXACT_SAMPLES = 400;

/** What theory says of a model once and for all; `threshold` is what the standard deviation is to stay above. */
export function modelNumbers(setup: Setup<BuiltInModel>, threshold: number): SheetNumber[] {
  const times = eventsOf(setup.model, threshold).flatMap((event) => timesOf(setup, event));
  const { model } = setup;
  return isPlain(setup.regime) && isUsual(model) ? [...furtherNumbers(model), ...times] : times;
}

/** What it says of the first generation at which an event does not hold. */
function timesOf(setup: Setup<BuiltInModel>, text: string): SheetNumber[] {
  const event = parseEvent(text, observablesOf(definitionOf(setup.model)), "event");
  return timeTheory(setup, event).flatMap(({ name, mean, sd, median }) =>
    [
      { name: `mean of the first generation without ${text} (${name})`, value: mean },
      { name: `its standard deviation (${name})`, value: sd },
      { name: `its median (${name})`, value: median },
    ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
  );
}

/** What it says of times that no run measures, and of a single step. */
function furtherNumbers(model: UsualModel): SheetNumber[] {
  if (model.name === "gaussian") {
    const { samples, estimator } = model;
    return [
      { name: "drift of ln std^2 per generation", value: gaussian.drift({ samples, estimator }) },
      { name: "variance of its step", value: gaussian.variance({ samples, estimator }) },
    ];
  }
  if (model.name === "multivariate") {
    const { dimension, samples, estimator } = model;
    const fit = { dimension, samples, estimator };
    const exponents = multivariate.lyapunov(fit);
    return [
      { name: "drift of ln det per generation", value: multivariate.drift(fit) },
      { name: "variance of its step", value: multivariate.variance(fit) },
      { name: "largest Lyapunov exponent of the covariance", value: exponents[0] },
      { name: "least of them", value: exponents[exponents.length - 1] },
    ];
  }
  if (model.name === "regression") {
    const { dimension, samples, noise } = model;
    const first = { dimension, samples, noise, regime: { name: "replace" }, generation: 1 } as const;
    return [{ name: "median error of the first fit", value: regression.quantile({ ...first, q: 0.5 }) }];
  }
  if (model.name !== "bernoulli") return [];
  const { p, samples } = model;
  const asked = { p, samples };
  const loss = "mean time until the ones are lost, if they are";
  const exact = samples <= EXACT_SAMPLES && p < 1;
  return [
    { name: `${loss} (diffusion)`, value: bernoulli.lossTimeDiffusion(asked) },
    ...(exact ? [{ name: `${loss} (exact chain)`, value: bernoulli.lossTime(asked) }] : []),
  ];
}
