import { describe, expect, it } from "vitest";
import { extinctionRate } from "../../../src/theory/extinction.ts";
import {
  absence,
  absenceRate,
  absenceRateLimit,
  expectedUnique,
  expectedUniqueLimit,
  lostMass,
  permanentLoss,
  powerLawLostMass,
  type RegimeLaw,
} from "../../../src/theory/regimes/index.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "../expect.ts";
import { LAWS, tendsToTruth, titleOf } from "./laws.ts";

const rates = (regime: RegimeLaw, generations: number[], samples = 1000) =>
  absenceRate({ regime, samples, generations });
const limit = (regime: RegimeLaw, samples = 1000) => absenceRateLimit({ regime, samples });
const subsample: RegimeLaw = { name: "accumulate-subsample" };
const weighted: RegimeLaw = { name: "weighted", realSamples: 10, weight: 0.5 };
const zipf = Array.from({ length: 1000 }, (_, i) => 1 / (i + 3.7));

describe("absenceRate, as tabulated", () => {
  it("of subsamples", () => {
    expectRow((i) => rates(subsample, [2, 3, 10, 100])[i], ".69673467 .626982376 .537509451 .504199924");
    expectDigits(limit(subsample), ".50051");
  });

  it("of fresh data", () => {
    const limits = [0.5, 0.2, 0.1, 0.01].map((realShare) => limit({ name: "fresh", realShare }));
    expectRow((i) => limits[i], ".870268047 .587358987 .399745425 .0813108685");
    for (const law of [
      { name: "fresh", realShare: 0.1 },
      { name: "fresh", realSamples: 100 },
    ] as RegimeLaw[]) {
      expectRow((i) => rates(law, [5, 20])[i], ".47591079 .401148042");
    }
  });

  it("of replaced data that grow", () => {
    expectDigits(rates({ name: "replace", growth: "linear" }, [100])[0], ".373056812");
    expectDigits(rates({ name: "replace", growth: "quadratic" }, [100])[0], ".939361354");
  });

  it("of two fits: there in units of the real data, a third of all", () => {
    expectDigits(3 * limit(weighted, 30), "2.28474433");
    expectDigits(3 * rates(weighted, [100], 30)[0], "2.28474433");
  });
});

describe("absenceRate", () => {
  it.each(LAWS.map((law) => [titleOf(law), law] as const))(
    "is 1 at the first fit and falls to its limit: %s",
    (_, law) => {
      const all = rates(law, [0, 1, 2, 3, 10, 3000], 20);
      expect(all[0]).toBe(Infinity);
      expectRelative(all[1], 1, 1e-14);
      if (tendsToTruth(law)) {
        expect([all[3], limit(law, 20)]).toEqual([
          1 + 2 * (law.name === "accumulate" && law.realShare ? 0.3 : 1 / 20),
          Infinity,
        ]);
        return;
      }
      for (let i = 2; i < all.length; i++) expect(all[i]).toBeLessThanOrEqual(all[i - 1] * (1 + 1e-12));
      expect(Math.abs(all[5] - limit(law, 20))).toBeLessThan(
        law.name === "replace" || law.name === "accumulate-subsample" ? 1e-3 : 1e-9,
      );
    },
  );

  it("of replaced data is the extinction rate", () => {
    for (const k of [0, 1, 2, 33, 1000]) {
      const [rate] = rates({ name: "replace" }, [k]);
      if (k === 0) expect(rate).toBe(extinctionRate(0));
      else expectRelative(rate, extinctionRate(k), 1e-12);
    }
  });

  it("of small shares is summed by an integral, which is right", () => {
    // Both sides of where it takes over, against the recursion.
    for (const share of [0.0099, 0.0101, 0.002]) {
      expectRelative(
        limit({ name: "fresh", realShare: share }),
        rates({ name: "fresh", realShare: share }, [30_000])[0],
        1e-9,
      );
      const two: RegimeLaw = { name: "weighted", realSamples: 10, weight: share };
      expectRelative(limit(two, 500), rates(two, [30_000], 500)[0], 1e-9);
    }
    // 2 a ln(1/a) + C a, and less and less more.
    const constant = (a: number) => limit({ name: "fresh", realShare: a }) / a + 2 * Math.log(a);
    expect(Math.abs(constant(1e-6) + 1.186)).toBeLessThan(0.001);
    for (const a of [1e-8, 1e-12, 1e-300]) expectRelative(constant(a), constant(1e-7), 3e-5);
  });

  it("has ends: no real data, nothing else", () => {
    for (const law of [
      { name: "fresh", realShare: 0 },
      { name: "fixed", realSamples: 0 },
      { name: "weighted", realSamples: 10, weight: 0 },
    ] as RegimeLaw[]) {
      expect(limit(law, 20)).toBe(0);
      expect(permanentLoss({ regime: law, samples: 20 })).toBe("any");
    }
    expect(limit({ name: "fresh", realShare: 1 })).toBe(1);
    expect(limit({ name: "weighted", realSamples: 5, weight: 1 }, 20)).toBe(0.25);
    expect(rates({ name: "weighted", realSamples: 5, weight: 1 }, [2], 20)[0]).toBe(0.25);
  });

  it("says what may be lost for good", () => {
    const losses = LAWS.map((regime) => permanentLoss({ regime, samples: 20 }));
    expect(losses).toEqual(["any", "unkept", "none", "none", "unkept", "none", "none", "unkept", "none"]);
  });
});

describe("the symbols in the model", () => {
  it("reproduce the table of the law of Zipf and Mandelbrot", () => {
    const options = { samples: 1000, weights: zipf };
    const unique = expectedUnique({ ...options, regime: subsample, generations: [2, 3, 5, 10] });
    expectRow((i) => unique[i] / 1000, ".311544 .290913 .274782 .262648");
    const fresh: RegimeLaw = { name: "fresh", realShare: 0.1 };
    expectDigits(expectedUniqueLimit({ ...options, regime: fresh }) / 1000, ".214310");
  });

  it("are the first draw's where all is kept", () => {
    const options = { samples: 50, weights: [3, 1, 1, 0] };
    const kept = expectedUnique({ ...options, regime: { name: "accumulate" }, generations: [0, 1, 9] });
    const first = [0.6, 0.2, 0.2].reduce((sum, p) => sum + 1 - Math.exp(-50 * p), 0);
    expect(kept[0]).toBe(3);
    expectRelative(kept[1], first, 1e-14);
    expect(kept[2]).toBe(kept[1]);
    const set = expectedUniqueLimit({ ...options, regime: { name: "fixed", realSamples: 10 } });
    expectRelative(
      set,
      [0.6, 0.2, 0.2].reduce((sum, p) => sum + 1 - Math.exp(-10 * p), 0),
      1e-14,
    );
  });

  it("are each absent by their count or probability", () => {
    for (const regime of LAWS) {
      const options = { regime, samples: 20, generations: [0, 1, 2, 7] };
      const one = absence({ ...options, p: 0.1 });
      expect(absence({ ...options, count: 2 })).toEqual(one);
      expect(one[0]).toBe(0);
      expectRelative(one[1], Math.exp(-2), 1e-14);
      const unique = expectedUnique({ ...options, weights: [1, 9] });
      const other = absence({ ...options, p: 0.9 });
      const lost = lostMass({ ...options, weights: [1, 9] });
      for (let i = 1; i < 4; i++) {
        expectRelative(unique[i], 2 - one[i] - other[i], 1e-13);
        expectRelative(lost[i], 0.1 * one[i] + 0.9 * other[i], 1e-13);
      }
      expect(lost[0]).toBe(0);
      expect(absence({ ...options, p: 0 })).toEqual(new Float64Array(4).fill(1));
    }
  });

  it("are checked", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(() => absence({ regime: subsample, samples: 9, generation: 1, ...options }), message);
    invalid({}, "invalid count: missing (a finite number, 0 or above)");
    invalid({ p: 2 }, "invalid p: 2 (a number from 0 to 1)");
    invalid({ p: 0.2, count: 1 }, "invalid count: 1 (not together with p)");
    expectInvalid(
      () => limit({ name: "fresh", realShare: 0.1, growth: "linear" }),
      "invalid regime.growth: the limit is that of equal sizes (left out)",
    );
  });
});

describe("powerLawLostMass", () => {
  const at = (samples: number, rate: number) => powerLawLostMass({ exponent: 1.5, samples, rate });

  it("reproduces its table", () => {
    const fresh = limit({ name: "fresh", realShare: 0.1 });
    const row = (samples: number) =>
      [1, extinctionRate(10), extinctionRate(samples / 100), fresh].map((rate) => at(samples, rate));
    // Some of the table's numbers, which are sums, are off by up to 1.1e-9, as the sum below tells.
    expectRow((i) => row(1000)[i], ".0941559506 .16922225 .16922225 .127816407");
    expectRow((i) => row(1e5)[i], ".02028528 .03645783 .161170707 .02753721");
  });

  it("is the sum over all i", () => {
    const zeta = 2.612375348685488;
    for (const samples of [1000, 1e5]) {
      const last = 1e6;
      let sum = 0;
      for (let i = 1; i < last; i++) sum += (i ** -1.5 / zeta) * Math.exp((-samples * i ** -1.5) / zeta);
      // The rest by Euler and Maclaurin's formula: with x = samples p the integrand is a power series in it.
      const tail = (power: number) =>
        last ** (1 - power) / (power - 1) + last ** -power / 2 + (power / 12) * last ** (-power - 1);
      let factor = 1 / zeta;
      for (let j = 0; j < 6; j++) {
        sum += factor * tail(1.5 * (j + 1));
        factor *= -samples / zeta / (j + 1);
      }
      expectRelative(at(samples, 1), sum, 1e-11);
    }
  });

  it("has a law of scale, and checks what it is given", () => {
    expectRelative(at(8000, 1) * 2, at(1000, 1), 1e-14);
    expectRelative(at(1000, 8), at(8000, 1), 1e-14);
    expectInvalid(
      () => powerLawLostMass({ exponent: 1, samples: 5 }),
      "invalid exponent: 1 (a number above 1, up to 100)",
    );
    expectInvalid(() => at(1000, 0), "invalid rate: 0 (a finite number above 0)");
  });
});
