import type { RegimePlan } from "../../kernels/regime.ts";
import type { Stream } from "../../kernels/stream.ts";
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
  /** New real data, as many in each generation, and how many are real where each data point is so with a chance. */
  readonly reals: Ahead<S>;
  readonly counts: Ahead<number>;
  /** Room for two batches of data points and for one more fit. */
  readonly batch: S;
  readonly other: S;
  readonly spare: P;
}

/** Puts the training set of a generation together and fits the model to it. */
export type Regime = <S, P>(generation: Generation<S, P>) => void;
