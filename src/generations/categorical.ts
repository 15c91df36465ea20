import type { Chain } from "../kernels/chain.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { CategoricalPlan } from "../kernels/plans.ts";
import type { RegimePlan } from "../kernels/regime.ts";
import { scatter } from "../kernels/vocabulary.ts";
import type { Key } from "../seed.ts";
import { Absences } from "./absences.ts";
import { categorical } from "./families/categorical.ts";
import type { Shares } from "./families/shares.ts";
import { loop } from "./loop.ts";

/** Trajectories of a categorical model, one at a time, and when each of its symbols was first missing. */
export function categoricalChain(
  plan: CategoricalPlan,
  regime: RegimePlan,
  seed: Key,
  kernels: Kernels,
): Chain {
  const family = categorical(plan, kernels);
  const start = family.parameters();
  const size = plan.weights.length;
  const died = new Uint32Array(size);
  /** The generation in which each was last seen. */
  const seenIn = new Uint32Array(size);
  /** The symbols in the data of the generation reached. */
  const present = new Uint32Array(size);
  const absences = plan.countFrom === undefined ? undefined : new Absences(size, plan.countFrom);
  let reached: Shares = start;
  let many = 0;
  let last = 0;

  function follow(fitted: Shares, generation: number): void {
    const { symbols, seen } = fitted;
    if (absences) settle(absences, seenIn, symbols, seen, generation);
    mark(seenIn, symbols, seen, generation);
    markMissing(died, seenIn, present, many, generation);
    present.set(symbols.subarray(0, seen));
    many = seen;
    reached = fitted;
    last = generation;
  }

  const chain = loop(family, regime, { ...plan, width: 1 }, seed, follow);
  return {
    ...chain,
    start(first, count) {
      chain.start(first, count);
      died.fill(0);
      seenIn.fill(0);
      absences?.clear();
      present.set(start.symbols);
      many = start.seen;
      reached = start;
    },
    living: () => reached.seen,
    counts: (out) => scatter(reached.weights, reached.symbols, reached.living, out),
    died: () => died,
    ...(absences && {
      absences() {
        absences.close(seenIn, last);
        return absences;
      },
    }),
  };
}

function settle(
  absences: Absences,
  seenIn: Uint32Array,
  symbols: Uint32Array,
  many: number,
  generation: number,
): void {
  for (let i = 0; i < many; ++i) {
    const symbol = symbols[i];
    if (seenIn[symbol] < generation - 1) absences.back(symbol, seenIn[symbol], generation);
  }
}

function mark(seenIn: Uint32Array, symbols: Uint32Array, many: number, generation: number): void {
  for (let i = 0; i < many; ++i) seenIn[symbols[i]] = generation;
}

function markMissing(
  died: Uint32Array,
  seenIn: Uint32Array,
  present: Uint32Array,
  many: number,
  generation: number,
): void {
  for (let i = 0; i < many; ++i) {
    const symbol = present[i];
    if (seenIn[symbol] !== generation && died[symbol] === 0) died[symbol] = generation;
  }
}
