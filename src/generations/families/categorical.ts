import type { Kernels } from "../../kernels/kernels.ts";
import type { CategoricalPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { prefixSums } from "../../kernels/sums.ts";
import { drawCounts, drawPlace } from "../../random/counts.ts";
import { binomial } from "../../reference/random/binomial.ts";
import { hypergeometric } from "../../reference/random/hypergeometric.ts";
import { poisson } from "../../reference/random/poisson.ts";
import { aliasTable } from "../alias.ts";
import { decodingOf } from "../decoding/index.ts";
import { estimatorOf } from "../estimators/index.ts";
import { ml } from "../estimators/ml.ts";
import type { Family } from "./family.ts";
import { addWeights, blendWeights, sumOf } from "./lists.ts";
import { observer } from "./observe-shares.ts";
import { Shares } from "./shares.ts";
import { Tally } from "./tally.ts";

export function categorical(
  plan: CategoricalPlan,
  kernels: Pick<Kernels, "multinomial" | "multinomialOf" | "fillPoissonOf">,
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
  let mixed: Pick<Shares, "weights" | "symbols"> | undefined;
  let alias: ReturnType<typeof aliasTable> | undefined;

  /** Draws few of many, one by one. */
  function drawReal(stream: Stream, draws: number, out: Tally): void {
    alias ??= aliasTable(truth.weights.subarray(0, truth.living));
    for (let i = 0; i < draws; ++i) out.add(truth.symbols[alias(stream)], 1);
  }

  function drawEach(stream: Stream, { weights, symbols, living }: Shares, draws: number, out: Tally): void {
    prefixSums(weights, drawn, living);
    for (let i = 0; i < draws; ++i) out.add(symbols[drawPlace(stream, drawn, living)], 1);
  }

  /** Weights of all symbols: how many of each are expected among data points of two laws. */
  function mix(real: Shares, many: number, from: Shares, others: number) {
    mixed ??= { weights: new Float64Array(size), symbols: Uint32Array.from({ length: size }, (_, i) => i) };
    mixed.weights.fill(0);
    addWeights(mixed.weights, real.symbols, real.weights, real.living, many * real.scale);
    addWeights(mixed.weights, from.symbols, from.weights, from.living, others * from.scale);
    return mixed;
  }

  function drawBoth(
    stream: Stream,
    real: Shares,
    many: number,
    from: Shares,
    others: number,
    out: Tally,
  ): void {
    out.clear();
    if (bySamples || !byPoisson || many + others < size) {
      drawMore(stream, real, many, out);
      drawMore(stream, from, others, out);
      return;
    }
    // Poisson counts of two laws add up to Poisson counts.
    const { weights, symbols } = mix(real, many, from, others);
    out.n = many + others;
    kernels.fillPoissonOf(stream, 1, weights, drawn);
    out.addAll(symbols, drawn, size);
  }

  function drawMore(stream: Stream, from: Shares, n: number, out: Tally): void {
    out.n += n;
    const { living, symbols } = from;
    const mean = n * (from.total * from.scale);
    const isFew = from.isStart && mean < living;
    if (byPoisson && !bySamples && !isFew) {
      const counts = drawn.subarray(0, living);
      kernels.fillPoissonOf(stream, n * from.scale, from.weights.subarray(0, living), counts);
      out.addAll(symbols, counts, living);
      return;
    }
    const draws = byPoisson ? poisson(stream, mean) : n;
    if (draws === 0) return;
    if (bySamples) drawEach(stream, from, draws, out);
    else if (isFew) drawReal(stream, draws, out);
    else {
      const counts = drawn.subarray(0, living);
      drawCounts(kernels, stream, draws, from.weights.subarray(0, living), counts);
      out.addAll(symbols, counts, living);
    }
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
      drawMore(stream, from, n, out);
    },
    drawMore,
    // Each data point has the average of both laws.
    drawMixed(stream, real, share, from, n, out) {
      if (bySamples || byPoisson || n < size) {
        const many = binomial(stream, n, share, 1 - share);
        drawBoth(stream, real, many, from, n - many, out);
        return;
      }
      const { weights, symbols } = mix(real, n * share, from, n - n * share);
      out.clear();
      out.n = n;
      drawCounts(kernels, stream, n, weights, drawn);
      out.addAll(symbols, drawn, size);
    },
    drawBoth,
    clear: (tally) => tally.clear(),
    add(to, more) {
      to.join(more);
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

/** `shares` is room for one number a symbol. Those in the data of either fit come first. */
function average(real: Shares, weight: number, fitted: Shares, shares: Float64Array): void {
  const { living, seen } = fitted;
  const own = (1 - weight) * fitted.scale;
  shares.fill(0);
  addWeights(shares, real.symbols, real.weights, real.living, weight * real.scale);
  if (seen === living && own > 0) {
    // All of its symbols are in its data, and keep a weight: they stay where they are.
    blendWeights(shares, fitted.symbols, fitted.weights, living, own);
    fitted.scale = 1;
    fitted.total = sumOf(fitted.weights, 0, living);
    fitted.isStart = false;
    fitted.take(real.symbols, real.seen, shares);
    fitted.seen = fitted.living;
  } else {
    addWeights(shares, fitted.symbols, fitted.weights, living, own);
    const known = fitted.symbols.slice(0, living);
    fitted.clear(1);
    fitted.take(known, seen, shares);
    fitted.take(real.symbols, real.seen, shares);
    fitted.seen = fitted.living;
    fitted.take(known, living, shares);
  }
  if (real.seen < real.living) fitted.take(real.symbols, real.living, shares);
}
