// The inequalities that quick decisions rest on, where they can be had without a law: the squeezes of Marsaglia & Tsang's
// gamma, and the layers of the ziggurat.
import { describe, expect, it } from "vitest";
import { stepLaw } from "../../src/reference/chains/gaussian-steps.ts";
import { layerOf as exponentialLayerOf } from "../../src/reference/random/exponential.ts";
import { logAcceptance } from "../../src/reference/random/gamma.ts";
import { layerOf } from "../../src/reference/random/ziggurat.ts";

/** Shapes from 1 on: dense below 100, then up to 2^53. */
function* shapes(): Generator<number> {
  for (let shape = 1; shape < 100; shape *= 1.01) yield shape;
  for (let shape = 100; shape < 2 ** 53; shape *= 1.5) yield shape;
}

/** Normals for which 1 + c x > 0, farther out than words of 53 bits reach. */
function* normals(c: number): Generator<number> {
  for (let x = -14; x < 14; x += 0.05) if (1 + c * x > 0) yield x;
}

describe("gamma", () => {
  it("accepts what its squeeze accepts, and with no probability above 1", () => {
    for (const shape of shapes()) {
      const d = shape - 0.3333333333333333;
      const c = 1 / Math.sqrt(9 * d);
      for (const x of normals(c)) {
        const acceptance = logAcceptance(d, c * x, x, (1 + c * x) ** 3);
        const squeeze = Math.log(1 - 0.0331 * x ** 4); // NaN where it accepts nothing
        if (acceptance > 1e-12 || squeeze > acceptance + 1e-12) {
          expect.fail(`shape ${shape}, x = ${x}: ${squeeze} <= ${acceptance} <= 0`);
        }
      }
    }
  });

  it("does so in the chain too, whose squeeze is tighter for many samples", () => {
    for (const shape of shapes()) {
      const n = Math.round(2 * shape + 1);
      const { d, c, squeeze } = stepLaw(n, n);
      for (const x of normals(c)) {
        const sure = Math.log(1 - squeeze * x ** 4);
        const acceptance = logAcceptance(d, c * x, x, (1 + c * x) ** 3);
        if (sure > acceptance + 1e-12) expect.fail(`n = ${n}, x = ${x}: ${sure} <= ${acceptance}`);
      }
      // Nothing is accepted where 1 + c x is not above 0.
      expect(1 - squeeze / c ** 4).toBeLessThan(0);
    }
  });
});

describe("ziggurat of exponentials", () => {
  const layers = Array.from({ length: 256 }, (_, i) => exponentialLayerOf(i));

  it("has layers of one area that cover what is under the density, up to its peak", () => {
    const [lowest, ...others] = layers;
    const area = lowest.width * lowest.high;
    // What is beyond the lowest layer's inner part is the tail, whose area is the density there.
    expect(Math.abs((lowest.inside * lowest.high + Math.exp(-lowest.inside)) / area - 1)).toBeLessThan(1e-13);
    for (const [i, { width, inside, low, high }] of others.entries()) {
      expect(Math.abs((width * (high - low)) / area - 1)).toBeLessThan(1e-12);
      expect(low).toBe(layers[i].high);
      expect(width).toBe(layers[i].inside);
      expect(Math.abs(Math.exp(-width) / low - 1)).toBeLessThan(1e-13);
      expect(Math.exp(-inside)).toBeGreaterThan(high * (1 - 1e-13));
    }
    expect(layers[255].high).toBe(1);
    expect(layers[255].inside).toBe(0);
  });
});

describe("ziggurat", () => {
  const density = (x: number) => Math.exp(-0.5 * x * x);
  const layers = Array.from({ length: 256 }, (_, i) => layerOf(i));

  it("has layers of one area that cover what is under the density, up to its peak", () => {
    const [lowest, ...others] = layers;
    const area = lowest.width * lowest.high;
    for (const { width, low, high } of others)
      expect(Math.abs((width * (high - low)) / area - 1)).toBeLessThan(1e-12);
    layers.forEach(({ width, inside, low, high }, i) => {
      if (i > 0) {
        expect(low).toBe(layers[i - 1].high);
        expect(width).toBe(layers[i - 1].inside);
        // As wide as the density where the layer begins: what is beyond is above the density.
        expect(Math.abs(density(width) / low - 1)).toBeLessThan(1e-13);
      }
      // All of the inner part is under the density.
      expect(density(inside)).toBeGreaterThan(high * (1 - 1e-13));
    });
    expect(layers[255].high).toBe(1);
    expect(layers[255].inside).toBe(0);
  });

  it("gives the lowest layer, with the tail beyond it, the area of the others", () => {
    const { width, inside, high } = layers[0];
    // Simpson's rule: its error is some 1e-15 here.
    let tail = 0;
    for (let i = 0; i < 4000; ++i) {
      const x = inside + i / 400;
      tail += (density(x) + 4 * density(x + 1 / 800) + density(x + 1 / 400)) / 2400;
    }
    expect(Math.abs((inside * high + tail) / (width * high) - 1)).toBeLessThan(1e-12);
  });
});
