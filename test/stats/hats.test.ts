// What rejection samplers rest on: the density never leaves the hat, and what is decided quickly is decided as the full
// test would. Densities are those of lib-r-math.js, which shares nothing with the samplers. All inequalities are tried
// on grids, dense where the laws are far from their limits.
import { dbinom, dhyper, dpois } from "lib-r-math.js";
import { describe, expect, it } from "vitest";
import { hatOf as binomialHat, boundsOf } from "../../src/reference/random/binomial.ts";
import { Law } from "../../src/reference/random/hypergeometric-law.ts";
import { hatOf as poissonHat } from "../../src/reference/random/poisson.ts";

/** Far more than the roundings of a density: the inequalities have to hold with this to spare. */
const SPARE = 1e-12;
/** 0.5 - |u| from where on a squeeze may accept. */
const QUICK = 0.07;

/** 0.5 - |u| for the u that (2a / (0.5 - |u|) + b) u = y, without cancellation. */
function distance(y: number, a: number, b: number): number {
  const size = Math.abs(y);
  const sum = 2 * a + 0.5 * b + size;
  return (2 * a) / (2 * a + size - 0.5 * b + Math.sqrt(sum * sum - 2 * b * size));
}

/** Whole numbers within 12 standard deviations and 20, and one that is impossible: all, or ten to a deviation. */
function* around(mean: number, std: number, most = Number.POSITIVE_INFINITY): Generator<number> {
  const step = Math.max(1, Math.floor(std / 10));
  const end = Math.min(most + 1, mean + 12 * std + 20);
  for (let k = Math.max(-1, Math.floor(mean - 12 * std - 20)); k <= end; k += step) yield k;
}

interface Hat {
  readonly a: number;
  readonly b: number;
  readonly center: number;
  /** The hat's height: k is accepted with probability density(k) G'(u) / top. */
  readonly top: number;
  readonly squeeze: number;
  /** Below this 0.5 - |u|, v > 0.5 - |u| is refused at once. */
  readonly edge: number;
}

/** How far below the hat, above the squeeze and below what is refused at once the acceptance of k stays. */
function room({ a, b, center, top, squeeze, edge }: Hat, k: number, density: number): number {
  // G'(u) = a / us^2 + b is least where us is greatest: at one end of the interval that gives k, or at u = 0.
  const ends = [k - center, k + 1 - center].map((y) => distance(y, a, b));
  const near = k <= center && center <= k + 1 ? 0.5 : Math.max(...ends);
  const far = Math.min(...ends);
  const acceptance = (us: number) => (density * (a / (us * us) + b)) / top;
  const spare = [1 - acceptance(far)];
  if (near >= QUICK) spare.push(acceptance(near) - squeeze);
  if (far < edge) spare.push(1 - acceptance(far) / far);
  return Math.min(...spare);
}

function* means(): Generator<number> {
  for (let mean = 10; mean < 60; mean += 0.05) yield mean;
  for (let mean = 60; mean < 1e15; mean *= 1.05) yield mean;
}

describe("poisson: transformed rejection", () => {
  it("has a hat above the density, a squeeze below it", () => {
    for (const mean of means()) {
      const { inverseAlpha, ...hat } = poissonHat(mean);
      for (const k of around(mean, Math.sqrt(mean))) {
        const left = room(
          { ...hat, center: mean + 0.43, top: inverseAlpha, edge: 0.013 },
          k,
          k < 0 ? 0 : dpois(k, mean),
        );
        if (!(left > SPARE)) expect.fail(`mean ${mean}, k = ${k}: ${left}`);
      }
    }
  });
});

/** From p = 1/2 down to where a law is all but Poisson, from the least mean up to where it is all but normal. */
function* trials(): Generator<[number, number]> {
  for (let p = 0.5; p > 1e-12; p *= p > 0.05 ? 0.96 : 0.1) {
    for (let mean = 10; mean < 1e12; mean *= mean < 100 ? 1.02 : 2) {
      const n = Math.ceil(mean / p);
      if (n < 2 ** 53) yield [n, p];
    }
  }
}

describe("binomial: transformed rejection", () => {
  it("has a hat above the density, a squeeze below it", () => {
    for (const [n, p] of trials()) {
      const { alpha, mode, ...hat } = binomialHat(n, p, 1 - p);
      const peak = dbinom(mode, n, p);
      for (const k of around(n * p, Math.sqrt(hat.variance), n)) {
        const density = k < 0 || k > n ? 0 : dbinom(k, n, p) / peak;
        const left = room({ ...hat, center: n * p + 0.5, top: alpha, edge: 0 }, k, density);
        if (!(left > SPARE)) expect.fail(`n = ${n}, p = ${p}, k = ${k}: ${left}`);
      }
    }
  });

  it("has bounds on both sides of the logarithm of the density", () => {
    for (const [n, p] of trials()) {
      const { variance, mode } = binomialHat(n, p, 1 - p);
      const peak = dbinom(mode, n, p, true);
      for (const k of around(n * p, Math.sqrt(variance), n)) {
        const far = Math.abs(k - mode);
        if (k < 0 || k > n || !(far > 20 && far < 0.5 * variance - 1)) continue;
        const [low, high] = boundsOf(far, variance);
        const ratio = dbinom(k, n, p, true) - peak;
        // The bounds are met in the limit, so here roundings are left the room.
        if (!(low - SPARE < ratio && ratio < high + SPARE)) {
          expect.fail(`n = ${n}, p = ${p}, k = ${k}: ${low} < ${ratio} < ${high}`);
        }
      }
    }
  });
});

/** Laws of few items, then others up to where they are all but binomial or normal; densest in the least means. */
function* laws(): Generator<Law> {
  for (let total = 80; total < 100; ++total) {
    for (let most = 20; most <= total / 2; ++most) {
      for (let least = 20; least <= most; ++least) yield new Law(least, most, total);
    }
  }
  for (let total = 100; total < 2 ** 53; total = Math.ceil(total * (total < 1e4 ? 1.4 : 100))) {
    for (const share of [0.5, 0.45, 0.4, 0.3, 0.2, 0.1, 0.01, 1e-4, 1e-7]) {
      const most = Math.floor(share * total);
      for (let least = Math.ceil((10 * total) / most); least <= most; ) {
        yield new Law(least, most, total);
        least = Math.ceil(least * (least * most < 20 * total ? 1.04 : 4));
      }
    }
  }
}

describe("hypergeometric: transformed rejection", () => {
  it("has a hat above the density, a squeeze below it", () => {
    for (const law of laws()) {
      if (law.isNarrow) continue;
      const { least, most, total, mean, variance, mode } = law;
      const { alpha, ...hat } = law.hat();
      const density = (k: number) => (k < 0 || k > least ? 0 : dhyper(k, most, total - most, least));
      const peak = density(mode);
      for (const k of around(mean, Math.sqrt(variance), least)) {
        const left = room({ ...hat, center: mean + 0.5, top: alpha, edge: 0 }, k, density(k) / peak);
        if (!(left > SPARE)) expect.fail(`${least}, ${most} of ${total}, k = ${k}: ${left}`);
      }
    }
  });
});
