import type { Estimators } from "../papers/index.ts";
import { number } from "../show/numbers.ts";
import type { Context, Finding } from "./finding.ts";
import { halfGone } from "./remarks.ts";
import { partOf, stopwatch } from "./run.ts";
import {
  type Series,
  SHARE_BANDS,
  series,
  seriesCsv,
  seriesFigure,
  seriesTable,
  seriesVerdicts,
} from "./series.ts";
import { survival } from "./survival.ts";

/** Runs the same experiment with several estimators: how likely the event still holds. */
export async function runEstimators(paper: Estimators, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const trajectories = context.trajectories(paper);
  const list: Series[] = [];
  const experiments: object[] = [];
  for (const [i, model] of paper.models.entries()) {
    const part = partOf(context, i, paper.models.length);
    const { comparison, experiment } = await survival(model, { ...paper, trajectories }, part);
    list.push(series(model.estimator, comparison));
    experiments.push(experiment);
  }
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: SHARE_BANDS.replace(
        "%",
        `share of the trajectories, as far down as ${FEWEST} of ${number(trajectories)}`,
      ),
      figure: seriesFigure(paper, list, { scale: paper.scale, domain: [lowest(paper, trajectories), 1] }),
      verdicts: seriesVerdicts(list),
      remarks: list.flatMap((one) => halfGone(one).map((half) => `${one.label}: ${half}`)),
      table: seriesTable(list),
      csv: seriesCsv(list),
      trajectories,
      experiment: experiments,
      seconds: elapsed(),
    },
  ];
}

/** Of fewer trajectories a share says nothing. */
const FEWEST = 5;

const lowest = ({ scale }: Estimators, trajectories: number): number =>
  scale === "linear" ? 0 : Math.min(0.5, FEWEST / trajectories);
