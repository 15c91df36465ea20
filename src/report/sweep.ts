import type { Sweep } from "../papers/index.ts";
import type { Axis } from "../plot/index.ts";
import { figures, place } from "../show/typeset.ts";
import { bestWeight } from "../theory/regimes/index.ts";
import { DOTS } from "./curves.ts";
import type { Context, Finding } from "./finding.ts";
import { type Measured, measure } from "./quantity.ts";
import { partOf, stopwatch } from "./run.ts";
import { named, type Series, seriesCsv, seriesFigure, seriesTable, seriesVerdicts } from "./series.ts";

/** Runs a model with one option after another: how far it is from the truth after many generations. */
export async function runSweep(paper: Sweep, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { name, generations, from = generations, quantity } = paper;
  const trajectories = context.trajectories(paper);
  const record = from < generations ? "all" : `every:${generations}`;
  const cells = paper.series.reduce((sum, one) => sum + one.cells.length, 0);
  const list: Series[] = [];
  const experiments: object[] = [];
  let done = 0;
  for (const { label, cells: row } of paper.series) {
    const found: Measured[] = [];
    for (const { at, line } of row) {
      const amount = {
        name: `${name} ${at}`,
        generations,
        trajectories,
        record,
        from,
        average: from < generations,
      };
      found.push(await measure(line, quantity, amount, partOf(context, done++, cells)));
    }
    const column = (pick: (one: Measured) => Float64Array) => Float64Array.from(found, (one) => pick(one)[0]);
    experiments.push(...found.map(({ experiment }) => experiment));
    list.push({
      label,
      quantity: paper.axis,
      over: paper.over,
      at: row.map(({ at }) => at),
      measured: column(({ mean }) => mean),
      standardError: column(({ standardError }) => standardError),
      trajectories,
      theory: found.every(({ exact }) => exact)
        ? [{ name: "exact mean", side: "exact", values: column(({ exact = new Float64Array(1) }) => exact) }]
        : [],
    });
  }
  const told = list.map(named);
  const at = list.flatMap((one) => one.at);
  const x: Partial<Axis> =
    paper.over === "weight"
      ? { scale: "linear", domain: [Math.min(...at), Math.max(...at)] }
      : { scale: "log" };
  return [
    {
      name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: `${DOTS} ${window(paper)}`,
      figure: seriesFigure(paper, list, { scale: paper.scale }, x, false),
      verdicts: seriesVerdicts(told),
      remarks: remarks(paper, list),
      table: seriesTable(told),
      csv: seriesCsv(told),
      trajectories,
      experiment: experiments,
      seconds: elapsed(),
    },
  ];
}

const window = ({ from, generations }: Sweep): string =>
  from === undefined
    ? `All after ${generations} fits.`
    : `Each run is averaged over the generations from ${from} to ${generations}.`;

/** What a sweep over a weight is for: the best one. */
function remarks({ over, quantity, series }: Sweep, list: readonly Series[]): string[] {
  if (over !== "weight") return [];
  return series.flatMap(({ label, cells }, s) => {
    const { at, measured } = list[s];
    const least = measured.indexOf(Math.min(...measured));
    const { model, regime } = cells[least].line;
    if (regime.name !== "weighted") return [];
    const smallest = `${label}: smallest at ${place(at[least])}, ${figures(measured[least])}`;
    if (quantity !== "squared error") {
      const exact = list[s].theory[0].values;
      return [`${smallest}; of the exact means that at ${place(at[exact.indexOf(Math.min(...exact))])} is.`];
    }
    const best = bestWeight({ samples: model.samples, realSamples: regime.realSamples, family: "gaussian" });
    return [
      `${smallest}; the exact best weight is ` +
        `${figures(best.weight)}, with an error of ${figures(best.error)} in the long run.`,
    ];
  });
}
