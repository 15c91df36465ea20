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

/** What was measured: points with bars from `low` to `high`. */
export interface Measured {
  readonly kind: "measured";
  readonly label: string;
  readonly x: Numbers;
  readonly y: Numbers;
  readonly low: Numbers;
  readonly high: Numbers;
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

export type Part = Trajectories | Measured | Bound | Exact | Band;

/** A figure: axes and parts, later parts on top. All figures are made of these parts, so that they read alike. */
export interface Figure {
  /** Name of its files. */
  readonly name: string;
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly parts: readonly Part[];
}

/** How a part is drawn. */
export interface Look {
  readonly label: string;
  readonly colour: Colour;
  readonly dash: readonly number[];
  readonly width: number;
}

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

/** The look of each part, in the same order: by meaning first, by turns within the bounds. */
export function looks(parts: readonly Part[]): Look[] {
  const names = [...new Set(parts.flatMap((part) => (part.kind === "bound" ? [part.name] : [])))];
  return parts.map((part) => (part.kind === "bound" ? boundLook(part, names) : LOOKS[part.kind](part.label)));
}

const LOOKS: Record<Exclude<Part["kind"], "bound">, (label: string) => Look> = {
  trajectories: (label) => ({ label, colour: "blue", dash: [], width: 1 }),
  measured: (label) => ({ label, colour: "blue", dash: [], width: 2 }),
  band: (label) => ({ label, colour: "soft", dash: [], width: 0 }),
  exact: (label) => ({ label, colour: "ink", dash: [], width: 1.75 }),
  approximation: (label) => ({ label, colour: "vermillion", dash: [3, 3], width: 2 }),
};

function boundLook({ name, side }: Bound, names: readonly string[]): Look {
  const turn = names.indexOf(name) % BOUND_COLOURS.length;
  const dash = (side === "upper" ? UPPER_DASHES : LOWER_DASHES)[turn];
  return { label: `${name} (${side})`, colour: BOUND_COLOURS[turn], dash, width: 2 };
}
