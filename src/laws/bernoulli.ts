import type { BernoulliModel } from "../models/bernoulli.ts";
import type { WatchedEvent } from "../models/event.ts";
import * as theory from "../theory/bernoulli.ts";
import { lastOf } from "../theory/check.ts";
import { bothSides, single } from "../theory/theorem-1.ts";
import { type Laws, over, RUNNING_MINIMUM, SURESH, type SurvivalLaw, type TimeLaw } from "./law.ts";

type Survivors = "ones" | "zeros" | "both";

/** Which symbols are alive as long as the event holds. */
export function bernoulliSurvivors({ observable, operator, values }: WatchedEvent): Survivors | undefined {
  if (observable !== "p") return undefined;
  const sorted = [...values].sort().join();
  if (operator === "!=" && sorted === "0,1") return "both";
  if (operator === "!=" && sorted === "1") return "zeros";
  if ((operator === "!=" || operator === ">") && sorted === "0") return "ones";
  if (operator === "<" && sorted === "1") return "zeros";
  return undefined;
}

/** The probability of the symbol that the event is about. */
const share = ({ p }: BernoulliModel, event: WatchedEvent): number =>
  bernoulliSurvivors(event) === "zeros" ? 1 - p : p;

const isOne = (event: WatchedEvent): boolean =>
  bernoulliSurvivors(event) === "ones" || bernoulliSurvivors(event) === "zeros";
const isBoth = (event: WatchedEvent): boolean => bernoulliSurvivors(event) === "both";

/** The chain has n + 1 states, of which about sqrt(n) follow one another; after 12 n generations its shape is settled. */
const chainCost = ({ samples }: BernoulliModel, last: number): number =>
  samples > 2000 || last > 1e6
    ? Number.POSITIVE_INFINITY
    : 20 * samples ** 1.5 * Math.min(last, 12 * samples);

const EWENS = "Ewens, Mathematical Population Genetics I (2004), ch. 3";
const SEDDIK = "Seddik et al., arXiv:2404.05090";

const one: SurvivalLaw<BernoulliModel>[] = [
  {
    name: "Theorem 1",
    side: "lower",
    source: SURESH,
    holds: (_, event) => isOne(event),
    answer: (model, event, generations) =>
      bothSides(single(share(model, event)), model.samples, generations, false).lower,
  },
  {
    name: "Theorem 1",
    side: "upper",
    note: RUNNING_MINIMUM,
    source: SURESH,
    holds: (_, event) => isOne(event),
    answer: (model, event, generations) =>
      bothSides(single(share(model, event)), model.samples, generations).upper,
  },
  {
    name: "exact chain",
    side: "exact",
    source: EWENS,
    holds: (_, event) => isOne(event),
    cost: chainCost,
    answer(model, event, generations) {
      const p = share(model, event);
      const { survival } = theory.exact({ p, samples: model.samples, generations: lastOf(generations) });
      return over(generations, (k) => survival[k]);
    },
  },
];

const both: SurvivalLaw<BernoulliModel>[] = [
  {
    name: "Theorem 1",
    side: "lower",
    source: SURESH,
    holds: (_, event) => isBoth(event),
    answer: ({ p, samples }, _, generations) =>
      over(generations, (generation) => theory.coexistenceBounds({ p, samples, generation }).lower),
  },
  {
    name: "Theorem 1",
    side: "upper",
    note: RUNNING_MINIMUM,
    source: SURESH,
    holds: (_, event) => isBoth(event),
    answer({ p, samples }, _, generations) {
      const ones = bothSides(single(p), samples, generations).upper;
      const zeros = bothSides(single(1 - p), samples, generations).upper;
      return ones.map((bound, i) => Math.min(bound, zeros[i]));
    },
  },
  {
    name: "Seddik et al.",
    side: "lower",
    source: SEDDIK,
    holds: (_, event) => isBoth(event),
    answer: ({ p, samples }, _, generations) =>
      over(generations, (generation) => theory.seddikBounds({ p, samples, generation }).lower),
  },
  {
    name: "Seddik et al.",
    side: "upper",
    source: SEDDIK,
    holds: (_, event) => isBoth(event),
    answer: ({ p, samples }, _, generations) =>
      over(generations, (generation) => theory.seddikBounds({ p, samples, generation }).upper),
  },
  {
    name: "exact chain",
    side: "exact",
    source: EWENS,
    holds: (_, event) => isBoth(event),
    cost: chainCost,
    answer({ p, samples }, _, generations) {
      const { coexistence } = theory.exact({ p, samples, generations: lastOf(generations) });
      return over(generations, (k) => coexistence[k]);
    },
  },
];

const time: TimeLaw<BernoulliModel>[] = [
  {
    name: "exact chain",
    side: "exact",
    source: EWENS,
    holds: (_, event) => isBoth(event),
    cost: ({ samples }) => (samples > 400 ? Number.POSITIVE_INFINITY : samples ** 3),
    answer: ({ p, samples }) => ({ ...theory.absorptionTime({ p, samples }), median: null }),
  },
  {
    name: "diffusion",
    side: "approximation",
    source: "Ewens, Mathematical Population Genetics I (2004), ch. 5",
    holds: (_, event) => isBoth(event),
    answer: ({ p, samples }) => ({
      mean: theory.absorptionTimeDiffusion({ p, samples }),
      sd: null,
      median: null,
    }),
  },
];

export const bernoulliLaws: Laws<BernoulliModel> = {
  survival: [...one, ...both],
  mean: [
    {
      name: "exact mean",
      side: "exact",
      source: SURESH,
      holds: (_, observable) => observable === "p",
      // A martingale stays, on average, where it began.
      answer: ({ p }, _, generations) => over(generations, () => p),
    },
  ],
  time,
};
