import type { Run } from "../simulate/run.ts";
import { extent } from "./domain.ts";
import type { Axis, Figure, Numbers, Part } from "./figure.ts";
import { vegaLite } from "./spec.ts";
import { frameOf } from "./study/frame.ts";
import type { Picture } from "./study/plot.ts";
import { theoryParts } from "./theory.ts";

/** Nobody looks at more pictures of observables, or of events, and each takes some hundredths of a second. */
const MOST = 20;

/** A picture, and what its file is called. */
export interface NamedPicture extends Picture {
  readonly name: string;
}

/**
 * A run as pictures of a journal's column, 85 mm wide: `observable-NAME` for each observable; for its event `survival` or, of
 * several, `survival-1` and so on in their order. Beside what was measured stands what theory says of it.
 */
export function runPictures(run: Run): NamedPicture[] {
  const { observables, survival } = run.experiment;
  const nameOf = (i: number) => (survival.length === 1 ? "survival" : `survival-${i + 1}`);
  return [
    ...observables.slice(0, MOST).map((name) => observablePicture(run, name)),
    ...survival.slice(0, MOST).map((event, i) => survivalPicture(run, event, nameOf(i))),
  ];
}

/** What is not among the pictures, a sentence each. */
export function notDrawn({ experiment: { observables, survival } }: Run): string[] {
  return Object.entries({ observables, events: survival }).flatMap(([what, list]) =>
    list.length > MOST ? [`pictures show the first ${MOST} of ${list.length} ${what}`] : [],
  );
}

function observablePicture(run: Run, observable: string): NamedPicture {
  const { mean, standardError, theory } = run.observable(observable);
  const off = standardError.map((error) => 2 * (error || 0));
  const low = mean.map((value, i) => value - off[i]);
  const high = mean.map((value, i) => value + off[i]);
  const close = theory.filter(({ side }) => side !== "upper" && side !== "lower");
  const domain = extent([low, high, ...close.map(({ values }) => values)], "linear", 0.04);
  const y: Axis = { title: `mean of ${observable}`, scale: "linear", domain };
  const parts = [...theoryParts({ at: run.generations, theory }), measured(run, { y: mean, low, high })];
  return picture(`observable-${observable}`, { y, parts }, run, "Bands: ±2 standard errors.");
}

function survivalPicture(run: Run, event: string, name: string): NamedPicture {
  const { probability, lower, upper, theory } = run.survival(event);
  const y: Axis = { title: `Pr(${event})`, scale: "linear", domain: [0, 1] };
  const parts = [
    ...theoryParts({ at: run.generations, theory }),
    measured(run, { y: probability, low: lower, high: upper }),
  ];
  return picture(name, { y, parts }, run, "Bands: 95 % interval.");
}

const measured = ({ generations }: Run, values: Record<"y" | "low" | "high", Numbers>): Part => ({
  ...{ kind: "measured", label: "simulation", x: generations, ...values, joined: true },
});

function picture(
  name: string,
  { y, parts }: Pick<Figure, "y" | "parts">,
  { generations }: Run,
  caption: string,
): NamedPicture {
  const frame = frameOf();
  const figure = { name, title: y.title, x: generationAxis(generations), y, parts };
  return { name, spec: vegaLite(figure, { title: false, frame, caption }), frame, notes: [] };
}

/** Logarithmic where what was recorded is: where steps grow. */
function generationAxis(generations: readonly number[]): Axis {
  const steps = generations.slice(1).map((generation, i) => generation - generations[i]);
  return { title: "generation", scale: steps.some((step) => step > steps[0]) ? "log" : "linear" };
}
