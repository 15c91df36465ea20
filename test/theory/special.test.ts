import { describe, expect, it } from "vitest";
import { normalSurvival } from "../../src/theory/normal.ts";
import { digammaMinusLog, logGammaRatio, trigamma } from "../../src/theory/special.ts";
import { expectRelative } from "./expect.ts";

describe("special functions", () => {
  it("digamma and trigamma have their known values", () => {
    const euler = 0.5772156649015329;
    expectRelative(digammaMinusLog(1), -euler, 1e-14);
    expectRelative(digammaMinusLog(0.5), -euler - Math.LN2, 1e-14);
    expectRelative(trigamma(1), Math.PI ** 2 / 6, 1e-14);
    expectRelative(trigamma(0.5), Math.PI ** 2 / 2, 1e-14);
    expectRelative(digammaMinusLog(1e12), -0.5e-12, 1e-12);
    expectRelative(trigamma(1e12), 1e-12, 1e-12);
  });

  it("logGammaRatio is the difference of log-gammas less s ln a", () => {
    expectRelative(logGammaRatio(1, 4).re, Math.log(24), 1e-14);
    expectRelative(logGammaRatio(3, 2).re, Math.log(12 / 9), 1e-13);
    // |Gamma(1/2 + it)|^2 = pi / cosh(pi t).
    expectRelative(logGammaRatio(0.5, 0, 2).re, -Math.log(Math.cosh(2 * Math.PI)) / 2, 1e-14);
    // Gamma(a + 1) = a Gamma(a) leaves nothing at s = 1, however large a.
    for (const a of [0.5, 7, 14.9, 15.1, 1e6, 1e15])
      expect(Math.abs(logGammaRatio(a, 1).re)).toBeLessThan(1e-15);
    expectRelative(logGammaRatio(1e15, 1e6).re, (1e6 * (1e6 - 1)) / 2e15, 1e-8);
  });

  it("logGammaRatio agrees with 30 digits in the complex plane", () => {
    // mpmath, mp.dps = 30: loggamma(a + s) - loggamma(a) - s*log(a).
    for (const [a, re, im, lnRe, lnIm] of REFERENCE) {
      const { re: x, im: y } = logGammaRatio(a, re, im);
      const size = Math.hypot(lnRe, lnIm);
      expect(Math.hypot(x - lnRe, y - lnIm) / size).toBeLessThan(1e-13);
    }
  });

  it("normalSurvival is right in both tails", () => {
    // mpmath, mp.dps = 30: erfc(z / sqrt(2)) / 2. At z = 30 the square in the exponent alone costs 1e-13.
    expect(normalSurvival(0)).toBe(0.5);
    for (const [z, value] of NORMAL) expectRelative(normalSurvival(z), value, 3e-13);
  });
});

const REFERENCE = [
  [0.5, 0.25, 3, -3.918759633007336, 2.7714553851717025],
  [0.5, -0.4, 0.5, -0.3946766675745958, -1.2034883165083623],
  [4.5, -4, 10, -11.22645171848164, -2.010753932851651],
  [4.5, 30, -7, 38.52238030968343, -14.205059583713604],
  [50, 3, 20, -3.663224430736965, 1.4400980526686444],
  [50, -49, 1, 46.472460120332414, -4.21366332589568],
  [5000, -20, 100, -0.9619918753903689, -0.4041217781990316],
  [1e6, 700, 3000, -4.252254738763091, 2.1022600908192746],
] as const;

const NORMAL = [
  [-9, 1.0],
  [-3, 0.9986501019683699],
  [-1, 0.8413447460685429],
  [-0.1, 0.539827837277029],
  [1e-8, 0.4999999960105772],
  [0.7, 0.24196365222307303],
  [2, 0.02275013194817921],
  [2.9, 0.0018658133003840384],
  [5, 2.866515718791939e-7],
  [10, 7.619853024160525e-24],
  [30, 4.906713927148187e-198],
] as const;
