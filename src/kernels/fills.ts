// What the Generator asks of the numeric core.
import type { Stream } from "./stream.ts";

/** Numbers of a law for a whole array at once. */
export interface Fills {
  fillUniform(stream: Stream, out: Float64Array): void;
  fillIntegers(stream: Stream, low: number, range: number, out: Float64Array): void;
  fillNormal(stream: Stream, out: Float64Array): void;
  fillBoxMuller(stream: Stream, out: Float64Array): void;
  fillExponential(stream: Stream, out: Float64Array): void;
  fillGamma(stream: Stream, shape: number, out: Float64Array): void;
  fillBeta(stream: Stream, a: number, b: number, out: Float64Array): void;
  fillNegativeBinomial(stream: Stream, n: number, p: number, out: Float64Array): void;
  fillZipf(stream: Stream, a: number, out: Float64Array): void;
  fillPoisson(stream: Stream, mean: number, out: Float64Array): void;
  /** Counts of means scale * weight; `counts` may be `weights` itself. */
  fillPoissonOf(stream: Stream, scale: number, weights: Float64Array, counts: Float64Array): void;
  fillBinomial(stream: Stream, n: number, p: number, q: number, out: Float64Array): void;
  fillHypergeometric(
    stream: Stream,
    marked: number,
    unmarked: number,
    draws: number,
    out: Float64Array,
  ): void;
  multinomial(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void;
  /** The same law, sooner where there are many weights. */
  multinomialOf(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void;
}
