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

/** A bound: a dashed line. Bounds of one name share a colour, given in the order in which names appear. */
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
const BOUND_COLOURS: readonly Colour[] = ["vermillion", "green", "purple", "amber"];
const UPPER_DASHES = [
  [9, 4],
  [9, 3, 2, 3],
  [5, 3],
  [14, 4],
];
const LOWER_DASHES = [
  [2, 3],
  [2, 3, 2, 7],
  [1, 4],
  [4, 6],
];

/** The look of each part, in the same order: by meaning first, by turns within bounds and within what was measured. */
export function looks(parts: readonly Part[]): Look[] {
  const series = parts.filter(isSeries);
  const names = [...new Set(parts.flatMap((part) => (part.kind === "bound" ? [part.name] : [])))];
  // What was measured comes first; there are enough colours for the figures that there are.
  const taken = new Set(SERIES.slice(0, series.length).map(({ colour }) => colour));
  const free = BOUND_COLOURS.filter((colour) => !taken.has(colour));
  return parts.map((part) => {
    if (part.kind === "bound") return boundLook(part, names, free);
    if (!isSeries(part)) return LOOKS[part.kind](part.label);
    const turn = (part.kind === "scatter" ? part.turn : undefined) ?? series.indexOf(part);
    return { label: part.label, ...SERIES[turn % SERIES.length], dash: [], width: 2 };
  });
}

type Series = Measured | Scatter;

const isSeries = (part: Part): part is Series => part.kind === "measured" || part.kind === "scatter";

const LOOKS: Record<Exclude<Part["kind"], "bound" | Series["kind"]>, (label: string) => Look> = {
  trajectories: (label) => ({ label, colour: "blue", shape: "stroke", dash: [], width: 1 }),
  landmark: (label) => ({ label, colour: "ink", shape: "cross", dash: [], width: 2 }),
  band: (label) => ({ label, colour: "soft", shape: "patch", dash: [], width: 0 }),
  exact: (label) => ({ label, colour: "ink", shape: "stroke", dash: [], width: 1.75 }),
  approximation: (label) => ({ label, colour: "vermillion", shape: "stroke", dash: [3, 3], width: 2 }),
};

function boundLook({ name, side }: Bound, names: readonly string[], colours: readonly Colour[]): Look {
  const turn = names.indexOf(name);
  const dashes = side === "upper" ? UPPER_DASHES : LOWER_DASHES;
  return {
    label: `${name} (${side})`,
    colour: colours[turn % colours.length],
    shape: "stroke",
    dash: dashes[turn % dashes.length],
    width: 2,
  };
}
