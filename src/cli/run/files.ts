import { csv } from "../../show/csv.ts";
import { jsonText } from "../../show/json.ts";
import type { Run } from "../../simulate/run.ts";
import type { RunDocument } from "../../simulate/run-document.ts";
import type { OutputFile } from "../output.ts";

/** A run as run.json, the document that `--json` prints, as tables for other programs, and as pictures. */
export async function runFiles(
  run: Run,
  document: RunDocument,
  note: (text: string) => void,
): Promise<OutputFile[]> {
  return [...tables(run, document), ...(await pictures(run, note))];
}

async function pictures(run: Run, note: (text: string) => void): Promise<OutputFile[]> {
  // Drawing takes half a second to load: only those who ask for files wait for it.
  const { drawSvg, notDrawn, runPictures } = await import("../../plot/index.ts");
  notDrawn(run).forEach(note);
  return Promise.all(
    runPictures(run).map(async (picture) => ({
      name: `${picture.name}.svg`,
      content: await drawSvg(picture),
    })),
  );
}

function* tables(run: Run, document: RunDocument): Generator<OutputFile> {
  yield { name: "run.json", content: jsonText(document) };
  yield { name: "observables.csv", content: observables(run, document.observables) };
  if (run.experiment.survival.length === 0) return;
  yield { name: "survival.csv", content: survival(run) };
  yield { name: "time-to.csv", content: times(run) };
}

/** One row for each observable, curve and generation; the measured curve is called "simulation". */
function observables(run: Run, medians: RunDocument["observables"]): Iterable<string> {
  const header = [
    "observable",
    "curve",
    "side",
    "generation",
    "mean",
    "standardError",
    "sd",
    "median",
    "note",
  ];
  const rows = run.experiment.observables.flatMap((name) => {
    const { mean, standardError, sd, theory } = run.observable(name);
    const { median } = medians[name];
    const measured = run.generations.map((k, i) => [
      name,
      "simulation",
      "",
      k,
      ...[mean[i], standardError[i], sd[i], median[i], ""],
    ]);
    const curves = theory.flatMap(({ name: law, side, values, note = "" }) =>
      run.generations.map((k, i) => [name, law, side, k, values[i], null, null, null, note]),
    );
    return [...measured, ...curves];
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
      ...[probability[i], standardError[i], lower[i], upper[i], ""],
    ]);
    const curves = theory.flatMap(({ name, side, values, note = "" }) =>
      run.generations.map((k, i) => [event, name, side, k, values[i], null, null, null, note]),
    );
    return [...measured, ...curves];
  });
  const measures = ["probability", "standardError", "lower", "upper"];
  return csv(["event", "curve", "side", "generation", ...measures, "note"], rows);
}

/** One row for each event and curve; the measured times are called "simulation". */
function times(run: Run): Iterable<string> {
  const rows = run.experiment.survival.flatMap((event) => {
    const time = run.timeTo(event);
    const { median, mean, standardError, censored, theory } = time;
    const quantiles = [time.quantile(0.1), median, time.quantile(0.9)];
    return [
      [event, "simulation", "", ...quantiles, mean, standardError, null, censored],
      ...theory.map((law) => [
        ...[event, law.name, law.side, null, law.median, null],
        ...[law.mean, null, law.sd, null],
      ]),
    ];
  });
  const head = ["event", "curve", "side", "q10", "median", "q90", "mean", "standardError", "sd", "censored"];
  return csv(head, rows);
}
