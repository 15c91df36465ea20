import type { Kernels } from "../../kernels/kernels.ts";
import type { CategoricalPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { prefixSums } from "../../kernels/sums.ts";
import { hypergeometric } from "../../reference/random/hypergeometric.ts";
import { poisson } from "../../reference/random/poisson.ts";
import { uniform } from "../../reference/random/uniform.ts";
import { aliasTable } from "../alias.ts";
import { decodingOf } from "../decoding/index.ts";
import { estimatorOf } from "../estimators/index.ts";
import { ml } from "../estimators/ml.ts";
import type { Family } from "./family.ts";
import { observer } from "./observe-shares.ts";
import { Shares } from "./shares.ts";
import { Tally } from "./tally.ts";

export function categorical(
  plan: CategoricalPlan,
  kernels: Pick<Kernels, "multinomial">,
): Family<Tally, Shares> {
  const { weights, byPoisson, bySamples, estimator, decoding } = plan;
  const size = weights.length;
  const truth = new Shares(size);
  weights.forEach((weight, symbol) => {
    if (weight > 0) truth.add(symbol, weight);
  });
  truth.seen = truth.living;
  truth.scale = 1 / truth.total;
  truth.isStart = true;
  const drawn = new Float64Array(size);
  let alias: ReturnType<typeof aliasTable> | undefined;

  /** Draws few of many, one by one. */
  function drawReal(stream: Stream, draws: number, out: Tally): void {
    alias ??= aliasTable(truth.weights.subarray(0, truth.living));
    for (let i = 0; i < draws; ++i) out.add(truth.symbols[alias(stream)], 1);
  }

  function drawEach(stream: Stream, { weights, symbols, living }: Shares, draws: number, out: Tally): void {
    prefixSums(weights, drawn, living);
    for (let i = 0; i < draws; ++i)
      out.add(symbols[placeOf(uniform(stream) * drawn[living - 1], drawn, living)], 1);
  }

  return {
    statistic: () => new Tally(size),
    parameters() {
      const shares = new Shares(size);
      shares.copy(truth);
      return shares;
    },
    draw(stream, from, n, out) {
      out.clear();
      out.n = n;
      const { living, symbols } = from;
      const draws = byPoisson ? poisson(stream, n * (from.total * from.scale)) : n;
      if (draws === 0) return;
      if (bySamples) drawEach(stream, from, draws, out);
      else if (draws < living && from.isStart) drawReal(stream, draws, out);
      else {
        const counts = drawn.subarray(0, living);
        kernels.multinomial(stream, draws, from.weights.subarray(0, living), counts);
        for (let i = 0; i < living; ++i) out.add(symbols[i], counts[i]);
      }
    },
    clear: (tally) => tally.clear(),
    add(to, more) {
      to.n += more.n;
      for (let i = 0; i < more.size; ++i) to.add(more.symbols[i], more.counts[more.symbols[i]]);
    },
    thin(stream, pool, n, out) {
      out.clear();
      out.n = n;
      let rest = pool.symbols.subarray(0, pool.size).reduce((sum, symbol) => sum + pool.counts[symbol], 0);
      let left = Math.min(n, rest);
      for (let i = 0; i < pool.size && left > 0; ++i) {
        const count = pool.counts[pool.symbols[i]];
        const taken = hypergeometric(stream, count, rest - count, left);
        out.add(pool.symbols[i], taken);
        rest -= count;
        left -= taken;
      }
    },
    fit: estimator ? estimatorOf(estimator) : ml,
    average(real, weight, fitted) {
      average(real, weight, fitted, drawn);
    },
    copy: (to, from) => to.copy(from),
    ...(decoding && { sharpen: decodingOf(decoding, size) }),
    observe: observer(truth),
  };
}

/** Where a number falls among rising sums. */
function placeOf(target: number, sums: Float64Array, length: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `shares` is room for one number a symbol. Those in the data of either fit come first. */
function average(real: Shares, weight: number, fitted: Shares, shares: Float64Array): void {
  const { symbols, weights, living, seen } = fitted;
  shares.fill(0);
  for (let i = 0; i < living; ++i) shares[symbols[i]] = (1 - weight) * (weights[i] * fitted.scale);
  const known = symbols.slice(0, living);
  for (let i = 0; i < real.living; ++i) shares[real.symbols[i]] += weight * (real.weights[i] * real.scale);
  fitted.clear(1);
  for (let i = 0; i < seen; ++i) take(known[i]);
  for (let i = 0; i < real.seen; ++i) take(real.symbols[i]);
  fitted.seen = fitted.living;
  for (let i = seen; i < living; ++i) take(known[i]);
  for (let i = real.seen; i < real.living; ++i) take(real.symbols[i]);

  function take(symbol: number): void {
    if (shares[symbol] === 0) return;
    fitted.add(symbol, shares[symbol]);
    shares[symbol] = 0;
  }
}
