import type { Side } from "../laws/law.ts";
import type { RunDocument } from "../simulate/run-document.ts";
import type { Cell } from "./cells.ts";

/** A column of a table: numbers, null where there is none, or texts. */
export type Column = readonly (number | string | null)[];

/** A tidy table: one row for each measurement, and a column for each option that tells cells apart. */
export type Table = Readonly<Record<string, Column>>;

/** What came of a study. */
export interface Tables {
  /** A row for each cell, observable and recorded generation. */
  readonly observables: Table;
  /** A row for each cell, event and recorded generation. */
  readonly survival: Table;
  /** A row for each cell and event: when it first did not hold. */
  readonly times: Table;
}

/** A cell and what came of it. */
export interface Outcome {
  readonly cell: Cell;
  readonly run: RunDocument;
}

/** A row of a table. */
export type Row = Readonly<Record<string, number | string | null>>;

/** All that is measured, as tables. Cells come in their order. */
export function tablesOf(outcomes: readonly Outcome[]): Tables {
  return {
    observables: tableOf(outcomes, function* ({ run }) {
      for (const [observable, { theory, ...measured }] of Object.entries(run.observables)) {
        const law = theory.find(({ side }) => isClose(side));
        for (const [i, generation] of run.generations.entries()) {
          const { mean, standardError, sd, median, quantiles } = measured;
          yield {
            ...{ observable, generation, mean: mean[i], standardError: standardError[i], sd: sd[i] },
            ...{ median: median[i], q10: quantiles?.["0.1"][i] ?? null, q90: quantiles?.["0.9"][i] ?? null },
            ...{ theory: law?.values[i] ?? null, law: law?.name ?? null },
          };
        }
      }
    }),
    survival: tableOf(outcomes, function* ({ run }) {
      for (const { event, theory, ...measured } of run.survival) {
        const law = theory.find(({ side }) => isClose(side));
        for (const [i, generation] of run.generations.entries()) {
          const { probability, standardError, lower, upper } = measured;
          yield {
            ...{ event, generation, probability: probability[i], standardError: standardError[i] },
            ...{ lower: lower[i], upper: upper[i], theory: law?.values[i] ?? null, law: law?.name ?? null },
          };
        }
      }
    }),
    times: tableOf(outcomes, function* ({ run }) {
      for (const { event, theory, quantiles, medianInterval, ...time } of run.timeTo) {
        const law = theory.find(({ side }) => isClose(side));
        yield {
          ...{ event, median: time.median, medianLower: medianInterval[0], medianUpper: medianInterval[1] },
          ...{ q10: quantiles["0.1"], q90: quantiles["0.9"] },
          ...{ mean: time.mean, standardError: time.standardError, censored: time.censored },
          ...{ theoryMean: law?.mean ?? null, theoryMedian: law?.median ?? null, law: law?.name ?? null },
        };
      }
    }),
  };
}

/** Whether a law says what a quantity is, and does not only bound it. */
const isClose = (side: Side): boolean => side === "exact" || side === "approximation";

function tableOf(outcomes: readonly Outcome[], rows: (outcome: Outcome) => Iterable<Row>): Table {
  const columns = new Map<string, (number | string | null)[]>();
  const put = (name: string, value: number | string | null) => {
    const column = columns.get(name);
    if (column) column.push(value);
    else columns.set(name, [value]);
  };
  for (const outcome of outcomes) {
    const own = Object.entries(optionsOf(outcome));
    for (const row of rows(outcome)) {
      for (const [name, value] of own) put(name, value);
      for (const name in row) put(name, row[name]);
    }
  }
  return Object.fromEntries(columns);
}

/** What a cell's rows begin with: its axes, and what is the same in all cells but is asked for first. */
export function optionsOf({ cell, run }: Outcome): Row {
  const { model, regime, trajectories, generations } = run.experiment;
  const axes = Object.entries(cell.values)
    .filter(([name]) => name !== "seed" && name !== "generations")
    .map(([name, value]) => [name, plain(value)]);
  const { name, samples = null } = model as { name: string; samples?: number };
  return {
    ...{ model: name, samples, regime: regime.name, trajectories, generations },
    seed: String(run.experiment.seed),
    ...Object.fromEntries(axes),
    ...("seed" in cell.values && { studySeed: plain(cell.values["seed"]) }),
  };
}

function plain(value: unknown): number | string | null {
  if (value === undefined) return null;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
