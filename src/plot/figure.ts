import { boundLook } from "./bound-look.ts";
import type { Colour } from "./palette.ts";

/** An axis: what it shows and how. */
export interface Axis {
  readonly title: string;
  readonly scale: "linear" | "log";
  /** From, to (default: what the measured and exact parts need). */
  readonly domain?: readonly [number, number];
}

/** Numbers over the x axis. */
export type Numbers = ArrayLike<number>;

/** Single trajectories, as thin lines. */
export interface Trajectories {
  readonly kind: "trajectories";
  readonly label: string;
  readonly x: Numbers;
  readonly lines: readonly Numbers[];
}

/** What was measured: points with bars from `low` to `high`. Several of them take colours and shapes by turns. */
export interface Measured {
  readonly kind: "measured";
  readonly label: string;
  readonly x: Numbers;
  readonly y: Numbers;
  readonly low: Numbers;
  readonly high: Numbers;
  /**
   * Points joined by a line, with a band in place of the bars: so that several can be followed by eye. The first has
   * the largest points, so that none hides another.
   */
  readonly joined?: boolean;
  /** How many cases are behind each point: the more, the larger it is drawn (default: all are of one size). */
  readonly cases?: Numbers;
}

/** Single cases, as a cloud of points; of several clouds the first has the largest, so that none hides another. */
export interface Scatter {
  readonly kind: "scatter";
  readonly label: string;
  /** Its turn in colours and shapes, from 0 (default: its place among clouds and measurements). */
  readonly turn?: number;
  readonly x: Numbers;
  readonly y: Numbers;
}

/** A place to be found at once, such as where everything began: a cross. */
export interface Landmark {
  readonly kind: "landmark";
  readonly label: string;
  readonly x: Numbers;
  readonly y: Numbers;
}

/** A bound: a dashed line, its look given by its side, and by the order in which the names of that side appear. */
export interface Bound {
  readonly kind: "bound";
  readonly name: string;
  readonly side: "upper" | "lower";
  readonly x: Numbers;
  readonly y: Numbers;
}

/** What theory gives exactly: a solid line; or, as an approximation, a dotted one. */
export interface Exact {
  readonly kind: "exact" | "approximation";
  readonly label: string;
  readonly x: Numbers;
  readonly y: Numbers;
}

/** Where theory puts most of the cases: a band. */
export interface Band {
  readonly kind: "band";
  readonly label: string;
  readonly x: Numbers;
  readonly low: Numbers;
  readonly high: Numbers;
}

export type Part = Trajectories | Measured | Scatter | Landmark | Bound | Exact | Band;

/** A figure: axes and parts, later parts on top. All figures are made of these parts, so that they read alike. */
export interface Figure {
  /** Name of its files. */
  readonly name: string;
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly parts: readonly Part[];
}

/** What marks a point; a stroke where a part is a line, a patch where it is an area. */
export type Shape =
  | "circle"
  | "square"
  | "triangle-up"
  | "triangle-down"
  | "diamond"
  | "cross"
  | "stroke"
  | "patch";

/** How a part is drawn. */
export interface Look {
  readonly label: string;
  readonly colour: Colour;
  readonly shape: Shape;
  readonly dash: readonly number[];
  readonly width: number;
}

const SERIES: readonly { readonly colour: Colour; readonly shape: Shape }[] = [
  { colour: "blue", shape: "circle" },
  { colour: "green", shape: "square" },
  { colour: "purple", shape: "triangle-up" },
  { colour: "amber", shape: "diamond" },
  { colour: "vermillion", shape: "triangle-down" },
  { colour: "soft", shape: "cross" },
];
/** The look of each part, in the same order: by meaning first, by turns within bounds and within what was measured. */
export function looks(parts: readonly Part[]): Look[] {
  const series = parts.filter(isSeries);
  // What was measured comes first; there are enough colours for the figures that there are.
  const taken = new Set(SERIES.slice(0, series.length).map(({ colour }) => colour));
  const bounds = { upper: names(parts, "upper"), lower: names(parts, "lower") };
  return parts.map((part) => {
    if (part.kind === "bound") {
      const { name, side } = part;
      const look = boundLook(side, bounds[side].indexOf(name), taken);
      return { label: `${name} (${side})`, ...look, shape: "stroke", width: 2 };
    }
    if (!isSeries(part)) return LOOKS[part.kind](part.label);
    const turn = (part.kind === "scatter" ? part.turn : undefined) ?? series.indexOf(part);
    return { label: part.label, ...SERIES[turn % SERIES.length], dash: [], width: 2 };
  });
}

/** The names of the bounds of a side, in the order in which they appear. */
const names = (parts: readonly Part[], side: Bound["side"]): string[] => [
  ...new Set(parts.flatMap((part) => (part.kind === "bound" && part.side === side ? [part.name] : []))),
];

type Series = Measured | Scatter;

const isSeries = (part: Part): part is Series => part.kind === "measured" || part.kind === "scatter";

const LOOKS: Record<Exclude<Part["kind"], "bound" | Series["kind"]>, (label: string) => Look> = {
  trajectories: (label) => ({ label, colour: "blue", shape: "stroke", dash: [], width: 1 }),
  landmark: (label) => ({ label, colour: "ink", shape: "cross", dash: [], width: 2 }),
  band: (label) => ({ label, colour: "soft", shape: "patch", dash: [], width: 0 }),
  exact: (label) => ({ label, colour: "ink", shape: "stroke", dash: [], width: 1.75 }),
  approximation: (label) => ({ label, colour: "vermillion", shape: "stroke", dash: [3, 3], width: 2 }),
};
