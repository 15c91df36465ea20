import { poisson } from "../models/poisson.ts";
import type { SurvivalCurve } from "./experiment.ts";

const survival = {
  kind: "survival",
  event: "rate!=0",
  quantity: "Pr(rate ≠ 0)",
  generations: 500,
  trajectories: 10_000,
} as const;

/** The paper's two Poisson models. */
export const poissonExperiments: readonly SurvivalCurve[] = [
  {
    ...survival,
    scale: "log",
    name: "poisson-1",
    title: "Poisson, rate 1, n = 10: is anything still counted?",
    caption:
      "A model that ever draws only zeros is stuck at rate 0. Theorem 2 gives the probability exactly; it falls " +
      "like one over the generation, much slower than exponentially.",
    model: poisson({ rate: 1, samples: 10 }),
  },
  {
    ...survival,
    scale: "linear",
    name: "poisson-10",
    title: "Poisson, rate 10, n = 10: is anything still counted?",
    caption:
      "Ten times the rate. Only n times the rate counts, the number of events in the data: ten times as many keep the " +
      "model alive about ten times as long. Theorem 2 is exact again.",
    model: poisson({ rate: 10, samples: 10 }),
  },
];
