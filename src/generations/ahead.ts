// What no fit changes is drawn for some generations at once, which the kernels do faster: for as many as there were before,
// so that a short run draws little that it does not use.
import type { RegimePlan } from "../kernels/regime.ts";
import type { Stream } from "../kernels/stream.ts";
import { binomial } from "../reference/random/binomial.ts";
import type { Family } from "./families/family.ts";

/** The most generations at once. */
const AHEAD = 16;

/** What the generations of a trajectory want of one law; generation 1 begins a new trajectory. */
export class Ahead<T> {
  readonly #most: number;
  readonly #draw: (n: number, spent?: T) => T;
  readonly #drawn: T[] = [];

  /** `draw` makes one for n data points, of what is no longer needed. Where sizes change, one is drawn at a time. */
  constructor(isAhead: boolean | undefined, { growth }: RegimePlan, draw: (n: number, spent?: T) => T) {
    this.#most = isAhead && growth.rate === 0 ? AHEAD : 1;
    this.#draw = draw;
  }

  /** That of a generation of n data points. */
  of(generation: number, n: number): T {
    const many = generation < this.#most ? 2 ** (31 - Math.clz32(generation)) : this.#most;
    const place = generation & (many - 1);
    if (place === 0) for (let i = 0; i < many; ++i) this.#drawn[i] = this.#draw(n, this.#drawn[i]);
    return this.#drawn[place];
  }
}

/** New real data, as many in each generation. */
export const realData = <S, P>(family: Family<S, P>, plan: RegimePlan, truth: P, stream: Stream): Ahead<S> =>
  new Ahead(family.isAhead, plan, (_, spent = family.statistic()) => {
    family.draw(stream, truth, plan.realSamples, spent);
    return spent;
  });

/** How many of n data points are real, where each is so with a chance. */
export const realCounts = (isAhead: boolean | undefined, plan: RegimePlan, stream: Stream): Ahead<number> =>
  new Ahead(isAhead, plan, (n) => binomial(stream, n, plan.realShare, 1 - plan.realShare));
