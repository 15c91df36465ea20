import type { TheoryCurve } from "../../laws/law.ts";
import { handful } from "../../show/handful.ts";
import { lawNotes, ONE_RUN } from "../../show/law-notes.ts";
import { chance, counted, number, percent, plusMinus, SIDES, share } from "../../show/numbers.ts";
import { table, wrapped } from "../../show/table.ts";
import type { Run } from "../../simulate/run.ts";
import { modelLine, regimeLine } from "../model-line.ts";

/** A run for reading: a handful of generations of every observable and event, with theory beside them. */
export function runText(run: Run): string {
  const { model, regime, generations, trajectories, survival } = run.experiment;
  const head = wrapped(
    `${modelLine(model)}${regimeLine(regime)}; ${counted(generations, "generation")}, ${counted(trajectories, "trajectory")}`,
  );
  const parts = [head, observables(run), ...survival.map((event) => chances(run, event))];
  if (survival.length > 0) parts.push(times(run));
  return `${parts.join("\n\n")}\n`;
}

function observables(run: Run): string {
  const { observables: names, trajectories } = run.experiment;
  const rows = handful(run.generations);
  const shown = rows.map((i) => run.generations[i]);
  const curves: TheoryCurve[] = [];
  const columns = names.flatMap((name) => {
    const { mean, standardError, theory } = run.observable(name);
    curves.push(...theory);
    const beside = theory.map(({ name, side, values }) => ({
      title: `${SIDES[side]} ${name}`,
      cells: rows.map((i) => number(values[i])),
    }));
    return [{ title: name, cells: rows.map((i) => plusMinus(mean[i], standardError[i])) }, ...beside];
  });
  const shownTable = table(
    ["generation", ...columns.map(({ title }) => title)],
    shown.map((generation, r) => [number(generation), ...columns.map(({ cells }) => cells[r])]),
  );
  const alone = trajectories === 1 && curves.length > 0 ? `\n${ONE_RUN}` : "";
  return `${shownTable}${lawNotes(curves)}${alone}`;
}

const ENDS = "\nin brackets, where none or all are left: the other end of the 95 % interval";

function chances(run: Run, event: string): string {
  const { probability, standardError, lower, upper, theory } = run.survival(event);
  const titles = ["generation", `Pr(${event})`, ...theory.map(({ name, side }) => `${SIDES[side]} ${name}`)];
  const rows = handful(run.generations).map((i) => [
    number(run.generations[i]),
    share(probability[i], standardError[i], { lower: lower[i], upper: upper[i] }),
    ...theory.map(({ values }) => chance(values[i])),
  ]);
  const ends = rows.some(([, shown]) => shown.includes("("));
  return `${table(titles, rows)}${lawNotes(theory)}${ends ? ENDS : ""}`;
}

function times(run: Run): string {
  const { survival, trajectories, generations } = run.experiment;
  const shown = (x: number | null) => (x === null ? `> ${number(generations)}` : number(x));
  const rows = survival.map((event) => {
    const time = run.timeTo(event);
    return [
      event,
      shown(time.quantile(0.1)),
      shown(time.median),
      shown(time.quantile(0.9)),
      `${time.censored > 0 ? "≥ " : ""}${plusMinus(time.mean, time.standardError)}`,
      percent(time.censored / trajectories),
    ];
  });
  return table(["<first generation without", "10 %", "median", "90 %", "mean", "still there"], rows);
}
