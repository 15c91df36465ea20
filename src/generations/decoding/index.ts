import type { DecodingPlan } from "../../kernels/fit.ts";
import type { Shares } from "../families/shares.ts";
import { curation } from "./curation.ts";
import { minP } from "./min-p.ts";
import type { Rule } from "./rule.ts";
import { temperature } from "./temperature.ts";
import { topK } from "./top-k.ts";
import { topP } from "./top-p.ts";
import { verifier } from "./verifier.ts";

/** All rules of a model of so many symbols, one after the other. */
export function decodingOf(plan: DecodingPlan, size: number): (fitted: Shares, out: Shares) => void {
  const rules: Rule[] = [];
  if (plan.temperature !== undefined) rules.push(temperature(plan.temperature));
  if (plan.topK !== undefined) rules.push(topK(plan.topK));
  if (plan.topP !== undefined) rules.push(topP(plan.topP));
  if (plan.minP !== undefined) rules.push(minP(plan.minP));
  if (plan.curation !== undefined) rules.push(curation(plan.curation));
  if (plan.verifier !== undefined) rules.push(verifier(plan.verifier, size));
  return (fitted, out) => {
    out.copy(fitted);
    for (const rule of rules) rule(out);
    out.scale = 1 / out.total;
    out.isStart = false;
  };
}
