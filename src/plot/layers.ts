import type { Domain } from "./domain.ts";
import { drawable } from "./domain.ts";
import type { Axis, Figure, Look, Measured, Numbers, Part } from "./figure.ts";
import { hex } from "./palette.ts";
import { thin } from "./thin.ts";

/** Points drawn of a curve, of a trajectory, and of what was measured; round numbers of steps between them. */
const CURVE = 61;
const PATH = 101;
const POINTS = 26;
/** So many measured points are all drawn: what is left of little more than 26 would have gaps. */
const FEW = 31;

/** A band lets the grid shine through. */
export const BAND_OPACITY = 0.25;

/** A piece of a Vega-Lite spec. */
export type Json = { readonly [key: string]: unknown };

/** The layers of one part; scales and axes come from the figure. */
export function layers(part: Part, look: Look, figure: Figure, y: Domain): Json[] {
  const { scale: xScale } = figure.x;
  const { scale: yScale } = figure.y;
  const colour = { datum: look.label };
  switch (part.kind) {
    case "trajectories": {
      const kept = thin(part.x, PATH, xScale);
      const values = part.lines.flatMap((line, i) =>
        lineRows(part.x, line, kept, yScale, y).map((row) => ({ ...row, i })),
      );
      const mark = { type: "line", clip: true, strokeWidth: look.width, opacity: 0.6 };
      return [{ data: { values }, mark, encoding: { ...place, detail: { field: "i" }, color: colour } }];
    }
    case "measured":
      return measured(part, look, figure, y);
    case "scatter":
    case "landmark": {
      const values = rows(part.x, part.y, thin(part.x, Number.POSITIVE_INFINITY, xScale), yScale);
      const clouds = figure.parts.filter(({ kind }) => kind === "scatter");
      const mark =
        part.kind === "scatter" ? { ...POINT, size: 120 / 1.9 ** clouds.indexOf(part), opacity: 0.7 } : CROSS;
      return [
        { data: { values }, mark: { ...mark, shape: look.shape }, encoding: { ...place, color: colour } },
      ];
    }
    case "band": {
      const kept = thin(part.x, CURVE, xScale).filter((i) => drawable(part.low[i], yScale));
      const values = kept.map((i) => ({ x: part.x[i], y: part.low[i], high: part.high[i] }));
      const mark = { type: "area", clip: true, opacity: BAND_OPACITY };
      return [{ data: { values }, mark, encoding: { ...place, y2: { field: "high" }, color: colour } }];
    }
    default: {
      const values = lineRows(part.x, part.y, thin(part.x, CURVE, xScale), yScale, y);
      const mark = { type: "line", clip: true, strokeWidth: look.width, strokeDash: look.dash };
      return [{ data: { values }, mark, encoding: { ...place, color: colour } }];
    }
  }
}

const POINT = { type: "point", filled: true, opacity: 1, stroke: hex("paper"), strokeWidth: 0.75 };
const CROSS = { type: "point", filled: true, size: 260, opacity: 1, stroke: hex("paper"), strokeWidth: 1.5 };

const place = { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } };

function measured(part: Measured, look: Look, { x, y, parts }: Figure, [bottom, top]: Domain): Json[] {
  const all = thin(part.x, part.x.length <= FEW ? FEW : POINTS, x.scale);
  const kept = all.filter((i) => drawable(part.y[i], y.scale));
  const within = (value: number) => Math.min(top, Math.max(bottom, value));
  const values = kept.map((i) => ({
    x: part.x[i],
    y: part.y[i],
    low: within(part.low[i]),
    high: within(part.high[i]),
    ...(part.cases && { cases: part.cases[i] }),
  }));
  const color = { datum: look.label };
  const span = { ...place, y: { field: "low", type: "quantitative" }, y2: { field: "high" }, color };
  const line = { type: "line", clip: true, strokeWidth: 1.5 };
  const joined = lineRows(part.x, part.y, all, y.scale, [bottom, top]);
  const spread = part.joined
    ? [
        { data: { values }, mark: { type: "area", clip: true, opacity: BAND_OPACITY }, encoding: span },
        { data: { values: joined }, mark: line, encoding: { ...place, color } },
      ]
    : [{ data: { values }, mark: { type: "rule", strokeWidth: 2 }, encoding: span }];
  const turn = parts.filter(({ kind }) => kind === "measured").indexOf(part);
  const mark = { ...POINT, shape: look.shape, size: part.joined ? 76 / 1.12 ** turn : 46 };
  // Whole points, or none: those on the edge must not be clipped.
  const inside = values.filter((row) => row.y >= bottom && row.y <= top);
  const size = part.cases && { size: { field: "cases", type: "quantitative", scale: SIZES, legend: null } };
  return [...spread, { data: { values: inside }, mark, encoding: { ...place, color, ...size } }];
}

/** Areas of points by the cases behind them: a single one is small, and can still be seen. */
const SIZES = { type: "log", domainMin: 1, range: [24, 120] };

/**
 * The places of a line. On a logarithmic axis zero is infinitely far down: the line leaves the picture on its way there, it
 * does not end in the middle of it.
 */
function lineRows(
  x: Numbers,
  y: Numbers,
  kept: readonly number[],
  scale: Axis["scale"],
  [bottom]: Domain,
): { x: number; y: number }[] {
  const isZero = (i: number | undefined) => scale === "log" && i !== undefined && y[i] <= 0;
  return kept.flatMap((i, k) => {
    if (drawable(y[i], scale)) return [{ x: x[i], y: y[i] }];
    const isEdge = k > 0 && isZero(i) && drawable(y[kept[k - 1]], scale);
    return isEdge ? [{ x: x[i], y: bottom / 10 }] : [];
  });
}

function rows(
  x: Numbers,
  y: Numbers,
  kept: readonly number[],
  scale: Axis["scale"],
): { x: number; y: number }[] {
  return kept.filter((i) => drawable(y[i], scale)).map((i) => ({ x: x[i], y: y[i] }));
}

/** How many measured points are zero and so cannot stand on a logarithmic axis; NaN was not measured. */
export function leftOut({ y, parts }: Figure): number {
  let count = 0;
  for (const part of parts) {
    if (part.kind !== "measured") continue;
    for (let i = 0; i < part.y.length; ++i)
      if (!Number.isNaN(part.y[i]) && !drawable(part.y[i], y.scale)) count += 1;
  }
  return count;
}
