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
const UPPER_DASHES = [[9, 4], [9, 3, 2, 3], [5, 3], [14, 4]];
const LOWER_DASHES = [[2, 3], [2, 3, 2, 7], [1, 4], [4, 6]];

/** The look of each part, in the same order: by meaning first, by turns within the bounds. */
export function looks(parts: readonly Part[]): Look[] {
  const names = [...new Set(parts.flatMap((part) => (part.kind === "bound" ? [part.name] : [])))];
  return parts.map((part) => {
    switch (part.kind) {
      case "trajectories":
        return { label: part.label, colour: "blue", dash: [], width: 1 };
      case "measured":
        return { label: part.label, colour: "blue", dash: [], width: 1.5 };
      case "band":
        return { label: part.label, colour: "soft", dash: [], width: 0 };
      case "exact":
        return { label: part.label, colour: "ink", dash: [], width: 1.75 };
      case "approximation":
        return { label: part.label, colour: "vermillion", dash: [3, 3], width: 2 };
      case "bound": {
        const turn = names.indexOf(part.name) % BOUND_COLOURS.length;
        const dashes = part.side === "upper" ? UPPER_DASHES : LOWER_DASHES;
        const label = `${part.name} (${part.side})`;
        return { label, colour: BOUND_COLOURS[turn], dash: dashes[turn], width: 2 };
      }
    }
  });
}
