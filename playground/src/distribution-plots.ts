import { boundLook } from "../../src/plot/bound-look.ts";
import { plural } from "../../src/plural.ts";
import type { Simulated, Theory } from "./engine/bench-data.ts";
import type { Values } from "./fields.ts";
import { type Curve, type Plot, rangeOf } from "./plot.ts";
import type { Spec } from "./spec.ts";

const LOOKS = {
  exact: { colour: "ink", width: 1.4 },
  approximation: { colour: "purple", width: 1.4, dash: [2, 3] },
} as const;

/** How a curve of theory is drawn: by its side, and by how many of that side came before it; bounds as in the report. */
export const lookOf = (side: Theory["side"], before: number): Omit<Curve, "name" | "values" | "simulated"> =>
  side === "upper" || side === "lower" ? { ...boundLook(side, before), width: 1.6 } : LOOKS[side];

/** Theory as curves; what is said of one side first has its colour. */
function theoryCurves(theory: readonly Theory[]): Curve[] {
  const met = new Map<string, number>();
  return theory.map(({ name, side, values }) => {
    const before = met.get(side) ?? 0;
    met.set(side, before + 1);
    const mark = { upper: " (at most)", lower: " (at least)", exact: "", approximation: " (about)" }[side];
    return { ...lookOf(side, before), name: `${name}${mark}`, values, simulated: false };
  });
}

const NAMES: Readonly<Record<string, string>> = {
  p: "p",
  rate: "rate",
  std: "standard deviation",
  mean: "mean",
  unique: "words left",
  entropy: "entropy (nats)",
  heterozygosity: "chance that two differ",
  tv: "total variation",
  logDet: "ln det Σ",
  traceRatio: "trace over the true one",
  meanError: "squared error of the mean",
  error: "squared error",
  within: "variance",
  secondMoment: "mean square",
};
const LOGARITHMIC = ["std", "unique"];

/** How the trajectories are shown. */
export interface View {
  /** Each of them, not only where most of them are. */
  readonly each: boolean;
  /** The one that is followed, if any. */
  readonly followed: number | undefined;
}

/** How they are to be shown, as it was chosen. */
export const viewOf = ({ draw, follow }: Values): View => ({
  each: draw === "each",
  followed: follow === "none" ? undefined : Number(follow),
});

/** The two pictures of an experiment: its trajectories, and survival. */
export function plotsOf(spec: Spec, run: Simulated, { each, followed }: View): [Plot, Plot] {
  const { observable, event } = spec;
  const x = run.generations;
  const yLog = LOGARITHMIC.includes(observable);
  const all = run.trajectories.toLocaleString("en-GB");
  const mean: Curve = {
    ...{ name: `mean of ${all}`, values: run.mean },
    ...{ colour: "blue", width: 1.6, dash: [6, 3], simulated: true },
  };
  const median: Curve = {
    ...{ name: each ? `median of ${all}` : `median, and 10–90 % of ${all}`, values: run.middle },
    ...{ colour: "blue", width: 2.4, simulated: true },
  };
  const single = followed === undefined ? undefined : run.lines[followed];
  const one: Curve[] = single
    ? [{ name: `trajectory ${followed}`, values: single, colour: "amber", width: 2, simulated: true }]
    : [];
  const lines = run.lines.map((values, i) => ({ values, death: reached(x, run.deaths[i]) }));
  const count = `${lines.length} ${plural(lines.length, "trajectory")}`;
  const ends = lines.flatMap(({ values, death }) => (death === undefined ? [] : [values[death]]));
  // Not for the one that is followed: the picture would move away under the pointer.
  const rest = each ? run.lines : [run.low, run.high, ends];
  const lists = [...rest, run.mean];
  const beside = theoryCurves(run.meanTheory ?? []);
  const halved = spec.model === "mixture" && observable === "mean";
  const name = halved ? "half the distance" : (NAMES[observable] ?? observable);
  const common = { xLabel: "generation", xLog: false, x, lineColour: "blue" as const };
  return [
    {
      ...common,
      title: each ? `${count}: ${name}` : `${capital(name)}: where most trajectories are`,
      note: `× where “${readable(event)}” ceases to hold in one of ${each ? "these" : "the first"} ${count}`,
      yLabel: name,
      yLog,
      yRange: yLog || observable === "mean" ? rangeOf(lists, yLog) : withZero(lists),
      bands: each ? [] : [{ low: run.low, high: run.high, colour: "blue" }],
      lines,
      each,
      curves: [...beside, mean, median, ...one],
    },
    {
      ...common,
      title: `Survival: chance that ${readable(spec.event)}`,
      yLabel: "probability",
      yLog: false,
      yRange: [0, 1],
      ...{ bands: [], lines: [], each: false },
      curves: [
        ...theoryCurves(run.survivalTheory ?? []),
        {
          name: `simulated (${all})`,
          values: run.probability,
          colour: "blue",
          width: 2.4,
          simulated: true,
        },
      ],
    },
  ];
}

/** As a title begins; p stays p. */
const capital = (name: string): string =>
  name.length === 1 ? name : name.charAt(0).toUpperCase() + name.slice(1);

/** The index of the first recorded generation by which something has happened. */
function reached(generations: readonly number[], at: number): number | undefined {
  const index = generations.findIndex((k) => k >= at);
  return index < 0 ? undefined : index;
}

/** With zero, and a little above the largest and below what is less than zero. */
const withZero = (lists: readonly ArrayLike<number>[]): [number, number] => rangeOf([...lists, [0]], false);

/** What events are about, where it has another name for a person. */
const SUBJECTS: Readonly<Record<string, string>> = {
  unique: "words left",
  detRatio: "det Σ over the true one",
  error: "squared error",
  within: "variance",
};

/** An event as a person writes it. */
export function readable(event: string): string {
  return event === "p!=0,1"
    ? "p is neither 0 nor 1"
    : event
        .replace("!=", " ≠ ")
        .replace(/[<>]/, " $& ")
        .replace(/^\w+/, (name) => SUBJECTS[name] ?? name);
}
