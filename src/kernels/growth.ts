// How many data points a generation sees.
import { exp, log } from "./math.ts";

/** Generation j = 1, 2, … sees n j^rate ("power"), or n rate^(j - 1), to the nearest integer. */
export interface GrowthRule {
  readonly kind: "power" | "geometric";
  readonly rate: number;
}

/** As many in each. */
export const STEADY: GrowthRule = { kind: "power", rate: 0 };

export const GROWTH_ALLOWED =
  '"linear", "quadratic", "power:A" with A from 0 to 100, or "geometric:R" with R from 1 to 1000000';

/** The rule as it is written; undefined for what is none. */
export function growthRule(growth: unknown): GrowthRule | undefined {
  if (growth === undefined) return STEADY;
  if (growth === "linear") return { kind: "power", rate: 1 };
  if (growth === "quadratic") return { kind: "power", rate: 2 };
  const found = typeof growth === "string" ? /^(power|geometric):(\d+(?:\.\d+)?)$/.exec(growth) : null;
  const kind = found?.[1] as GrowthRule["kind"] | undefined;
  const rate = Number(found?.[2]);
  if (kind === "power" && rate <= 100) return { kind, rate };
  if (kind === "geometric" && rate === 1) return STEADY;
  if (kind === "geometric" && rate > 1 && rate <= 1e6) return { kind, rate };
  return undefined;
}

/** The data points of generation j where the first sees n; the same bits on every engine. */
export const sizeAt = (n: number, rule: GrowthRule, j: number): number =>
  rule.rate === 0 ? n : Math.floor(n * factor(rule, j) + 0.5);

function factor({ kind, rate }: GrowthRule, j: number): number {
  if (kind === "power" && rate === 1) return j;
  if (kind === "power" && rate === 2) return j * j;
  const logarithm = kind === "power" ? rate * log(j) : (j - 1) * log(rate);
  return logarithm < 700 ? exp(logarithm) : Number.POSITIVE_INFINITY;
}
