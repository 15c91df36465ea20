import * as v from "valibot";
import { choice, described, integer, number } from "../check/schema.ts";
import { lastOf } from "../experiment/recording.ts";
import * as theory from "../theory/bernoulli.ts";
import type { Event } from "./event.ts";
import {
  curve,
  define,
  exactIsQuick,
  METHOD,
  type ModelDefinition,
  named,
  SAMPLES,
  type TheoryCurve,
} from "./model.ts";

export interface BernoulliOptions {
  /** Probability of a one at generation 0, from 0 to 1. */
  p: number;
  /** Samples each generation is fitted to, n: an integer from 1 to 2^53-1. */
  samples: number;
  /**
   * `"statistic"` (default) draws the number of ones from its exact law, at a cost that does not grow with n;
   * `"samples"` draws all n of them, for n up to 10^8. Both have the same law.
   */
  method?: "statistic" | "samples";
}

export type BernoulliModel = Readonly<Required<BernoulliOptions>> & { readonly name: "bernoulli" };

/** The exact chain takes a value for every generation: past this many it is left out. */
const EXACT_GENERATIONS = 1e6;

const observables = ["p"] as const;

export const bernoulliDefinition: ModelDefinition<BernoulliModel, typeof observables> = {
  schema: v.strictObject({
    name: named("bernoulli"),
    p: described("probability of a one at generation 0", number(0, 1)),
    samples: described(SAMPLES, integer(1)),
    method: v.optional(described(METHOD, choice("statistic", "samples")), "statistic"),
  }),
  observables,
  recorded: observables,
  initial: ({ p }) => [p],
  plan: ({ p, samples, method }, mask) => ({
    kind: "bernoulli",
    samples,
    bySamples: method === "samples",
    values: [p, 1 - p, 0],
    divisor: samples,
    mask,
  }),
  theory: (model, event, generations) => {
    const lost = lostSymbols(event);
    if (lost === "both") return coexistence(model, generations);
    if (lost === "ones") return survival(model, model.p, generations);
    if (lost === "zeros") return survival(model, 1 - model.p, generations);
    return [];
  },
};

/** Which symbols have died when the event no longer holds. */
function lostSymbols({ operator, values }: Event): "ones" | "zeros" | "both" | undefined {
  const sorted = [...values].sort().join();
  if (operator === "!=" && sorted === "0,1") return "both";
  if (operator === "!=" && sorted === "1") return "zeros";
  if ((operator === "!=" || operator === ">") && sorted === "0") return "ones";
  if (operator === "<" && sorted === "1") return "zeros";
  return undefined;
}

function exact(p: number, samples: number, generations: readonly number[]): theory.ExactSurvival | undefined {
  const last = lastOf(generations);
  if (last > EXACT_GENERATIONS || !exactIsQuick(samples, last)) return undefined;
  return theory.exact({ p, samples, generations: last });
}

function survival({ samples }: BernoulliModel, p: number, generations: readonly number[]): TheoryCurve[] {
  const at = (generation: number) => theory.survivalBounds({ p, samples, generation });
  const chain = exact(p, samples, generations);
  return [
    curve("Theorem 1", "lower", generations, (k) => at(k).lower),
    curve("Theorem 1", "upper", generations, (k) => at(k).upper),
    ...(chain ? [curve("exact chain", "exact", generations, (k) => chain.survival[k])] : []),
  ];
}

function coexistence({ p, samples }: BernoulliModel, generations: readonly number[]): TheoryCurve[] {
  const theorem = (generation: number) => theory.coexistenceBounds({ p, samples, generation });
  const seddik = (generation: number) => theory.seddikBounds({ p, samples, generation });
  const chain = exact(p, samples, generations);
  return [
    curve("Theorem 1", "lower", generations, (k) => theorem(k).lower),
    curve("Theorem 1", "upper", generations, (k) => theorem(k).upper),
    curve("Seddik et al.", "lower", generations, (k) => seddik(k).lower),
    curve("Seddik et al.", "upper", generations, (k) => seddik(k).upper),
    ...(chain ? [curve("exact chain", "exact", generations, (k) => chain.coexistence[k])] : []),
  ];
}

/**
 * A Bernoulli distribution refitted to its own samples: X ~ Binomial(n, p), then p = X / n. It is the neutral
 * haploid Wright–Fisher chain of size n. Observable: `p`.
 *
 * Source: Suresh, Thangaraj & Khandavally, arXiv 2412.17646.
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function bernoulli(options: BernoulliOptions): BernoulliModel {
  return define(bernoulliDefinition, options);
}
