import * as v from "valibot";
import { InputError } from "../../check/errors.ts";
import { choice, parse } from "../../check/schema.ts";
import { counted } from "../../show/numbers.ts";
import type { Table } from "../../study/tables.ts";
import { type Domain, drawable, extent } from "../domain.ts";
import type { Axis, Figure, Part } from "../figure.ts";
import type { Json } from "../layers.ts";
import { vegaLite } from "../spec.ts";
import { FONT, type Frame, frameOf } from "./frame.ts";
import { type Series, seriesOf } from "./points.ts";
import { type Rows, rowsWhere } from "./rows.ts";

/** How a table of a study is drawn. */
export interface PlotOptions {
  /** The column along the horizontal axis: numbers. */
  x: string;
  /** The column that is measured: numbers. */
  y: string;
  /** The column whose values have a colour each, up to 6 of them (default: one series). */
  colour?: string | undefined;
  /** Only rows in which these columns have these values. */
  where?: Readonly<Record<string, number | string>> | undefined;
  /** Of both axes (default `"linear"`). */
  scale?: "linear" | "log" | undefined;
  /** Of the horizontal axis (default: `scale`). */
  xScale?: "linear" | "log" | undefined;
  /** Of the vertical axis (default: `scale`). */
  yScale?: "linear" | "log" | undefined;
  /** A length in mm, cm, in or px, or a number of px (default `"85mm"`, a journal's column). Text has 7 to 8 points. */
  width?: string | number | undefined;
  /** The same (default: four fifths of the width). */
  height?: string | number | undefined;
  /** The name of a font (default `"DejaVu Sans"`, which comes with lethe). */
  font?: string | undefined;
  /** A line above the picture (default: none). */
  title?: string | undefined;
}

/** A picture that is not drawn yet. */
export interface Picture {
  /** The Vega-Lite spec: plain JSON, with the numbers inside. */
  readonly spec: Json;
  /** Its size and font, for those who draw it. */
  readonly frame: Frame;
  /** What is not seen in the picture, a sentence each: points that are missing. */
  readonly notes: readonly string[];
}

const scale = v.optional(choice("linear", "log"));
const name = v.string("the name of a column");
const schema = v.strictObject({
  ...{ x: name, y: name, colour: v.optional(name) },
  where: v.optional(v.record(v.string(), v.union([v.string(), v.number()]), "columns and their values")),
  ...{ scale, xScale: scale, yScale: scale },
  ...{ width: v.optional(v.unknown()), height: v.optional(v.unknown()) },
  font: v.optional(v.pipe(v.string("the name of a font"), v.regex(/^[\w .-]+$/, "the name of a font"))),
  title: v.optional(v.string("a text")),
});

/**
 * Draws a table of a study: `observables`, `survival` or `times` of `sweep()`. Rows that differ only in their seeds are
 * replicates: of a mean or a probability their mean is drawn, with a bar of two standard errors; of all else their median,
 * with a bar from their 10 % to their 90 % quantile. A row that is alone has the bar of its own error. Where theory says what `y` is, its law is a line.
 *
 * @throws {InputError} for columns that there are not, and for rows that differ in an option which is neither `x` nor `colour`
 *
 * @example
 * const picture = plot(times, { x: "samples", y: "median", colour: "estimator", scale: "log" });
 * await writeFile("times.svg", await drawSvg(picture));
 */
export function plot(table: Table, options: PlotOptions): Picture {
  const { x, y, colour, where = {}, font = FONT, title = "", ...rest } = parse(schema, options);
  const frame = frameOf(rest.width, rest.height, font);
  const rows = rowsWhere(table, where);
  const series = seriesOf(rows, x, y, colour);
  const [xScale, yScale] = [rest.xScale ?? rest.scale ?? "linear", rest.yScale ?? rest.scale ?? "linear"];
  const figure: Figure = {
    name: "study",
    title,
    x: { title: x, scale: xScale, ...(x === "generation" ? {} : { domain: around(series, xScale) }) },
    y: { title: titleOf(rows, y), scale: yScale, domain: heights(series, yScale) },
    parts: partsOf(series, x, colour),
  };
  const notes = missing(series, figure);
  return {
    spec: vegaLite(figure, { title: title !== "", frame, caption: caption(series, x === "generation") }),
    frame,
    notes,
  };
}

function partsOf({ list, law, replicates }: Series, x: string, colour: string | undefined): Part[] {
  const label = (value: unknown) =>
    value === undefined
      ? replicates[1] > 1
        ? "replicates"
        : "simulation"
      : typeof value === "number"
        ? `${colour} = ${value}`
        : String(value);
  const curves =
    law === undefined ? [] : list.map((one): Part => ({ kind: "exact", label: law, x: one.x, y: one.law }));
  return [
    ...curves,
    ...list.map(
      ({ colour: value, law: _, ...points }): Part => ({
        kind: "measured",
        label: label(value),
        ...points,
        joined: x === "generation",
      }),
    ),
  ];
}

/** A little more than all that is measured: points on the edge would lie on the axis. */
function around({ list }: Series, scale: Axis["scale"]): Domain {
  return extent(
    list.map((one) => one.x),
    scale,
    0.04,
  );
}

/** All points and laws, and bars as far as they do not make an axis of nothing else. */
function heights({ list }: Series, scale: Axis["scale"]): Domain {
  const drawn = list.flatMap(({ y }) => y).filter((value) => drawable(value, scale));
  const least =
    scale === "log" ? drawn.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) / 10 : undefined;
  return extent(
    list.flatMap(({ y, low, high, law }) => [y, low, high, law]),
    scale,
    0.04,
    least,
  );
}

/** What the vertical axis shows, in words where the table has them. */
function titleOf({ table, at }: Rows, y: string): string {
  const only = (column: string) => {
    const values = new Set(at.map((i) => table[column]?.[i]));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const [event, observable] = [only("event"), only("observable")];
  if (event !== undefined && y === "probability") return `Pr(${event})`;
  if (event !== undefined && "censored" in table && y !== "censored")
    return `generations with ${event}, ${y}`;
  return observable === undefined ? y : `${y} of ${observable}`;
}

/** How points and bars are to be read. */
function caption({ replicates: [least, most], point, bar }: Series, isCurve: boolean): string {
  const bars = isCurve ? "bands" : "bars";
  if (most === 1) return bar === undefined ? "" : `${isCurve ? "Bands" : "Bars"}: ${bar}.`;
  return `Points: ${point} of ${least === most ? most : `${least} to ${most}`} seeds; ${bars}: ${bar}.`;
}

/** @throws {InputError} where nothing is left to be drawn */
function missing({ list }: Series, { x, y }: Figure): string[] {
  const points = list.flatMap((one) => one.x.map((place, i) => [place, one.y[i]] as const));
  const without = points.filter(([, value]) => Number.isNaN(value)).length;
  const off = (value: number, { scale }: Axis) => !Number.isNaN(value) && !drawable(value, scale);
  const low = points.filter(([place, value]) => off(place, x) || off(value, y)).length;
  const notes = [
    ...(without > 0
      ? [
          `${counted(without, "point")} of ${points.length} have no number: an event that had not happened, or nothing measured`,
        ]
      : []),
    ...(low > 0
      ? [
          `${counted(low, "point")} of ${points.length} are at 0 or below, which has no place on a logarithmic axis`,
        ]
      : []),
  ];
  if (without + low < points.length) return notes;
  throw new InputError(`invalid y: nothing to draw (${notes.join("; ")})`);
}
