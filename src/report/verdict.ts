import { place, short } from "../show/typeset.ts";
import { deviate } from "./deviation.ts";
import type { Comparison, Verdict } from "./finding.ts";
import { simultaneous } from "./simultaneous.ts";

/**
 * A curve of which chance alone would make so much, or more, no oftener than this is contradicted. A report has some fifty
 * curves: one in two hundred reports says so of a curve that is right.
 */
export const ALPHA = 1e-4;

/** The verdict on every curve of theory, over everything that was recorded. Generation 0 is given, not measured. */
export function verdicts(comparison: Comparison): Verdict[] {
  const { at: places, over, correlation = new Float64Array(places.length) } = comparison;
  return comparison.theory.map(({ name, side, values }) => {
    const exact = side === "exact" || side === "approximation";
    const counts = places.map((at, i) => at !== 0 && speaks(comparison, side, values[i]));
    let worst = Number.POSITIVE_INFINITY;
    let at = Number.NaN;
    for (const [i, counted] of counts.entries()) {
      if (!counted) continue;
      const deviation = deviate(comparison, i, values[i]);
      // Rising is good: how far the measurement is on the right side.
      const margin = side === "upper" ? -deviation : side === "lower" ? deviation : -Math.abs(deviation);
      if (margin < worst || (margin === worst && Number.isNaN(at))) {
        worst = margin;
        at = places[i];
      }
    }
    if (Number.isNaN(at)) return { name, side, outcome: "silent", worst, p: Number.NaN, at, text: SILENT };
    const p = simultaneous(-worst, correlation, counts, exact ? 2 : 1);
    const outcome = p <= ALPHA ? "violated" : "holds";
    const where = `at ${over} ${place(at)}`;
    const text = `${said(exact, outcome)} (${chance(p)}): ${exact ? deviating(-worst, where) : margins(worst, where)}`;
    return { name, side, outcome, worst: exact ? Math.abs(worst) : worst, p, at, text };
  });
}

const SILENT = "says nothing here";

/** A probability is never above 1 nor below 0: a bound that says no more says nothing. */
function speaks({ cases }: Comparison, side: Verdict["side"], value: number): boolean {
  if (!Number.isFinite(value)) return false;
  return !(cases && ((side === "upper" && value >= 1) || (side === "lower" && value <= 0)));
}

function said(exact: boolean, outcome: Verdict["outcome"]): string {
  if (outcome === "violated") return exact ? "disagrees" : "contradicted";
  return exact ? "agrees" : "not contradicted";
}

const errors = (size: number): string =>
  `${short(size)} standard ${short(size) === "1" ? "error" : "errors"}`;

const deviating = (size: number, where: string): string => `at most ${errors(size)} off, ${where}`;

/** Where a bound is closest to the measurement, and on which side that is. */
function margins(worst: number, where: string): string {
  if (short(worst) === "0") return `met ${where}`;
  return worst < 0
    ? `the measurement is at most ${errors(-worst)} beyond it, ${where}`
    : `the measurement stays ${errors(worst)} or more within it, closest ${where}`;
}

/** A probability in two digits: more are not known. */
function chance(p: number): string {
  if (p < ALPHA) return `p < ${ALPHA}`;
  return p > 0.99 ? "p > 0.99" : `p = ${Number(p.toPrecision(2))}`;
}

/** All verdicts of a figure in one line. */
export function summary(list: readonly Verdict[]): string {
  const parts: string[] = [];
  for (const { name, side, outcome, text } of list)
    if (outcome === "violated") parts.push(`${name} (${side}): ${text.toUpperCase()}`);
  const sound = (exact: boolean) =>
    list.filter(
      ({ outcome, side }) => outcome === "holds" && (side === "exact" || side === "approximation") === exact,
    );
  const least = (of: readonly Verdict[]) => chance(Math.min(...of.map(({ p }) => p)));
  const bounds = sound(false);
  if (bounds.length === 1) parts.push(`bound not contradicted (${least(bounds)})`);
  else if (bounds.length > 1)
    parts.push(`${bounds.length} bounds not contradicted (smallest ${least(bounds)})`);
  for (const verdict of sound(true)) parts.push(`${verdict.name} agrees (${least([verdict])})`);
  const silent = list.filter(({ outcome }) => outcome === "silent").length;
  if (silent > 0) parts.push(`${silent} ${silent === 1 ? "bound says" : "bounds say"} nothing here`);
  return parts.join("; ");
}
