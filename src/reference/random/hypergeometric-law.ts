// Twin of assembly/random/hypergeometric-law.ts.
import { devianceBy, exp, log, stirlingError } from "../../kernels/math.ts";
import { FARTHEST } from "./inversion.ts";

/** `most` of `total` items are marked and `least` drawn, neither more than half. */
export class Law {
  readonly least: number;
  readonly most: number;
  readonly total: number;
  readonly rest: number;
  readonly mean: number;
  readonly variance: number;
  #whole = 0;
  #fraction = 0;
  #logPeak = 1;

  constructor(least: number, most: number, total: number) {
    this.least = least;
    this.most = most;
    this.total = total;
    this.rest = total - least - most;
    this.mean = (least * most) / total;
    this.variance = this.mean * ((total - least) / total) * ((total - most) / (total - 1));
  }

  get isNarrow(): boolean {
    return this.mean < 10 || this.variance < 5;
  }

  get last(): number {
    return Math.min(this.least, FARTHEST);
  }

  #setMean(): void {
    const { least, most, total, mean } = this;
    this.#whole = Math.floor(mean);
    const rough = least * most - this.#whole * total;
    this.#fraction = (rough + (lost(least, most) - lost(this.#whole, total))) / total;
  }

  #logWeight(k: number): number {
    const { least, most, rest } = this;
    const drawn = least - k;
    const marked = most - k;
    const others = rest + k;
    const far = k - this.#whole - this.#fraction;
    return (
      -(cell(k, far) + cell(drawn, -far) + cell(marked, -far) + cell(others, far)) -
      0.5 * log(size(k) * size(drawn) * size(marked) * size(others))
    );
  }

  /** ln Pr(X = k) - ln Pr(X = mode) */
  logRatio(k: number): number {
    if (this.#logPeak > 0) {
      this.#setMean();
      this.#logPeak = this.#logWeight(this.mode);
    }
    return this.#logWeight(k) - this.#logPeak;
  }

  get mode(): number {
    return Math.floor(((this.least + 1) * (this.most + 1)) / (this.total + 2));
  }

  /** Pr(X = 0) */
  ofNone(): number {
    const { least, most, total } = this;
    if (least < 20) {
      let ways = 1;
      let all = 1;
      for (let i = 0; i < least; ++i) {
        ways *= total - most - i;
        all *= total - i;
      }
      return ways / all;
    }
    this.#setMean();
    const left = total - least;
    const unmarked = total - most;
    return exp(
      this.#logWeight(0) +
        (stirlingError(least) +
          stirlingError(left) +
          stirlingError(most) +
          stirlingError(unmarked) -
          stirlingError(total)) +
        0.5 * log(size(least) * size(left) * (size(most) * (size(unmarked) / size(total)))),
    );
  }

  /** Pr(X = k) / Pr(X = k - 1) */
  factor(k: number): number {
    return ((this.least - k + 1) * (this.most - k + 1)) / (k * (this.rest + k));
  }

  hat() {
    const { least, most, total } = this;
    const deviation = Math.sqrt(this.variance);
    const b = 1.15 + 2.53 * deviation;
    const p = least / total;
    const q = most / total;
    return {
      a: -0.0873 + 0.0248 * b + 0.01 * (p + q - 2 * p * q),
      b,
      alpha: (2.83 + 5.2 / b) * deviation,
      squeeze: 0.92 - 4.2 / b,
    };
  }
}

function lost(x: number, y: number): number {
  const product = x * y;
  const xHigh = Math.floor(x / 67108864) * 67108864; // 2^26
  const yHigh = Math.floor(y / 67108864) * 67108864;
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xHigh * yHigh - product + xHigh * yLow + xLow * yHigh + xLow * yLow;
}

function cell(x: number, difference: number): number {
  return x === 0 ? -difference : stirlingError(x) + devianceBy(difference, x, x - difference);
}

function size(x: number): number {
  return x === 0 ? 1 : 6.283185307179586 * x;
}

/** The law that is drawn from; what was asked for is base + sign x. */
export function reduced(
  marked: number,
  unmarked: number,
  draws: number,
): { law: Law; base: number; sign: number } {
  const total = marked + unmarked;
  const fewer = Math.min(marked, unmarked);
  const taken = Math.min(draws, total - draws);
  const law = new Law(Math.min(fewer, taken), Math.max(fewer, taken), total);
  const base = taken === draws ? 0 : fewer;
  const sign = taken === draws ? 1 : -1;
  return fewer === marked ? { law, base, sign } : { law, base: draws - base, sign: -sign };
}
