import { KEPT_NUMBERS } from "../chunks/records.ts";
import { echoModel } from "../models/index.ts";
import { finite, finites as list } from "../show/json.ts";
import { version } from "../version.ts";
import { documented } from "./provenance.ts";
import type { Run } from "./run.ts";

/** A run as one JSON document. Arrays run over `generations`. */
export function runDocument(run: Run): object {
  const { experiment, provenance, generations } = run;
  const { model, observables, survival, trajectories } = experiment;
  const kept = generations.length * observables.length * trajectories <= KEPT_NUMBERS;
  return {
    lethe: version,
    experiment: { ...experiment, model: echoModel(model) },
    provenance: documented(provenance),
    generations,
    observables: Object.fromEntries(
      observables.map((name) => {
        const { mean, standardError, sd, quantile } = run.observable(name);
        const median = kept ? list(quantile(0.5)) : null;
        return [name, { mean: list(mean), standardError: list(standardError), sd: list(sd), median }];
      }),
    ),
    survival: survival.map((text) => {
      const { event, probability, standardError, lower, upper, theory } = run.survival(text);
      return {
        event,
        probability: list(probability),
        standardError: list(standardError),
        lower: list(lower),
        upper: list(upper),
        theory: theory.map(({ name, side, values }) => ({ name, side, values: list(values) })),
      };
    }),
    timeTo: survival.map((text) => {
      const time = run.timeTo(text);
      return {
        event: text,
        median: time.median,
        quantiles: { "0.1": time.quantile(0.1), "0.9": time.quantile(0.9) },
        mean: finite(time.mean),
        standardError: finite(time.standardError),
        censored: time.censored,
      };
    }),
  };
}
