import { place, short } from "../show/typeset.ts";
import { wilsonError } from "../theory/interval.ts";
import type { Comparison, Verdict } from "./finding.ts";

/**
 * More standard errors than this are not put down to chance. Hundreds of generations are looked at, and the worst is
 * reported: four would be met once in some fifty reports, 4.5 once in some hundreds.
 */
export const LIMIT = 4.5;

/** The verdict on every curve of theory, over everything that was recorded. Generation 0 is given, not measured. */
export function verdicts(comparison: Comparison): Verdict[] {
  return comparison.theory.map((curve) => {
    const { name, side, values } = curve;
    let worst = Number.POSITIVE_INFINITY;
    let at = Number.NaN;
    for (let i = 0; i < values.length; ++i) {
      if (comparison.at[i] === 0 || says(comparison, side, values[i]) === "nothing") continue;
      const deviation = standardised(comparison, i, values[i]);
      // Rising is good: how far the measurement is on the right side.
      const margin = side === "upper" ? -deviation : side === "lower" ? deviation : -Math.abs(deviation);
      if (margin < worst || (margin === worst && Number.isNaN(at))) {
        worst = margin;
        at = comparison.at[i];
      }
    }
    const outcome = Number.isNaN(at) ? "silent" : asNormal(worst, comparison) < -LIMIT ? "violated" : "holds";
    const exact = side === "exact" || side === "approximation";
    const shown = exact ? Math.abs(worst) : worst;
    return {
      name,
      side,
      outcome,
      worst: shown,
      at,
      text: sentence(exact, outcome, shown, comparison.over, at),
    };
  });
}

/** A probability is never above 1 nor below 0: a bound that says no more says nothing. */
function says({ cases }: Comparison, side: Verdict["side"], value: number): "something" | "nothing" {
  if (!Number.isFinite(value)) return "nothing";
  if (cases && ((side === "upper" && value >= 1) || (side === "lower" && value <= 0))) return "nothing";
  return "something";
}

/** Measured minus theory, in standard errors. */
function standardised(comparison: Comparison, i: number, theory: number): number {
  const { measured, standardError, cases } = comparison;
  const difference = measured[i] - theory;
  // Both are rounded: less than this is no difference.
  if (Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(theory))) return 0;
  const error = cases
    ? errorOfShare(measured[i], theory, cases[i])
    : errorOfMean(standardError[i], comparison);
  return difference / error;
}

/**
 * The standard error of a share of n cases, the larger one of that by theory and that of the measurement's 95 % interval:
 * a share of 0 or 1 would have none.
 */
const errorOfShare = (share: number, theory: number, n: number): number =>
  Math.max(Math.sqrt((theory * (1 - theory)) / n), wilsonError(share, n));

/**
 * A few trajectories of a small text may be all alike by chance, and the mean of a count would have no error: two
 * cases are added, a step away on either side (after Agresti & Coull 1998, https://doi.org/10.2307/2685469).
 */
function errorOfMean(error: number, { trajectories: n, step }: Comparison): number {
  if (n === undefined || step === undefined) return error;
  const squares = error * error * n * (n - 1);
  return Math.sqrt((squares + 2 * step * step) / (n + 1) / n);
}

/**
 * The standard error of a mean over a few trajectories is itself a guess, so that the quotient has Student's
 * distribution. This is the normal deviate of the same probability (Wallace 1959,
 * https://doi.org/10.1214/aoms/1177706190).
 */
function asNormal(t: number, { cases, trajectories }: Comparison): number {
  if (cases || trajectories === undefined) return t;
  const nu = trajectories - 1;
  return Math.sign(t) * ((8 * nu + 1) / (8 * nu + 3)) * Math.sqrt(nu * Math.log1p((t * t) / nu));
}

function sentence(
  exact: boolean,
  outcome: Verdict["outcome"],
  worst: number,
  over: string,
  at: number,
): string {
  if (outcome === "silent") return "bound says nothing here";
  const where = `${short(worst)} standard errors at ${over} ${place(at)}`;
  if (exact) return `${outcome === "holds" ? "agrees" : "disagrees"}: largest deviation ${where}`;
  return `bound ${outcome}: worst margin ${where}`;
}

/** All verdicts of a figure in one line. */
export function summary(list: readonly Verdict[]): string {
  const parts: string[] = [];
  const broken = list.filter(({ outcome }) => outcome === "violated");
  for (const { name, side, text } of broken) parts.push(`${name} (${side}): ${text.toUpperCase()}`);
  const sound = (exact: boolean) =>
    list.filter(
      ({ outcome, side }) => outcome === "holds" && (side === "exact" || side === "approximation") === exact,
    );
  const bounds = sound(false);
  if (bounds.length > 0) {
    const worst = Math.min(...bounds.map((verdict) => verdict.worst));
    parts.push(
      `${bounds.length === 1 ? "bound holds" : `${bounds.length} bounds hold`}: worst margin ${short(worst)} s.e.`,
    );
  }
  for (const { name, worst } of sound(true))
    parts.push(`${name} agrees: largest deviation ${short(worst)} s.e.`);
  const silent = list.filter(({ outcome }) => outcome === "silent").length;
  if (silent > 0) parts.push(`${silent} ${silent === 1 ? "bound says" : "bounds say"} nothing here`);
  return parts.join("; ");
}
