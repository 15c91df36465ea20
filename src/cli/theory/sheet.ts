import type { TheoryCurve } from "../../laws/law.ts";

/** Something that theory says of one quantity at several generations. */
export interface SheetCurve {
  /** The quantity, as in "Pr(std>0.1)". */
  readonly of: string;
  readonly name: string;
  /** `parameter` for a number that belongs to another curve, such as the order of a moment. */
  readonly side: TheoryCurve["side"] | "parameter";
  /** In what it differs from the law that it is named after. */
  readonly note?: string | undefined;
  /** One value for each generation. */
  readonly values: readonly number[];
}

/** A number that does not depend on the generation. */
export interface SheetNumber {
  readonly name: string;
  readonly value: number;
}

/** All that theory says of a model: what `lethe theory` prints. */
export interface Sheet {
  readonly title: string;
  /** What was asked: the model, or the count. */
  readonly given: object;
  readonly generations: readonly number[];
  readonly curves: readonly SheetCurve[];
  readonly numbers: readonly SheetNumber[];
}

/** Curves of one quantity. */
export function curvesOf(of: string, curves: readonly TheoryCurve[]): SheetCurve[] {
  return curves.map(({ values, ...law }) => ({ of, ...law, values: Array.from(values) }));
}
