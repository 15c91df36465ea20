// All that may happen to a Bernoulli model of a few samples, listed: what formulas and chains are held to.

import { sizes } from "../../../src/theory/regimes/growth.ts";
import type { RegimeLaw } from "../../../src/theory/regimes/regime.ts";

/** What was: the ones in the pool or in the kept set, their number of data points, and the model. */
interface State {
  ones: number;
  points: number;
  model: number;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways *= (n - k + i) / i;
  return ways;
}

const binomial = (n: number, p: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) => choose(n, k) * p ** k * (1 - p) ** (n - k));

const drawn = (points: number, ones: number, n: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) =>
    k <= ones && n - k <= points - ones
      ? (choose(ones, k) * choose(points - ones, n - k)) / choose(points, n)
      : 0,
  );

/** What may come of one state: the chances of states. */
function* outcomes(law: RegimeLaw, p: number, n: number, state: State): Generator<[number, State]> {
  const { ones, points, model } = state;
  const real = "realSamples" in law ? (law.realSamples ?? 0) : 0;
  if (law.name === "accumulate" && (real > 0 || law.realShare !== undefined)) {
    const share = law.realShare ?? 0;
    for (const [r, first] of binomial(real, p).entries())
      for (const [s, second] of binomial(n - real, share * p + (1 - share) * model).entries()) {
        const next = { ones: ones + r + s, points: points + n };
        yield [first * second, { ...next, model: next.ones / next.points }];
      }
    return;
  }
  if (law.name === "accumulate" || law.name === "accumulate-subsample") {
    for (const [more, chance] of binomial(n, model).entries()) {
      const next = { ones: ones + more, points: points + n };
      if (law.name === "accumulate") yield [chance, { ...next, model: next.ones / next.points }];
      else
        for (const [k, share] of drawn(next.points, next.ones, n).entries())
          yield [chance * share, { ...next, model: k / n }];
    }
    return;
  }
  if (law.name === "fresh" && "realShare" in law) {
    const q = law.realShare * p + (1 - law.realShare) * model;
    for (const [k, chance] of binomial(n, q).entries()) yield [chance, { ...state, model: k / n }];
    return;
  }
  // The kept set is drawn once; any other anew.
  const reals = law.name === "fixed" && points > 0 ? [...Array(ones).fill(0), 1] : binomial(real, p);
  for (const [r, first] of reals.entries())
    for (const [s, second] of binomial(n - real, model).entries()) {
      const mixed =
        law.name === "weighted" ? (law.weight * r) / real + ((1 - law.weight) * s) / (n - real) : (r + s) / n;
      yield [first * second, { ones: r, points: real, model: mixed }];
    }
}

/** The law of the model at generation k: values and chances. */
export function modelsAt(law: RegimeLaw, p: number, samples: number, k: number): [number, number][] {
  let now = new Map<string, [number, State]>([["", [1, { ones: 0, points: 0, model: p }]]]);
  for (const n of sizes(samples, law.growth, k)) {
    const next: typeof now = new Map();
    for (const [chance, state] of now.values())
      for (const [share, to] of outcomes(law, p, n, state)) {
        if (share === 0) continue;
        const key = `${to.ones} ${to.points} ${to.model}`;
        next.set(key, [(next.get(key)?.[0] ?? 0) + chance * share, to]);
      }
    now = next;
  }
  return [...now.values()].map(([chance, { model }]) => [model, chance]);
}
