import { csv } from "../../show/csv.ts";
import type { Run } from "../../simulate/run.ts";
import type { OutputFile } from "../output.ts";

/** A run as run.json, the document that `--json` prints, and as tables for other programs. */
export function* runFiles(run: Run, document: Iterable<string>): Generator<OutputFile> {
  yield { name: "run.json", content: document };
  const { observables: medians } = run.toJSON() as { observables: Medians };
  yield { name: "observables.csv", content: observables(run, medians) };
  if (run.experiment.survival.length === 0) return;
  yield { name: "survival.csv", content: survival(run) };
  yield { name: "time-to.csv", content: times(run) };
}

type Medians = Record<string, { median: number[] | null }>;

function observables(run: Run, medians: Medians): Iterable<string> {
  const header = ["observable", "generation", "mean", "standardError", "sd", "median"];
  const rows = run.experiment.observables.flatMap((name) => {
    const { mean, standardError, sd } = run.observable(name);
    const { median } = medians[name];
    return run.generations.map((k, i) => [name, k, mean[i], standardError[i], sd[i], median?.[i] ?? null]);
  });
  return csv(header, rows);
}

/** One row for each event, curve and generation; the measured curve is called "simulation". */
function survival(run: Run): Iterable<string> {
  const rows = run.experiment.survival.flatMap((event) => {
    const { probability, standardError, lower, upper, theory } = run.survival(event);
    const measured = run.generations.map((k, i) => [
      event,
      "simulation",
      "",
      k,
      ...[probability[i], standardError[i], lower[i], upper[i]],
    ]);
    const curves = theory.flatMap(({ name, side, values }) =>
      run.generations.map((k, i) => [event, name, side, k, values[i], null, null, null]),
    );
    return [...measured, ...curves];
  });
  const head = ["event", "curve", "side", "generation", "probability", "standardError", "lower", "upper"];
  return csv(head, rows);
}

function times(run: Run): Iterable<string> {
  const rows = run.experiment.survival.map((event) => {
    const time = run.timeTo(event);
    const { median, mean, standardError, censored } = time;
    return [event, time.quantile(0.1), median, time.quantile(0.9), mean, standardError, censored];
  });
  return csv(["event", "q10", "median", "q90", "mean", "standardError", "censored"], rows);
}
