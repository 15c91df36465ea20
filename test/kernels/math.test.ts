import { describe, expect, it } from "vitest";
import {
  decay,
  deviance,
  exp,
  log,
  logComplement,
  stirlingError,
  tanhOf,
  timesExp,
} from "../../src/kernels/math.ts";
import { Stream } from "../../src/kernels/stream.ts";
import { uniform } from "../../src/reference/random/uniform.ts";
import { integerKey } from "../../src/seed.ts";
import { instantiate } from "../../src/wasm/module.ts";

const wasm = instantiate();
const stream = new Stream(integerKey(1), integerKey(0));

/** Distance in units in the last place of the expected value. */
function ulps(actual: number, expected: number): number {
  if (expected === 0) return actual === 0 ? 0 : Number.POSITIVE_INFINITY;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(expected))) - 52);
  return Math.abs(actual - expected) / unit;
}

describe("elementary functions", () => {
  it("log, exp and logComplement give the bits of the kernels and stay within 2 ulp of Math", () => {
    let worst = 0;
    for (let i = 0; i < 30_000; ++i) {
      const u = uniform(stream);
      const x = 2 ** (2000 * u - 1000) * (1 + uniform(stream));
      if (!Object.is(log(x), wasm.log(x))) expect.fail(`log(${x})`);
      worst = Math.max(worst, ulps(log(x), Math.log(x)));
      const y = 1400 * u - 700;
      if (!Object.is(exp(y), wasm.exp(y))) expect.fail(`exp(${y})`);
      worst = Math.max(worst, ulps(exp(y), Math.exp(y)));
      const p = 0.5 * 2 ** (-60 * u);
      if (!Object.is(logComplement(p), wasm.logComplement(p))) expect.fail(`logComplement(${p})`);
      worst = Math.max(worst, ulps(logComplement(p), Math.log1p(-p)));
    }
    expect(worst).toBeLessThan(2);
  });

  it("decay and tanhOf stay within 2 and 4 ulp of Math, however close to 0", () => {
    let decays = 0;
    let tanhs = 0;
    for (let i = 0; i < 30_000; ++i) {
      const x = i % 2 ? -40 * uniform(stream) : -700 * 2 ** (-60 * uniform(stream));
      decays = Math.max(decays, ulps(decay(x), Math.exp(x)));
      tanhs = Math.max(tanhs, ulps(tanhOf(x), Math.tanh(-x / 2)));
    }
    expect(decays).toBeLessThan(2);
    expect(tanhs).toBeLessThan(4);
    expect([decay(0), tanhOf(0)]).toEqual([1, 0]);
    expect(tanhOf(-700)).toBe(1);
  });

  it("log is exact at powers of two's neighbours and exp at the ends of its range", () => {
    expect(log(1)).toBe(0);
    expect(exp(0)).toBe(1);
    expect(exp(-746)).toBe(0);
    expect(exp(-1e300)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(wasm.exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(ulps(exp(709), Math.exp(709))).toBeLessThan(2);
    expect(ulps(log(2 ** -53), -53 * Math.LN2)).toBeLessThan(2);
  });

  it("log and exp know the numbers below the normal ones", () => {
    // mpmath: e^-720.5 = 1.2326102892827409e-313, e^-745.1 = 2.55e-324, and ln 2^-1074
    expect(exp(-720.5)).toBe(1.2326102893e-313);
    expect(exp(-745.1)).toBe(5e-324);
    expect(log(5e-324)).toBe(-744.4400719213812);
    let worst = 0;
    for (let i = 0; i < 10_000; ++i) {
      const y = -708 - 38 * uniform(stream);
      if (!Object.is(exp(y), wasm.exp(y))) expect.fail(`exp(${y})`);
      // The last place is worth 2^-1074 here: half of it is lost to rounding.
      worst = Math.max(worst, Math.abs(exp(y) - Math.exp(y)) / 2 ** -1074 / (1 + exp(y) / 2 ** -1022));
      const x = 2 ** (-1021 - 53 * uniform(stream));
      if (!Object.is(log(x), wasm.log(x))) expect.fail(`log(${x})`);
      worst = Math.max(worst, ulps(log(x), Math.log(x)));
    }
    expect(worst).toBeLessThan(2);
    // Rounded once: e^-744.0685 is 1.45 of the least numbers above 0, e^-746 a fifth of one.
    expect(timesExp(0.4, -744.0685)).toBe(5e-324);
    expect(timesExp(100, -746)).toBe(21 * 5e-324);
  });

  it("stirlingError and deviance match 50-digit references", () => {
    // mpmath: loggamma(n+1) - ((n+1/2) log n - n + log(2 pi)/2); x log(x/m) + m - x
    expect(ulps(stirlingError(1), 0.08106146679532726)).toBeLessThan(1);
    expect(ulps(stirlingError(16), 0.0052076559196096404)).toBeLessThan(4);
    expect(ulps(stirlingError(1000), 8.333333055555635e-5)).toBeLessThan(2);
    expect(ulps(deviance(100, 101), 0.004966914683191715)).toBeLessThan(2);
    expect(deviance(5, 50)).toBeCloseTo(5 * Math.log(0.1) + 45, 13);
    expect(deviance(7, 7)).toBe(0);
  });
});
