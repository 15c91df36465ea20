import { describe, expect, it } from "vitest";
import {
  heterozygosityLeft,
  meanError,
  meanErrorLimit,
  type RegimeLaw,
} from "../../../src/theory/regimes/index.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "../expect.ts";
import { modelsAt } from "./bernoulli-lists.ts";
import { LAWS, tendsToTruth, titleOf } from "./laws.ts";

const at = (regime: RegimeLaw, v2: number, generations: number[], samples = 10) =>
  meanError({ regime, samples, v2, generations });
const limit = (regime: RegimeLaw, v2: number, samples = 10) => meanErrorLimit({ regime, samples, v2 });
const fresh: RegimeLaw = { name: "fresh", realShare: 0.1 };
const subsample: RegimeLaw = { name: "accumulate-subsample" };

describe("meanError, n = 10, as tabulated for V(m) with v2 of 0, -1 and 1", () => {
  it.each([
    [0, ".2 1", ".125 .154976773", ".164493407", ".173684211 .267747443 .300058839 .305004059"],
    [-1, ".19 .65132156", ".1225 .148497937", ".156564143", ".168684211 .2402205 .258872466 .261006872"],
    [1, ".21 1.59374246", ".1275 .161697678", ".172804221", ".178684211 .298990916 .351685854 .362408402"],
  ])(
    "v2 = %d: replaced, accumulated, subsamples",
    (v2, replaced, accumulated, accumulatedLimit, subsamples) => {
      expectRow((i) => at({ name: "replace" }, v2, [2, 10])[i], replaced);
      expectRow((i) => at({ name: "accumulate" }, v2, [2, 10])[i], accumulated);
      expectDigits(limit({ name: "accumulate" }, v2), accumulatedLimit);
      expectRow((i) => at(subsample, v2, [2, 10, 100, 1e5])[i], subsamples);
    },
  );

  it.each([
    [0, ".477469058", ".552486188", ".526315789", ".133333333 .144444444", ".05"],
    [-1, ".353361196", ".36900369", ".357142857", ".129032258 .138297872", ".0491803279"],
    [1, ".675650638", "1.0989011", "1", ".137931034 .151162791", ".0508474576"],
  ])("v2 = %d: fresh, fixed and weighted", (v2, ten, byChance, counted, sets, weighted) => {
    expectDigits(at(fresh, v2, [10])[0], ten);
    expectDigits(limit(fresh, v2), byChance);
    expectDigits(limit({ name: "fresh", realSamples: 1 }, v2), counted);
    expectRow((i) => limit({ name: "fixed", realSamples: 10 }, v2, [20, 50][i]), sets);
    expectDigits(limit({ name: "weighted", realSamples: 10, weight: 0.5 }, v2, 30), weighted);
  });

  it("accumulate tends to pi^2 / 6n, subsamples to (pi^2 / 2 - 2) / n, for many samples", () => {
    expectRelative(limit({ name: "accumulate" }, 0, 1e6), Math.PI ** 2 / 6e6, 1e-14);
    for (const v2 of [-1, 0, 1]) {
      expectRelative(limit({ name: "accumulate" }, v2, 1e4), Math.PI ** 2 / 6e4, 1e-4);
      expectRelative(limit(subsample, v2, 1e6), (Math.PI ** 2 / 2 - 2) / 1e6, 1e-5);
    }
    // Both sides of where the series takes over.
    for (const v2 of [-1, 1])
      expectRelative(limit({ name: "accumulate" }, v2, 986), limit({ name: "accumulate" }, v2, 988), 0.003);
  });
});

describe("meanErrorLimit", () => {
  it.each(LAWS.slice(1).map((law) => [titleOf(law), law] as const))(
    "is where the recursion goes: %s",
    (_, law) => {
      for (const v2 of [-1, -0.25, 0, 1]) {
        const end = limit(law, v2, 20);
        const [early, late] = at(law, v2, [1000, 2000], 20);
        if (tendsToTruth(law)) {
          expect(end).toBe(0);
          expect(late).toBeLessThan(0.95 * early);
        } else if (!law.name.startsWith("accumulate")) expectRelative(late, end, 1e-12);
        else {
          // It comes near by a power of k.
          const power = law.name === "accumulate" ? 1 : 1 - (1 + v2) / 20;
          expectRelative((end - early) / (end - late), 2 ** power, 0.002);
        }
      }
    },
  );

  it("of replaced data is 1 / |v2| where that is negative", () => {
    for (const v2 of [-1, -0.25]) expectRelative(limit({ name: "replace" }, v2), -1 / v2, 1e-14);
    for (const v2 of [0, 1]) expect(limit({ name: "replace" }, v2)).toBe(Infinity);
  });

  it("of subsamples is that of the closed form where v2 is -1", () => {
    expectDigits(1 - limit(subsample, -1), ".738990985");
    expectDigits(1 - limit(subsample, -1, 100), ".970997082");
    // The product of 1 - (3n - 1) / (jn(jn - 1)), and its tail of about exp(-(3n - 1) / (n^2 J)).
    let left = 1 - 1 / 7;
    const last = 1e6;
    for (let j = 2; j <= last; j++) left *= 1 - 20 / (7 * j * (7 * j - 1));
    left *= Math.exp(-(20 / 49) / (last + 0.5));
    expectRelative(1 - limit(subsample, -1, 7), left, 1e-10);
  });

  it("of subsamples loses few digits where the pool's spread grows for long", () => {
    // Richardson's step from 10^6 generations, by the power of k with which the difference falls.
    for (const [v2, n] of [
      [0, 4],
      [1, 8],
      [3, 16],
    ]) {
      const [early, late] = at(subsample, v2, [1e5, 2e5], n);
      const end = limit(subsample, v2, n);
      const power = 1 - (1 + v2) / n;
      expectRelative((end - early) / (end - late), 2 ** power, 1e-4);
    }
    expect(limit(subsample, 9, 10)).toBe(Infinity);
  });

  it("has none where the error grows for ever", () => {
    expect(limit({ name: "fresh", realSamples: 1 }, 30)).toBe(Infinity);
    expect(limit({ name: "fixed", realSamples: 1 }, 30)).toBe(Infinity);
    expect(limit({ name: "fixed", realSamples: 10 }, 30)).toBe(0.1);
    expect(limit({ name: "fresh", realSamples: 10 }, 5)).toBe(0.1);
    expectInvalid(
      () => limit({ name: "replace", growth: "linear" }, 0),
      "invalid regime.growth: the limit is that of equal sizes (left out)",
    );
  });
});

describe("meanError is what a list of all that may happen says", () => {
  const all = LAWS.flatMap((law) => [
    [titleOf(law), law, 4] as const,
    [`${titleOf(law)}, growing`, { ...law, growth: "power:0.8" } as RegimeLaw, 4] as const,
  ]);
  it.each(all)("%s", (_, law, samples) => {
    const p = 0.3;
    for (const generation of [1, 2, 3]) {
      const models = modelsAt(law, p, samples, generation);
      const error = models.reduce((sum, [q, chance]) => sum + chance * (q - p) ** 2, 0);
      const left = models.reduce((sum, [q, chance]) => sum + chance * q * (1 - q), 0);
      const options = { regime: law, samples, generation };
      expectRelative(meanError({ ...options, family: "bernoulli" }) * p * (1 - p), error, 1e-12);
      expectRelative(heterozygosityLeft(options) * p * (1 - p), left, 1e-12);
    }
  });
});

describe("meanError", () => {
  it("starts with no error, then that of one fit to real data", () => {
    for (const law of LAWS) {
      const [none, one] = at(law, 0.5, [0, 1]);
      expect(none).toBe(0);
      if (law.name === "weighted") expectRelative(one, 0.35 ** 2 / 2 + 0.65 ** 2 / 8, 1e-14);
      else expectRelative(one, 0.1, 1e-14);
    }
  });

  it("with growing sizes is the sum of 1/n_j, and stays bounded where that is", () => {
    const grown = (growth: "linear" | "quadratic", k: number) => at({ name: "replace", growth }, 0, [k])[0];
    expectRelative(grown("linear", 3), (1 + 1 / 2 + 1 / 3) / 10, 1e-14);
    expectRelative(grown("quadratic", 1e5), Math.PI ** 2 / 60, 1e-5);
    // Superlinear growth leaves heterozygosity: n_k = 5 k^2, k = 20.
    const left = heterozygosityLeft({
      regime: { name: "replace", growth: "quadratic" },
      samples: 5,
      generation: 20,
    });
    expectDigits(left, ".708879");
  });

  it("takes the same generations in any order, and a family by its name", () => {
    const [a, b, c] = at(fresh, 0, [7, 1, 7]);
    expect(a).toBe(c);
    expect(b).toBe(0.1);
    const named = meanError({ regime: fresh, samples: 10, family: "poisson", generation: 7 });
    expect(named).toBe(a);
  });

  it("is Infinity beyond the largest number, in every regime that grows so", () => {
    for (const law of LAWS) {
      const [late] = at(law, 1e6, [5000], 4);
      expect(late, titleOf(law)).toBeGreaterThan(law.name === "accumulate" ? 1 : Number.MAX_VALUE);
    }
    expect(at(subsample, 1e6, [5000], 4)[0]).toBe(Infinity);
  });

  it("is that of as many real data, where all that are kept are real", () => {
    for (const growth of [undefined, "linear"] as const) {
      const law: RegimeLaw = { name: "accumulate", realShare: 1, ...(growth && { growth }) };
      for (const v2 of [-1, 0, 1]) {
        const [first, fourth] = at(law, v2, [1, 4], 20);
        expectRelative(first, 1 / 20, 1e-14);
        expectRelative(fourth, 1 / (growth ? 200 : 80), 1e-14);
      }
    }
  });

  it("without real data is the same under every name", () => {
    for (const law of [
      { name: "fresh", realShare: 0 },
      { name: "fresh", realSamples: 0 },
      { name: "fixed", realSamples: 0 },
    ] as RegimeLaw[]) {
      expectRelative(at(law, 1, [9])[0], at({ name: "replace" }, 1, [9])[0], 1e-14);
      expect(limit(law, 0)).toBe(Infinity);
    }
    for (const law of [
      { name: "fresh", realShare: 1 },
      { name: "fresh", realSamples: 10 },
      { name: "fixed", realSamples: 10 },
    ] as RegimeLaw[]) {
      expectRelative(at(law, 1, [9])[0], 0.1, 1e-14);
      expectRelative(limit(law, 1), 0.1, 1e-14);
    }
  });

  it("checks what it is given", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(
        () => meanError({ regime: fresh, samples: 10, v2: 0, generation: 1, ...options }),
        message,
      );
    const regime = (law: object, message: string) => invalid({ regime: law }, message);
    regime(
      { name: "keep" },
      'invalid regime.name: "keep" (one of replace, accumulate, accumulate-subsample, fresh, fixed, weighted)',
    );
    regime({ name: "replace", realShare: 1 }, "unknown option: regime.realShare (only growth)");
    regime({ name: "fresh" }, "invalid regime.realShare: missing (a number from 0 to 1)");
    regime(
      { name: "fresh", realShare: 0.1, realSamples: 1 },
      "invalid regime.realShare: 0.1 (not together with regime.realSamples)",
    );
    regime({ name: "fixed", realSamples: 11 }, "invalid regime.realSamples: 11 (an integer from 0 to 10)");
    regime(
      { name: "weighted", realSamples: 10, weight: 1 },
      "invalid regime.realSamples: 10 (an integer from 1 to 9)",
    );
    regime({ name: "weighted", realSamples: 1 }, "invalid regime.weight: missing (a number from 0 to 1)");
    regime(
      { name: "replace", growth: "cubic" },
      'invalid regime.growth: "cubic" ("linear", "quadratic", "power:A" with A from 0 to 100, or "geometric:R" with R from 1 to 1000000)',
    );
    invalid({ v2: -2 }, "invalid v2: -2 (a number from -1 to 1000000)");
    invalid({ family: "poisson" }, "invalid v2: 0 (not together with family)");
    invalid(
      { v2: undefined, family: "cauchy" },
      'invalid family: "cauchy" (one of bernoulli, categorical, poisson, gaussian, exponential, geometric)',
    );
    invalid({ generations: [1] }, "invalid generation: 1 (not together with generations)");
    invalid({ generation: 1e7 }, "invalid generation: 10000000 (an integer from 0 to 1000000)");
    invalid(
      { regime: { name: "replace", growth: "geometric:2" }, generation: 60 },
      'invalid regime.growth: "geometric:2" (no generation of more than 2^53-1 samples, as generation 51 would be)',
    );
  });
});
