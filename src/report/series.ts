import type { TheoryCurve } from "../laws/law.ts";
import { type Axis, type Figure, type Part, theoryParts } from "../plot/index.ts";
import { csvText } from "../show/csv.ts";
import { figures, place } from "../show/typeset.ts";
import { comparisonRows, HEAD } from "./csv.ts";
import { bars } from "./curves.ts";
import type { Comparison, Table, Verdict } from "./finding.ts";
import { heading, measuredText, rounded } from "./table.ts";
import { verdicts } from "./verdict.ts";

/** One of several measurements of the same quantity; the first is at every place that the others are at. */
export interface Series extends Comparison {
  readonly label: string;
}

/** What the points of such a figure are. */
export const BANDS =
  "Points: %; bands: ±2 standard errors, often narrower than the line. The lines only guide the eye.";

/** What they are where shares of the trajectories are measured. */
export const SHARE_BANDS = BANDS.replace("±2 standard errors", "95 % intervals");

/** A comparison as one of several: its theory says whose it is. */
export const series = (label: string, comparison: Comparison): Series => named({ ...comparison, label });

/** The same, its theory telling whose it is. */
export const named = (one: Series): Series => ({
  ...one,
  theory: one.theory.map((curve: TheoryCurve) => ({ ...curve, name: `${curve.name} for ${one.label}` })),
});

/** Several measurements in one figure, with their theory: joined by lines, or each with bars. */
export function seriesFigure(
  { name, title }: { readonly name: string; readonly title: string },
  list: readonly Series[],
  y: Partial<Axis> = {},
  x: Partial<Axis> = {},
  joined = true,
): Figure {
  const [{ quantity, over }] = list;
  const measured = list.map(
    (one): Part => ({
      kind: "measured",
      label: one.label,
      x: one.at,
      y: one.measured,
      ...bars(one),
      joined,
    }),
  );
  return {
    name,
    title,
    x: { title: over, scale: "linear", ...x },
    y: { title: quantity, scale: "linear", ...y },
    parts: [...list.flatMap(theoryParts), ...measured],
  };
}

export const seriesVerdicts = (list: readonly Series[]): Verdict[] => list.flatMap(verdicts);

/** Each measurement with its standard error, then the curves of theory. */
export function seriesTable(list: readonly Series[]): Table {
  const [{ at, over }] = list;
  const curves = list.flatMap(({ theory }) => theory);
  return {
    head: [over, ...list.map(({ label }) => `${label} ± s.e.`), ...curves.map(heading)],
    rows: shown({ over, at }).map((i) => {
      const found = list.map((one) => ({ ...one, index: one.at.indexOf(at[i]) }));
      return [
        place(at[i]),
        ...found.map((one) => (one.index < 0 ? "" : measuredText(one, one.index))),
        ...found.flatMap(({ theory, index }) =>
          theory.map(({ values }) => (index < 0 ? "" : figures(values[index]))),
        ),
      ];
    }),
  };
}

/** A handful of generations; every option. */
const shown = ({ over, at }: Pick<Comparison, "over" | "at">): number[] =>
  over === "generation" || over === "count" ? rounded(at) : [...at.keys()];

export function seriesCsv(list: readonly Series[]): string {
  const [{ over }] = list;
  return csvText(
    [over, ...HEAD],
    list.flatMap((one) => [...comparisonRows(one, one.label)]),
  );
}
