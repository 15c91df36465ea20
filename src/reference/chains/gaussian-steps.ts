// Twin of assembly/chains/gaussian-steps.ts.
import { log } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { logAcceptance } from "../random/gamma.ts";
import { positiveUniform, TRIES } from "../random/uniform.ts";
import { ziggurat } from "../random/ziggurat.ts";

export interface StepLaw {
  readonly d: number;
  readonly c: number;
  readonly squeeze: number;
  readonly factor: number;
}

export function stepLaw(n: number, divisor: number): StepLaw {
  const d = 0.5 * (n - 1) - 0.3333333333333333;
  const c = 1 / Math.sqrt(9 * d);
  const squeeze = ((1.1 + 3.3 * c) * (c * c)) / 12;
  return { d, c, squeeze, factor: n === 2 ? Math.sqrt(1 / divisor) : (2 * d) / divisor };
}

export function rootOfTwo(stream: Stream, { factor }: StepLaw): number {
  return Math.abs(ziggurat(stream)) * factor;
}

export function rootOfMore(stream: Stream, { d, c, squeeze, factor }: StepLaw): number {
  for (let tries = TRIES; tries > 0; --tries) {
    const y = ziggurat(stream);
    const w = 1 + c * y;
    const v = w * w * w;
    const u = positiveUniform(stream);
    const square = y * y;
    if (u < 1 - squeeze * (square * square) || (w > 0 && log(u) < logAcceptance(d, c * y, y, v))) {
      return Math.sqrt(factor * v);
    }
  }
  return Number.NaN;
}
