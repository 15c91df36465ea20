import { bernoulli } from "../models/bernoulli.ts";
import type { Paths, SurvivalCurve } from "./experiment.ts";

const alive = { kind: "survival", event: "p!=0", quantity: "Pr(p ≠ 0)", trajectories: 10_000 } as const;
const both = { kind: "survival", event: "p!=0,1", quantity: "Pr(0 < p < 1)", trajectories: 10_000 } as const;

/** The paper's coins: a common one, and two rare events. */
export const bernoulliExperiments: readonly (Paths | SurvivalCurve)[] = [
  {
    kind: "paths",
    observable: "p",
    drawn: 30,
    scale: "linear",
    trajectories: 10_000,
    name: "bernoulli-paths",
    title: "Bernoulli, p = 0.2, n = 100: a coin forgets one of its sides",
    caption:
      "Each thin line is one run. A line that touches 0 or 1 stays there: one outcome has been forgotten for good. " +
      "The exact mean over all runs stays at 0.2 all the same, so the collapse does not show in it.",
    model: bernoulli({ p: 0.2, samples: 100 }),
    generations: 600,
  },
  {
    ...both,
    scale: "log",
    name: "bernoulli-coexistence",
    title: "Bernoulli, p = 0.2, n = 100: are both outcomes left?",
    caption:
      "The share of runs that still know both outcomes. In the long run it falls exponentially, and the bounds of Seddik " +
      "et al. at the same rate; those of Theorem 1 are made for rare events.",
    model: bernoulli({ p: 0.2, samples: 100 }),
    generations: 600,
  },
  {
    ...alive,
    scale: "linear",
    name: "bernoulli-rare-survival",
    title: "Bernoulli, p = 0.001, n = 10,000: is a rare event remembered?",
    caption:
      "About ten cases in the data: the share of runs that still know of them, between the two sides of Theorem 1.",
    model: bernoulli({ p: 0.001, samples: 10_000 }),
    generations: 50,
  },
  {
    ...both,
    scale: "linear",
    name: "bernoulli-rare-coexistence",
    title: "Bernoulli, p = 0.001, n = 10,000: are both outcomes left?",
    caption:
      "The same runs, with the bounds of Seddik et al. beside Theorem 1. These decay at a rate of 1/n, and so few " +
      "generations are little to them.",
    model: bernoulli({ p: 0.001, samples: 10_000 }),
    generations: 50,
  },
  {
    ...alive,
    scale: "log",
    name: "bernoulli-single-survival",
    title: "Bernoulli, p = 0.01, n = 100: is a single case remembered?",
    caption:
      "One case in a hundred samples: the share of runs that still know of it, between the two sides of Theorem 1.",
    model: bernoulli({ p: 0.01, samples: 100 }),
    generations: 50,
  },
  {
    ...both,
    scale: "log",
    name: "bernoulli-single-coexistence",
    title: "Bernoulli, p = 0.01, n = 100: are both outcomes left?",
    caption:
      "The same question of both outcomes, with the bounds of Seddik et al. beside Theorem 1. A bound from above says nothing " +
      "where it is 1.",
    model: bernoulli({ p: 0.01, samples: 100 }),
    generations: 50,
  },
];
