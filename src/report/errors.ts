import type { Errors } from "../papers/index.ts";
import { figures, place, withError } from "../show/typeset.ts";
import { DOTS } from "./curves.ts";
import type { Context, Finding } from "./finding.ts";
import { longRun, measure, ofFirstFit } from "./quantity.ts";
import { partOf, stopwatch } from "./run.ts";
import { named, type Series, seriesCsv, seriesFigure, seriesTable, seriesVerdicts } from "./series.ts";

/** The power by which a list falls over its last tenfold of generations. */
function powerOf(at: readonly number[], values: Float64Array): { from: number; power: number } {
  const last = at.length - 1;
  const first = at.findIndex((k) => 10 * k >= at[last]);
  const power = -Math.log(values[last] / values[first]) / Math.log(at[last] / at[first]);
  return { from: at[first], power };
}

/** How fast it falls, beside what the paper says of many generations. */
function fall({ label, at, measured, theory: [exact] }: Series, told: number): string {
  const { from, power } = powerOf(at, measured);
  const written = (x: number) => `k^${(-x).toFixed(2).replace("-", "−")}`;
  const known = exact ? `, exactly ${written(powerOf(at, exact.values).power)}` : "";
  return (
    `${label}: from generation ${figures(from)} on it goes as ${written(power)}${known}; ` +
    `the paper's rate in the long run is k^−${place(told)}.`
  );
}

/** Runs a model under several regimes: how far it is from the truth, generation by generation. */
export async function runErrors(paper: Errors, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { name, generations, lines, quantity } = paper;
  const trajectories = context.trajectories(paper);
  const { record = "all" } = paper;
  const amount = { name, generations, trajectories, record, from: 1 };
  const list: Series[] = [];
  const experiments: object[] = [];
  const remarks: string[] = [];
  for (const [i, line] of lines.entries()) {
    const part = partOf(context, i, lines.length);
    const { at, mean, standardError, correlation, exact, experiment } = await measure(
      line,
      quantity,
      amount,
      part,
    );
    const unit = paper.perFirstFit ? ofFirstFit(line, quantity) : 1;
    const scaled = (values: Float64Array) => values.map((value) => value / unit);
    const one: Series = {
      label: line.label,
      quantity: paper.axis,
      over: "generation",
      at,
      measured: scaled(mean),
      standardError: scaled(standardError),
      trajectories,
      correlation,
      theory: exact ? [{ name: "exact mean", side: "exact", values: scaled(exact) }] : [],
    };
    list.push(one);
    experiments.push(experiment);
    const last = at.length - 1;
    const limit = longRun(line, quantity);
    const ending = limit === undefined ? "" : `, in the long run ${figures(limit / unit)}`;
    const told = exact
      ? `exactly ${figures(one.theory[0].values[last])}${ending}`
      : "of which no exact mean is known";
    remarks.push(
      `${line.label}: ${withError(one.measured[last], one.standardError[last])} after ${generations} fits, ${told}.`,
    );
    if (paper.exponents) remarks.push(fall(one, paper.exponents[i]));
  }
  const told = list.map(named);
  return [
    {
      name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: DOTS,
      figure: seriesFigure(
        paper,
        list,
        { scale: paper.scale },
        paper.exponents ? { scale: "log" } : {},
        false,
      ),
      verdicts: seriesVerdicts(told),
      remarks,
      table: seriesTable(told),
      csv: seriesCsv(told),
      trajectories,
      experiment: experiments,
      seconds: elapsed(),
    },
  ];
}
