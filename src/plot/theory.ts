import type { TheoryCurve } from "../laws/law.ts";
import type { Part } from "./figure.ts";

/** Curves of theory over `at`, as parts of a figure: bounds dashed, exact laws solid, approximations dotted. */
export function theoryParts({
  at,
  theory,
}: {
  readonly at: readonly number[];
  readonly theory: readonly TheoryCurve[];
}): Part[] {
  // At generation 0 nothing has happened yet and all bounds are exact: a line from there would be a cliff.
  const from = at.findIndex((x) => x > 0);
  return theory.map(({ name, side, values }) =>
    side === "upper" || side === "lower"
      ? { kind: "bound", name, side, x: at.slice(from), y: values.slice(from) }
      : { kind: side, label: name, x: at, y: values },
  );
}
