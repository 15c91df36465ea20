import type { RegimePlan } from "../../kernels/regime.ts";
import type { Stream } from "../../kernels/stream.ts";
import { binomial } from "../../reference/random/binomial.ts";
import type { Ahead } from "../ahead.ts";
import type { Family } from "../families/family.ts";

/** A generation of one trajectory, as it goes on. */
export interface Generation<S, P> {
  readonly family: Family<S, P>;
  readonly plan: RegimePlan;
  readonly stream: Stream;
  /** What real data are drawn from. */
  readonly truth: P;
  /** What synthetic data are drawn from. */
  readonly model: P;
  /** Where the new fit goes. */
  readonly fitted: P;
  /** What is kept from generation to generation. */
  readonly pool: S;
  /** The data points that it sees in all. */
  n: number;
  /** Its number, from 1. */
  number: number;
  /** Real data, or how many there are of them, where those of some generations are drawn at once. */
  readonly reals?: Ahead<S>;
  readonly counts?: Ahead<number>;
  /** Room for two batches of data points and for one more fit. */
  readonly batch: S;
  readonly other: S;
  readonly spare: P;
}

/** Puts the training set of a generation together and fits the model to it. */
export type Regime = <S, P>(generation: Generation<S, P>) => void;

/** The real data of a generation, as many in each. */
export function realData<S, P>({ family, stream, plan, truth, number, reals, batch }: Generation<S, P>): S {
  const draw = (out: S): S => {
    family.draw(stream, truth, plan.realSamples, out);
    return out;
  };
  return reals ? reals.of(number, (spent = family.statistic()) => draw(spent)) : draw(batch);
}

/** How many of a generation's data points are real, where each is so with a chance. */
export function realCount<S, P>({ stream, plan, n, number, counts }: Generation<S, P>): number {
  const draw = () => binomial(stream, n, plan.realShare, 1 - plan.realShare);
  return counts ? counts.of(number, draw) : draw();
}
