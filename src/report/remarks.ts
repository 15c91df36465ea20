import { figures, place, withError } from "../show/typeset.ts";
import type { Comparison } from "./finding.ts";

/** From where on less than half are left, measured and by the exact law. Empty where more are. */
export function halfGone({ at, over, measured, theory }: Comparison): string[] {
  const first = (values: ArrayLike<number>) => at.find((_, i) => values[i] < 0.5);
  const seen = first(measured);
  if (seen === undefined) return [];
  const law = theory.find(({ side }) => side === "exact");
  const expected = law && first(law.values);
  const beside =
    law && expected !== undefined ? `, by the curve “${law.name}” from ${place(expected)} on` : "";
  return [`Less than half are left from ${over} ${place(seen)} on${beside}.`];
}

/** From where on upper bounds of a share are below 1, and say something. */
export function speaking({ at, over, theory }: Comparison): string[] {
  const bounds = theory.filter(({ side }) => side === "upper");
  const parts = bounds.map(({ name, values }) => {
    const from = at.find((x, i) => x > 0 && values[i] < 1);
    return `${name} ${from === undefined ? "nowhere" : `from ${over} ${place(from)} on`}`;
  });
  return parts.length > 0 ? [`Upper bounds are below 1: ${parts.join("; ")}.`] : [];
}

/** What is measured in the end, and between which bounds. */
export function atLast({ at, over, measured, standardError, theory }: Comparison, label = ""): string {
  const last = at.length - 1;
  const end = (side: "upper" | "lower") => theory.find((curve) => curve.side === side)?.values[last];
  const [lower, upper] = [end("lower"), end("upper")];
  const name = theory.find(({ side }) => side === "lower")?.name;
  const between =
    lower !== undefined && upper !== undefined
      ? `; ${name} puts it between ${figures(lower)} and ${figures(upper)}`
      : "";
  const whose = label === "" ? "" : `${label}: `;
  return `${whose}${withError(measured[last], standardError[last])} at ${over} ${place(at[last])}${between}.`;
}
