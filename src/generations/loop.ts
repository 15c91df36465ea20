// A generation of any family under any regime: draw -> train -> fit -> observe, one trajectory after another.
import { InputError } from "../check/errors.ts";
import type { Chain } from "../kernels/chain.ts";
import { sizeAt } from "../kernels/growth.ts";
import type { RegimePlan } from "../kernels/regime.ts";
import { popcount, REACH } from "../kernels/rows.ts";
import { Stream } from "../kernels/stream.ts";
import { integerKey, type Key } from "../seed.ts";
import { realCounts, realData } from "./ahead.ts";
import type { Family } from "./families/family.ts";
import { regimes } from "./regimes/index.ts";
import type { Generation } from "./regimes/regime.ts";

/** What is asked of a chain, whatever its family. */
export interface Asked {
  readonly samples: number;
  /** Bit i asks for observable i at the recorded generations … */
  readonly mask: number;
  /** … and, if its bit is set here too, at all others. */
  readonly watched: number;
  /** Trajectories side by side. */
  readonly width: number;
}

type Loop = Pick<Chain, "width" | "reach" | "start" | "advance">;

/** What a caller's own estimator did wrong, with its place. */
const placed = (error: unknown, place: string): unknown =>
  error instanceof InputError
    ? new InputError(error.message.replace(/\)$/, `; ${place})`), { cause: error.cause })
    : error;

/** `follow` is told of every fit, in a chain of one trajectory. */
export function loop<S, P>(
  family: Family<S, P>,
  regime: RegimePlan,
  { samples, mask, watched, width }: Asked,
  seed: Key,
  follow?: (fitted: P, generation: number) => void,
): Loop {
  const observables = popcount(mask);
  const rows = new Float64Array(width * observables * REACH);
  const train = regimes[regime.name];
  const truth = family.parameters();
  const model = family.sharpen && family.parameters();
  const shared = {
    ...{ family, plan: regime, truth },
    ...{ batch: family.statistic(), other: family.statistic(), spare: family.parameters() },
  };
  const trajectories: (Generation<S, P> & { trajectory: number })[] = [];
  let running = 0;
  let generation = 0;

  function make(key: Key): (typeof trajectories)[number] {
    const stream = new Stream(seed, key);
    const fitted = family.parameters();
    const own = {
      stream,
      trajectory: 0,
      number: 0,
      fitted,
      model: model ?? fitted,
      pool: family.statistic(),
      reals: realData(family, regime, truth, stream),
      counts: realCounts(family.isAhead, regime, stream),
    };
    return { ...shared, ...own, n: samples };
  }

  function step(trajectory: (typeof trajectories)[number], number: number): void {
    if (model) family.sharpen?.(trajectory.fitted, model);
    trajectory.n = sizeAt(samples, regime.growth, number);
    trajectory.number = number;
    try {
      train(trajectory);
    } catch (error) {
      throw placed(error, `trajectory ${trajectory.trajectory}, generation ${number}`);
    }
    follow?.(trajectory.fitted, number);
  }

  return {
    width,
    reach: REACH,
    start(first, count) {
      generation = 0;
      running = count;
      for (let i = 0; i < count; ++i) {
        const key = integerKey(first + i);
        trajectories[i] ??= make(key);
        trajectories[i].trajectory = first + i;
        const { stream, fitted, pool } = trajectories[i];
        stream.start(seed, key);
        family.copy(fitted, truth);
        family.clear(pool);
        family.begin?.();
      }
    },
    advance(generations, recorded) {
      const size = observables * generations;
      for (let i = 0; i < running; ++i) {
        for (let g = 0; g < generations; ++g) {
          step(trajectories[i], generation + g + 1);
          const wanted = recorded[g] ? mask : watched;
          family.observe(trajectories[i].fitted, wanted, mask, rows, i * size + g, generations);
        }
      }
      generation += generations;
      return rows.subarray(0, running * size);
    },
  };
}
