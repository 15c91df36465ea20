import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { TheoryCurve } from "../laws/law.ts";
import { echoModel } from "../models/model.ts";
import { finite, finites as list } from "../show/finite.ts";
import { version } from "../version.ts";
import { documented } from "./provenance.ts";
import type { Forgetting, Measured, Presence, PresenceGroup, Run } from "./run.ts";
import type { RunDocument } from "./run-document.ts";
import type { TimeTo } from "./time-to.ts";

const timeOf = (time: TimeTo) => ({
  median: time.median,
  quantiles: { "0.1": time.quantile(0.1), "0.9": time.quantile(0.9) },
  mean: finite(time.mean),
  standardError: finite(time.standardError),
  censored: time.censored,
});

const curve = ({ values, ...law }: TheoryCurve) => ({ ...law, values: list(values) });

const measured = ({ value, standardError }: Measured) => ({
  value: finite(value),
  standardError: finite(standardError),
});

type Measures = Pick<PresenceGroup, "absent" | "meanAbsence" | "meanPresence" | "theory">;

/** How symbols come and go, as JSON has it. */
const presenceDocument = ({ groups, ...presence }: Presence) => ({
  ...presence,
  groups: groups.map(measuresDocument),
});

/** The same of one group, whatever else is told of it. */
export const measuresDocument = <T extends Measures>({
  absent,
  meanAbsence,
  meanPresence,
  theory,
  ...group
}: T) => ({
  ...group,
  absent: measured(absent),
  meanAbsence: measured(meanAbsence),
  meanPresence: measured(meanPresence),
  theory: theory && {
    absent: finite(theory.absent),
    meanAbsence: finite(theory.meanAbsence),
    meanPresence: finite(theory.meanPresence),
  },
});

/** An experiment as results show it. */
export const experimentDocument = (experiment: NormalisedExperiment): RunDocument["experiment"] => ({
  ...experiment,
  model: echoModel(experiment.model),
});

/** A run as one JSON document. Arrays run over `generations`. */
export function runDocument(
  run: Run,
  forgetting?: Forgetting["groups"],
  presence?: Presence | null,
): RunDocument {
  const { experiment, provenance, generations } = run;
  const { observables, survival } = experiment;
  return {
    lethe: version,
    schemaVersion: 1,
    experiment: experimentDocument(experiment),
    provenance: documented(provenance),
    generations,
    keptTrajectories: run.keptTrajectories,
    observables: Object.fromEntries(
      observables.map((name) => {
        const { mean, standardError, sd, quantile, theory } = run.observable(name);
        const measured = { mean: list(mean), standardError: list(standardError), sd: list(sd) };
        return [name, { ...measured, median: list(quantile(0.5)), theory: theory.map(curve) }];
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
        theory: theory.map(curve),
      };
    }),
    timeTo: survival.map((text) => {
      const time = run.timeTo(text);
      return {
        event: text,
        ...timeOf(time),
        medianInterval: time.interval(0.5),
        theory: time.theory.map(({ name, side, mean, sd, median }) => ({
          name,
          side,
          mean: finite(mean),
          sd: finite(sd),
          median: finite(median),
        })),
      };
    }),
    ...(forgetting && {
      forgetting: forgetting.map(({ weight, symbols, time }) => ({ weight, symbols, ...timeOf(time) })),
    }),
    ...(presence !== undefined && { presence: presence && presenceDocument(presence) }),
  };
}
