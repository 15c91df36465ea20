// Categorical models that are pulled to the uniform law in every fit, in any data regime: two means are enough.
import { statesAt } from "../regimes/asked.ts";
import { type RegimeLaw, regimeOf } from "../regimes/regime.ts";
import { uniformShare } from "./estimate.ts";

/** What the means of a pulled model depend on. */
export interface Pulled {
  readonly regime: RegimeLaw;
  /** n, what the first generation sees. */
  readonly samples: number;
  /** m, all symbols, those of weight 0 too. */
  readonly symbols: number;
  /** The sum of p_0^2. */
  readonly start: number;
  /** What is added to every count, or else the share of the uniform law. */
  readonly beta?: number;
  readonly share?: number;
}

/** Of the model: E sum p^2, and E sum p p_0. */
interface Means {
  readonly repeat: number;
  readonly match: number;
}

interface State extends Means {
  /** All data so far, and the same means of their frequencies. */
  readonly pool: number;
  readonly of: Means;
  /** E of the sum of the fixed set's frequencies times p. */
  readonly withSet: number;
}

/**
 * E sum p_k^2 and E sum p_k p_0 at the generations. Frequencies q are unbiased, and p = (1 - u) q + u/m; of n symbols drawn
 * from p, two are the same one with probability 1/n, and else with sum p^2. That is all that is used.
 */
export function pulledMeans(model: Pulled, generations: readonly number[]): Means[] {
  const { samples, symbols: m, start, beta = 0, share } = model;
  const regime = regimeOf(model.regime, samples);
  const { name, size, weight, byChance } = regime;
  const pull = (n: number): number => share ?? uniformShare(n, m, beta);
  /** The uniform law has a product of 1/m with every law. */
  const pulledTo = (u: number, { repeat, match }: Means): Means => ({
    repeat: (1 - u) ** 2 * repeat + (u * (2 - u)) / m,
    match: (1 - u) * match + u / m,
  });
  const drawn = (repeat: number, n: number): number => repeat + (1 - repeat) / n;
  /** The frequencies of a part that is real, and of one that is not, which do not depend on one another. */
  const joined = (r: number, s: number, { repeat, match }: Means, both = match): Means => {
    const a = r / (r + s);
    const b = 1 - a;
    const own = (r > 0 ? a * a * drawn(start, r) : 0) + (s > 0 ? b * b * drawn(repeat, s) : 0);
    return { repeat: own + 2 * a * b * both, match: a * start + b * match };
  };
  /** The frequencies of a generation of which r are real on average. */
  const batchOf = (state: State, r: number, n: number): Means => {
    if (!byChance) return joined(r, n - r, state);
    const [a, b] = [r / n, 1 - r / n];
    const mixed = a * a * start + 2 * a * b * state.match + b * b * state.repeat;
    return { repeat: drawn(mixed, n), match: a * start + b * state.match };
  };
  /** A batch joins the pool; `both` is the mean product of the pool's frequencies and the model's. */
  const grown = (state: State, r: number, n: number, both: number) => {
    const { pool, of } = state;
    const a = pool / (pool + n);
    const b = 1 - a;
    const batch = batchOf(state, r, n);
    return {
      pool: pool + n,
      of: {
        repeat: a * a * of.repeat + 2 * a * b * ((r * of.match + (n - r) * both) / n) + b * b * batch.repeat,
        match: a * of.match + b * batch.match,
      },
    };
  };

  function next(state: State, k: number): State {
    const n = size(k);
    const r = regime.real(n);
    const s = n - r;
    const u = pull(n);
    if (name === "accumulate") {
      const before = pull(state.pool);
      const all = grown(state, r, n, (1 - before) * state.of.repeat + before / m);
      return { ...state, ...all, ...pulledTo(pull(all.pool), all.of) };
    }
    if (name === "accumulate-subsample") {
      // A part is, on average, as its pool was.
      const before = pull(k === 1 ? n : size(k - 1));
      const all = grown(state, r, n, (1 - before) * state.of.repeat + before / m);
      const left = all.pool > n ? (all.pool - n) / n / (all.pool - 1) : 0;
      const { repeat, match } = all.of;
      return { ...state, ...all, ...pulledTo(u, { repeat: repeat + left * (1 - repeat), match }) };
    }
    if (name === "weighted") {
      const [ur, us] = [pull(r), pull(s)];
      const real = pulledTo(ur, { repeat: drawn(start, r), match: start });
      const other = pulledTo(us, { repeat: drawn(state.repeat, s), match: state.match });
      const both = (1 - ur) * (1 - us) * state.match + ((1 - ur) * us + ur) / m;
      const w = 1 - weight;
      return {
        ...state,
        repeat: weight ** 2 * real.repeat + w * w * other.repeat + 2 * weight * w * both,
        match: weight * real.match + w * other.match,
      };
    }
    if (name === "fixed" && r > 0) {
      const fitted = pulledTo(u, joined(r, s, state, state.withSet));
      const a = r / n;
      const withSet = (1 - u) * (a * drawn(start, r) + (1 - a) * state.withSet) + u / m;
      return { ...state, ...fitted, withSet };
    }
    return { ...state, ...pulledTo(u, batchOf(state, r, n)) };
  }

  const first = { repeat: start, match: start };
  return statesAt(generations, { ...first, pool: 0, of: { repeat: 0, match: 0 }, withSet: start }, next);
}
