// A chain that writes derived observables behind its own.
import { type Both, categoricalDerived, fromFew, sharesOf } from "../generations/derived/index.ts";
import type { Chain } from "../kernels/chain.ts";
import type { CategoricalPlan } from "../kernels/plans.ts";
import type { Task } from "./task.ts";

interface Deriving {
  readonly chain: Chain;
  /** The derived observables at generation 0. */
  readonly initial: readonly number[];
}

type Derive = Pick<Task, "written" | "derived" | "truth" | "plan" | "checked">;

export function deriving(chain: Chain, task: Derive): Deriving {
  if (task.derived.length === 0) return { chain, initial: [] };
  return task.plan.kind === "categorical" ? ofMany(chain, task, task.plan) : ofFew(chain, task);
}

/** Whether it is wanted at every generation: an event may fail at any. */
const isWatched = ({ checked, derived }: Derive): boolean =>
  checked.events.some(({ observable }) => derived.includes(observable));

function ofFew(chain: Chain, task: Derive): Deriving {
  const { written, derived, truth } = task;
  const always = isWatched(task);
  const known = new Map(truth.map(({ name, value }) => [name, value]));
  const sources = derived.map((name) => {
    const { from, value } = fromFew(task.plan.kind, name) ?? { from: [], value: () => Number.NaN };
    const start = from.map((one) => known.get(one) ?? Number.NaN);
    const rows = from.map((one) => written.indexOf(one));
    return { rows, start, now: new Array<number>(rows.length).fill(0), value };
  });
  const all = written.length + derived.length;
  let rows = new Float64Array();
  let running = 0;
  return {
    initial: sources.map(({ start, value }) => value(start, start)),
    chain: {
      ...chain,
      start(first, count) {
        running = count;
        chain.start(first, count);
      },
      advance(generations, recorded) {
        const own = chain.advance(generations, recorded);
        const [mine, size] = [written.length * generations, all * generations];
        if (rows.length < running * size) rows = new Float64Array(running * size);
        for (let t = 0; t < running; ++t) {
          rows.set(own.subarray(t * mine, (t + 1) * mine), t * size);
          for (let d = 0; d < sources.length; ++d) {
            const { rows: from, start, now, value } = sources[d];
            const to = t * size + mine + d * generations;
            for (let g = 0; g < generations; ++g) {
              if (!always && !recorded[g]) continue;
              for (let i = 0; i < from.length; ++i) now[i] = rows[t * size + from[i] * generations + g];
              rows[to + g] = value(now, start);
            }
          }
        }
        return rows.subarray(0, running * size);
      },
    },
  };
}

/** Stops wherever the shares of all symbols are wanted. */
function ofMany(chain: Chain, task: Derive, { weights, samples }: CategoricalPlan): Deriving {
  const { written, derived } = task;
  const always = isWatched(task);
  const measures = derived.map((name) => categoricalDerived[name as keyof typeof categoricalDerived]);
  const truth = sharesOf(weights);
  const shares = new Float64Array(truth.length);
  const both: Both = { shares, truth, samples };
  const rows = new Float64Array((written.length + derived.length) * chain.reach);
  return {
    initial: measures.map((measure) => measure({ ...both, shares: truth })),
    chain: {
      ...chain,
      advance(generations, recorded) {
        for (let from = 0; from < generations; ) {
          let to = from + 1;
          while (!always && to < generations && !recorded[to - 1]) ++to;
          const step = to - from;
          const own = chain.advance(step, recorded.subarray(from, to));
          for (let o = 0; o < written.length; ++o) {
            rows.set(own.subarray(o * step, (o + 1) * step), o * generations + from);
          }
          if (always || recorded[to - 1]) {
            chain.counts?.(shares);
            sharesOf(shares, shares);
            measures.forEach((measure, d) => {
              rows[(written.length + d) * generations + to - 1] = measure(both);
            });
          }
          from = to;
        }
        return rows.subarray(0, (written.length + derived.length) * generations);
      },
    },
  };
}
