import { boundLook } from "../../src/plot/bound-look.ts";
import { plural } from "../../src/plural.ts";
import type { Simulated, Theory } from "./engine/protocol.ts";
import type { Spec } from "./models.ts";
import { type Curve, type Plot, rangeOf } from "./plot.ts";

const LOOKS = {
  exact: { colour: "ink", width: 1.4 },
  approximation: { colour: "purple", width: 1.4, dash: [2, 3] },
} as const;
/** Theory as curves; bounds look as they do in the report, by their side and by how many of it came before. */
function theoryCurves(theory: readonly Theory[]): Curve[] {
  const met = new Map<string, number>();
  return theory.map(({ name, side, values }) => {
    const before = met.get(side) ?? 0;
    met.set(side, before + 1);
    const look =
      side === "upper" || side === "lower" ? { ...boundLook(side, before), width: 1.6 } : LOOKS[side];
    const mark = { upper: " (at most)", lower: " (at least)", exact: "", approximation: " (about)" }[side];
    return { ...look, name: `${name}${mark}`, values, simulated: false };
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
};
const LOGARITHMIC = ["std", "unique"];

/** The two pictures of an experiment: single trajectories, and survival. */
export function plotsOf(spec: Spec, run: Simulated): [Plot, Plot] {
  const { observable } = spec;
  const x = run.generations;
  const yLog = LOGARITHMIC.includes(observable);
  const mean: Curve = {
    name: `mean of ${run.trajectories.toLocaleString("en-GB")}`,
    values: run.mean,
    colour: "ink",
    width: 2,
    simulated: true,
  };
  const beside = theoryCurves(run.meanTheory ?? []);
  const name = NAMES[observable] ?? observable;
  const common = { xLabel: "generation", xLog: false, x, lineColour: "blue" as const };
  return [
    {
      ...common,
      title: `${run.lines.length} ${plural(run.lines.length, "trajectory")}: ${name}`,
      yLabel: name,
      yLog,
      yRange:
        yLog || observable === "mean"
          ? rangeOf([...run.lines, run.mean], yLog)
          : fromZero([...run.lines, run.mean]),
      lines: run.lines,
      curves: [...beside, mean],
    },
    {
      ...common,
      title: `Survival: chance that ${readable(spec.event)}`,
      yLabel: "probability",
      yLog: false,
      yRange: [0, 1],
      lines: [],
      curves: [
        ...theoryCurves(run.survivalTheory ?? []),
        {
          name: `simulated (${run.trajectories.toLocaleString("en-GB")})`,
          values: run.probability,
          colour: "blue",
          width: 2.4,
          simulated: true,
        },
      ],
    },
  ];
}

/** From zero to a little above the largest. */
function fromZero(lists: readonly ArrayLike<number>[]): [number, number] {
  return [0, rangeOf(lists, false)[1]];
}

/** An event as a person writes it. */
export function readable(event: string): string {
  return event === "p!=0,1"
    ? "p is neither 0 nor 1"
    : event.replace("!=", " ≠ ").replace(">", " > ").replace("unique", "words left");
}
