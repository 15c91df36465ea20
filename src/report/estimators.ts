import type { Estimators } from "../papers/index.ts";
import { probabilityAxis } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
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
    list.push({ ...series(model.estimator, comparison), ...visible(comparison, trajectories) });
    experiments.push(experiment);
  }
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: SHARE_BANDS.replace("%", `share of the trajectories, as long as ${FEWEST} of them are left`),
      figure: seriesFigure(paper, list, probabilityAxis(paper.scale)),
      verdicts: seriesVerdicts(list),
      remarks: [],
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

function visible({ measured }: Comparison, trajectories: number): { drawn?: number } {
  const end = measured.findIndex((share) => share * trajectories < FEWEST);
  return end < 0 ? {} : { drawn: end };
}
