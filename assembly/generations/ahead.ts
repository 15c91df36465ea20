// What no fit changes is drawn for some generations at once, which is faster: for as many as there were before, so that
// a short run draws little that it does not use.
import { makeSplitSteps, makeStep, makeSteps, prepareSteps } from "../chains/gaussian-steps";
import { trajectory } from "../chains/trajectory";
import { fillBinomial } from "../random/binomial";
import { fillPoisson } from "../random/poisson";
import { BERNOULLI, GAUSSIAN, POISSON } from "./family";
import { Regime } from "./regimes";
import { Generations } from "./state";

/** The most generations at once. */
const AHEAD: i32 = 16;
/** Bytes a trajectory has for what is drawn ahead of real data, and as many of steps. */
export const AHEAD_BYTES: usize = 16 * AHEAD;

/** How many generations, of which this is one, are drawn at once: a power of two, of which their first is a multiple. */
export function togetherWith(generation: i32): i32 {
  return generation < AHEAD ? 1 << (31 - clz(generation)) : AHEAD;
}

/** Steps of n data points; of more than one, they have to be prepared. */
function makeAnySteps(s: usize, n: f64, count: i32, out: usize): void {
  if (n >= 2.0) makeSteps(s, count, out);
  else for (const end = out + (<usize>count << 4); out < end; out += 16) makeStep(s, n, out);
}

/** Whether real data, or how many of the data are real, are drawn ahead. */
export function isAhead(g: Generations): bool {
  if (g.regime == Regime.WEIGHTED) return true;
  if (g.regime != Regime.FRESH && g.regime != Regime.ACCUMULATE) return false;
  if (g.realShare == 0.0 && g.realSamples == 0.0) return false;
  return g.realShare > 0.0 ? g.family != BERNOULLI : g.family != POISSON;
}

/** Draws real data of `many` generations: two numbers a generation (gaussian), or one. */
export function drawReals(g: Generations, trajectories: usize, count: i32, many: i32, n: f64): void {
  const truth = g.truth;
  const real = g.realSamples;
  const share = g.realShare;
  const bySteps = share == 0.0 && g.family == GAUSSIAN;
  if (bySteps && real >= 2.0) prepareSteps(real, 1.0);
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    const out = g.reals + <usize>i * AHEAD_BYTES;
    if (share > 0.0) fillBinomial(s, n, share, 1.0 - share, out, many);
    else if (bySteps) makeAnySteps(s, real, many, out);
    else if (g.family == BERNOULLI) fillBinomial(s, real, truth.first, truth.second, out, many);
    else fillPoisson(s, real * truth.first, out, many);
  }
}

/**
 * Makes the steps of the model's data in `many` generations of n data points; where counts of real ones were drawn, which
 * begin at place `place`, each after a step of the real ones.
 */
export function drawSteps(g: Generations, trajectories: usize, count: i32, place: i32, many: i32, n: f64): void {
  const others = n - g.realSamples;
  if (others >= 2.0) prepareSteps(others, 1.0);
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    const out = g.steps + <usize>i * (2 * AHEAD_BYTES);
    if (g.realShare > 0.0) makeSplitSteps(s, g.reals + <usize>i * AHEAD_BYTES + (<usize>place << 3), n, many, out);
    else makeAnySteps(s, others, many, out);
  }
}
