import { describe, expect, it } from "vitest";
import { Generator } from "../../../src/random/generator.ts";
import {
  gaussianMoments,
  gaussianMomentsLimit,
  gaussianRisk,
  meanError,
  type RegimeLaw,
  sizes,
} from "../../../src/theory/regimes/index.ts";
import { digammaMinusLog } from "../../../src/theory/special.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "../expect.ts";
import { LAWS, tendsToTruth, titleOf } from "./laws.ts";

type Estimator = "ml" | "unbiased";

const at = (regime: RegimeLaw, estimator: Estimator, generation: number, samples = 10) =>
  gaussianMoments({ regime, samples, estimator, generation });
const limit = (regime: RegimeLaw, estimator: Estimator, samples = 10) =>
  gaussianMomentsLimit({ regime, samples, estimator });
const accumulate: RegimeLaw = { name: "accumulate" };
const subsample: RegimeLaw = { name: "accumulate-subsample" };

describe("gaussianMoments, as tabulated", () => {
  it("accumulate", () => {
    const ml = [1, 2, 5, 10].map((k) => at(accumulate, "ml", k));
    expectRow((i) => ml[i].variance, ".9 .8775 .858877256 .851502063");
    expectDigits(limit(accumulate, "ml").variance, ".843435857");
    const unbiased = [2, 10, 100_000].map((k) => at(accumulate, "unbiased", k).variance);
    expectRow((i) => unbiased[i], ".973684211 .944126891 .9351416");
    expectDigits(limit(accumulate, "unbiased").variance, ".9351407");
  });

  it("accumulate-subsample, which has no plateau where the variance is unbiased", () => {
    const ml = [1, 2, 3, 5, 10].map((k) => at(subsample, "ml", k));
    expectRow((i) => ml[i].variance, ".9 .831315789 .803605 .779331212 .759779500");
    expectDigits(limit(subsample, "ml").variance, ".738990985");
    expectDigits(limit(subsample, "ml", 100).variance, ".970997082");
    const unbiased = [10, 100, 1e4].map((k) => at(subsample, "unbiased", k).variance);
    expectRow((i) => unbiased[i], "1.0272926275 1.25560507 1.98324548");
    expect(limit(subsample, "unbiased")).toEqual({ variance: Infinity, squaredError: Infinity });
  });

  it("fresh data, by chance or counted", () => {
    expectDigits(limit({ name: "fresh", realSamples: 1 }, "ml").squaredError, ".357142857");
    expectDigits(limit({ name: "fresh", realSamples: 5 }, "ml").squaredError, ".125");
    for (const [regime, variance] of [
      [{ name: "fresh", realShare: 0.1 }, 1.9],
      [{ name: "fresh", realSamples: 1 }, 2],
    ] as [RegimeLaw, number][]) {
      expectRelative(limit(regime, "unbiased").variance, variance, 1e-13);
      expectRelative(limit(regime, "unbiased").squaredError, 1, 1e-13);
    }
    // n (1 - b^2) - b is negative.
    expect(limit({ name: "fresh", realShare: 0.01 }, "unbiased")).toEqual({
      variance: Infinity,
      squaredError: Infinity,
    });
  });

  it("fixed sets of 10 among 20 and 50", () => {
    const sets = [20, 50].map((samples) => limit({ name: "fixed", realSamples: 10 }, "ml", samples));
    expectRow((i) => sets[i].variance, ".870967742 .861702128");
    expectRow((i) => sets[i].squaredError, ".129032258 .138297872");
  });

  it("weighted by the golden ratio: n = m = 100 in two dimensions", () => {
    const regime: RegimeLaw = { name: "weighted", realSamples: 100, weight: 0.618034 };
    const { variance, squaredError } = limit(regime, "unbiased", 200);
    expectRelative(variance, 1, 1e-14);
    expectDigits(2 * squaredError, ".0123606798");
  });
});

describe("gaussianMoments", () => {
  const grown = LAWS.map((law) => ({ ...law, growth: "power:0.8" }) as RegimeLaw);

  it("under ml is what the mean of a law with v2 = -1 says, however the data grow", () => {
    for (const law of [...LAWS, ...grown]) {
      if (law.name === "weighted") continue;
      for (const generation of [0, 1, 2, 9]) {
        const { variance, squaredError } = at(law, "ml", generation);
        expect(Math.abs(variance + squaredError - 1)).toBeLessThan(1e-13);
        const error = meanError({ regime: law, samples: 10, v2: -1, generation });
        expect(Math.abs(squaredError - error)).toBeLessThan(1e-13);
      }
    }
  });

  it("goes to its limit", () => {
    for (const law of LAWS) {
      for (const estimator of ["ml", "unbiased"] as const) {
        const end = limit(law, estimator);
        const late = at(law, estimator, 5000);
        const near = tendsToTruth(law) ? 0.1 : law.name.startsWith("accumulate") ? 2e-3 : 1e-12;
        for (const each of ["variance", "squaredError"] as const) {
          if (Number.isFinite(end[each])) expect(Math.abs(late[each] - end[each])).toBeLessThan(near);
        }
      }
    }
    expect(limit({ name: "replace" }, "unbiased")).toEqual({ variance: 1, squaredError: Infinity });
    expect(limit({ name: "weighted", realSamples: 5, weight: 0 }, "ml")).toEqual({
      variance: 0,
      squaredError: 1,
    });
  });

  // What "ml" comes to is told by the tests above, but for weights. 15 laws, 2 numbers: alpha = 0.001 in all is 4.2
  // standard errors.
  it.each([
    ...[...LAWS, ...grown].map((law) => [titleOf(law), law, "unbiased"] as const),
    ["weighted, ml", { name: "weighted", realSamples: 2, weight: 0.35 }, "ml"] as const,
  ])("is measured over 3,000 trajectories, within 4.2 standard errors: %s", (_, law, estimator) => {
    const seen = measured(law, estimator, 5, 3, 3000);
    const { variance, squaredError } = at(law, estimator, 3, 5);
    expect(Math.abs(seen.variance.mean - variance) / seen.variance.error).toBeLessThan(4.2);
    expect(Math.abs(seen.square.mean - squaredError) / seen.square.error).toBeLessThan(4.2);
  });

  it("checks what it is given", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(
        () => gaussianMoments({ regime: accumulate, samples: 9, generation: 2, ...options }),
        message,
      );
    invalid({ samples: 1 }, "invalid samples: 1 (an integer from 2 to 2^53-1)");
    invalid({ estimator: "map" }, 'invalid estimator: "map" ("unbiased" or "ml")');
    invalid(
      { regime: { name: "weighted", realSamples: 1, weight: 0.5 } },
      "invalid regime.realSamples: 1 (2 or more, and 2 less than samples: each fit has its own variance)",
    );
  });
});

describe("gaussianRisk, as tabulated", () => {
  const risk = (name: "replace" | "accumulate", samples: number, estimator: Estimator, generation: number) =>
    gaussianRisk({ regime: { name }, samples, estimator, generation });

  it("of replaced data", () => {
    const five = risk("replace", 10, "ml", 5);
    expectDigits(five.forward, "2.74851709");
    expectDigits(five.reverse, ".551417465");
    const hundred = risk("replace", 100, "ml", 10);
    expectDigits(hundred.forward, ".136454369");
    expectDigits(hundred.reverse, ".100926774");
    expectDigits(risk("replace", 10, "ml", 10).wasserstein, "1.10494471");
    expectDigits(risk("replace", 10, "unbiased", 10).wasserstein, "1.48421601");
  });

  it("of accumulated data", () => {
    const { logVariance } = gaussianRisk({
      regime: accumulate,
      samples: 10,
      estimator: "ml",
      generations: [5, 20, 200],
    });
    expectRow((i) => logVariance[i], "-.309925405 -.335874086 -.344579017");
    expectDigits(risk("accumulate", 100, "ml", 100).logVariance, "-.0328443558");
    const late = risk("accumulate", 10, "ml", 200);
    expectDigits(late.forward, ".304289267");
    expectDigits(late.reverse, ".172289508");
    expectDigits(risk("accumulate", 10, "ml", 10).wasserstein, ".227774316");
  });

  it("of one fit is that of the chi-square law", () => {
    for (const name of ["replace", "accumulate"] as const)
      for (const estimator of ["ml", "unbiased"] as const)
        for (const n of [2, 3, 4, 5, 30, 1e6]) {
          const { logVariance, forward } = risk(name, n, estimator, 1);
          const divisor = estimator === "ml" ? n : n - 1;
          const drift = digammaMinusLog((n - 1) / 2) - Math.log(divisor / (n - 1));
          expect(Math.abs(logVariance - drift)).toBeLessThan(1e-13 + 1e-12 * Math.abs(drift));
          if (n <= 3) expect(forward).toBe(Infinity);
          else
            expect(Math.abs(2 * forward + 1 - drift - (divisor / (n - 3)) * (1 + 1 / n))).toBeLessThan(1e-12);
        }
  });

  it("of replaced data that grow is the sum over the fits", () => {
    const { logVariance } = gaussianRisk({
      regime: { name: "replace", growth: "linear" },
      samples: 5,
      generation: 3,
    });
    const drifts = [5, 10, 15].map((n) => digammaMinusLog((n - 1) / 2));
    expectRelative(logVariance, drifts[0] + drifts[1] + drifts[2], 1e-12);
  });

  it("is nothing before the first fit, and for two regimes only", () => {
    expect(risk("replace", 10, "ml", 0)).toEqual({
      logVariance: 0,
      std: 1,
      forward: 0,
      reverse: 0,
      wasserstein: 0,
    });
    expectInvalid(
      () => gaussianRisk({ regime: subsample, samples: 9, generation: 2 }),
      'invalid regime.name: "accumulate-subsample" (replace or accumulate, without real data)',
    );
  });
});

interface Fit {
  mean: number;
  std: number;
}

function fitted(x: number[], estimator: Estimator): Fit {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  const squares = x.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, std: Math.sqrt(squares / (estimator === "ml" ? x.length : x.length - 1)) };
}

/** Trajectories of the data themselves. */
function measured(law: RegimeLaw, estimator: Estimator, samples: number, last: number, trajectories: number) {
  const rng = new Generator(`${titleOf(law)} ${estimator}`);
  const draw = (n: number, { mean, std }: Fit) => Array.from({ length: n }, () => mean + std * rng.normal());
  const truth: Fit = { mean: 0, std: 1 };
  const real = "realSamples" in law ? (law.realSamples ?? 0) : 0;
  const found = Array.from({ length: trajectories }, () => {
    let model = truth;
    const pool: number[] = [];
    const set = draw(real, truth);
    for (const n of sizes(samples, law.growth, last)) {
      if (law.name === "weighted") {
        const one = fitted(draw(real, truth), estimator);
        const other = fitted(draw(n - real, model), estimator);
        const w = law.weight;
        model = {
          mean: w * one.mean + (1 - w) * other.mean,
          std: Math.sqrt(w * one.std ** 2 + (1 - w) * other.std ** 2),
        };
      } else if (law.name === "accumulate" || law.name === "accumulate-subsample") {
        const share = law.name === "accumulate" ? (law.realShare ?? 0) : 0;
        const many = real + Array.from({ length: n }, () => rng.uniform()).filter((u) => u < share).length;
        pool.push(...draw(many, truth), ...draw(n - many, model));
        if (law.name === "accumulate-subsample") {
          // The first n, after as many swaps.
          for (let i = 0; i < n; i++) {
            const j = i + Math.floor(rng.uniform() * (pool.length - i));
            [pool[i], pool[j]] = [pool[j], pool[i]];
          }
        }
        model = fitted(law.name === "accumulate" ? pool : pool.slice(0, n), estimator);
      } else if ("realShare" in law) {
        const many = Array.from({ length: n }, () => rng.uniform()).filter((u) => u < law.realShare).length;
        model = fitted([...draw(many, truth), ...draw(n - many, model)], estimator);
      } else {
        const reals = law.name === "fixed" ? set : draw(real, truth);
        model = fitted([...reals, ...draw(n - real, model)], estimator);
      }
    }
    return model;
  });
  const of = (value: (fit: Fit) => number) => {
    const values = found.map(value);
    const { mean, std } = fitted(values, "unbiased");
    return { mean, error: std / Math.sqrt(trajectories) };
  };
  return { variance: of(({ std }) => std * std), square: of(({ mean }) => mean * mean) };
}
