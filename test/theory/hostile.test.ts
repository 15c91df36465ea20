// Every function of the theory with options at the ends of what they allow: a number, or an InputError.

import { describe, expect, it } from "vitest";
import { Generator, InputError, theory } from "../../src/index.ts";

const { bernoulli, categorical, forgetting, gaussian, mixture, poisson, regression } = theory;
const MOST = Number.MAX_SAFE_INTEGER;

const rng = new Generator(20);
const pick = <T>(items: readonly T[]): T => items[Math.floor(rng.uniform() * items.length)];
const share = () => pick([0, 1, 5e-324, 1e-300, 1e-20, 0.1, 0.5, 1 - 2 ** -53, rng.uniform()]);
const samples = () => pick([1, 2, 3, 100, 2001, 1e12, MOST - 1, MOST]);
const few = () => pick([1, 2, 3, 10, 60]);
const two = (n: number) => Math.max(2, n);
const generation = () => pick([0, 1, 2, 32, 33, 1000, 1e9, 2 ** 52, MOST]);
const size = () => pick([5e-324, 1e-310, 1e-300, 1e-20, 0.1, 1, 1 + 2 ** -52, 1e20, 1e300, Number.MAX_VALUE]);
const weights = () =>
  pick([
    [1],
    [1, 1],
    [1e-300, 1e300],
    [5e-324, 1],
    [5e-324, 5e-324, 5e-324],
    [1, 1e-15],
    [1, 1e-17],
    [1e300, 1e300, 1],
    [2, 0, 0],
    Array.from({ length: 30 }, (_, i) => 10 ** -i),
    Array.from({ length: 600 }, (_, i) => 10 ** (i - 300)),
    Array.from({ length: 3000 }, (_, i) => 1 + i / 1e4),
  ]);
const estimator = () => pick(["ml", "unbiased"] as const);

const bernoulliAt = () => ({ p: share(), samples: samples(), generation: generation() });
const symbols = () => ({ weights: weights(), samples: samples() });
const symbolsAt = () => ({ ...symbols(), generation: generation() });
const momentAt = () => ({
  std: size(),
  samples: two(samples()),
  generation: generation(),
  estimator: estimator(),
});
const survivalAt = () => ({ ...momentAt(), threshold: pick([size(), size(), 0, -1]) });
const passage = () => ({ std: size(), samples: two(samples()), threshold: size(), estimator: estimator() });
const poissonAt = () => ({ rate: pick([0, size()]), samples: samples(), generation: generation() });
const rows = () =>
  pick(
    [1, 2, 10, 100].flatMap((dimension) => [dimension, 120, MOST].map((samples) => ({ dimension, samples }))),
  );
const counted = (n: number) => ({
  samples: n,
  count: pick([0, n, n / 2, 5e-324, 1e-300, n * (1 - 2 ** -53)]),
});

/** Each function with options for it; the chains, which take a moment, with few samples. */
const functions: Record<string, () => unknown> = {
  extinctionRate: () => theory.extinctionRate(generation() || 1),
  survivalBounds: () => bernoulli.survivalBounds(bernoulliAt()),
  coexistenceBounds: () => bernoulli.coexistenceBounds(bernoulliAt()),
  seddikBounds: () => bernoulli.seddikBounds(bernoulliAt()),
  heterozygosity: () => bernoulli.heterozygosity(bernoulliAt()),
  absorptionTime: () => bernoulli.absorptionTime({ p: share(), samples: few() }),
  lossTime: () => bernoulli.lossTime({ p: share(), samples: few() }),
  absorptionTimeDiffusion: () => bernoulli.absorptionTimeDiffusion({ p: share(), samples: samples() }),
  lossTimeDiffusion: () => bernoulli.lossTimeDiffusion({ p: share(), samples: samples() }),
  exact: () => bernoulli.exact({ p: share(), samples: few(), generations: 1000 }).survival.slice(-3),
  uniqueBounds: () => categorical.uniqueBounds(symbolsAt()),
  expectedUniquePoisson: () => categorical.expectedUniquePoisson(symbolsAt()),
  "categorical heterozygosity": () => categorical.heterozygosity(symbolsAt()),
  allAlive: () => categorical.allAlive(symbolsAt()),
  allAlivePoisson: () => categorical.allAlivePoisson(symbolsAt()),
  timeToOneDiffusion: () => categorical.timeToOneDiffusion(symbols()),
  firstLossTime: () => finiteUnless(categorical.firstLossTime, symbols()),
  expectedUnique: () => categorical.expectedUnique({ ...symbolsAt(), samples: few() }),
  timeToOne: () => categorical.timeToOne({ ...symbols(), samples: few() }),
  timeToOneCdf: () => categorical.timeToOneCdf({ ...symbolsAt(), samples: few() }),
  linesTime: () => categorical.linesTime({ samples: MOST, lines: two(samples()) }),
  linesLeft: () => categorical.linesLeft({ samples: samples(), generation: generation() }),
  survivingVocabulary: () =>
    categorical.survivingVocabulary({
      counts: weights(),
      samples: size(),
      generations: [generation(), generation()],
    }),
  zipfTable: () =>
    categorical.zipfTable({
      size: pick([1, 2, 1000, 1e12]),
      exponent: pick([0, 5e-324, 1, 1 + 1e-12, 20]),
      shift: pick([0, 5e-324, 1e9]),
    }).counts,
  cdf: () => forgetting.cdf({ count: size(), generation: generation() }),
  quantile: () => forgetting.quantile({ count: pick([1e-300, 1, 1e200]), q: pick([0, 1e-300, 0.5, 0.999]) }),
  medianAsymptotic: () => forgetting.medianAsymptotic({ count: pick([5e-324, 1, 1e300]) }),
  wrightFisher: () => forgetting.wrightFisher(counted(few())),
  wrightFisherCdf: () => forgetting.wrightFisherCdf({ ...counted(few()), generation: generation() }),
  gaussianBound: () => gaussian.survivalBound(survivalAt()),
  bertrandBound: () => gaussian.bertrandBound(survivalAt()),
  momentBound: () => gaussian.momentBound({ ...survivalAt(), s: size() }),
  bestMomentBound: () => gaussian.bestMomentBound(survivalAt()),
  cltSurvival: () => gaussian.cltSurvival(survivalAt()),
  survival: () => gaussian.survival(survivalAt()),
  drift: () => -gaussian.drift({ samples: two(samples()), estimator: estimator() }),
  variance: () => gaussian.variance({ samples: two(samples()) }),
  expectedVariance: () => gaussian.expectedVariance({ ...momentAt(), std: pick([5e-324, 1e-300, 1, 1e150]) }),
  expectedSquaredError: () =>
    gaussian.expectedSquaredError({ ...momentAt(), std: pick([5e-324, 1e-300, 1, 1e140]) }),
  firstPassageApproximation: () => gaussian.firstPassageApproximation(passage()),
  mixtureBound: () =>
    mixture.survivalBound({
      std: size(),
      samples: two(samples()),
      threshold: size(),
      generation: generation(),
    }),
  regressionSurvival: () =>
    regression.survival({
      ...{ ...rows(), noise: size(), threshold: pick([0, size()]), generation: pick([0, 1, 1000]) },
      regime: { name: pick(["replace", "accumulate"] as const) },
    }),
  regressionMeanError: () =>
    regression.meanError({
      ...{ ...rows(), noise: pick([5e-324, 1e-300, 1, 1e140]), generation: pick([0, 1, 1000]) },
      regime: { name: pick(["replace", "accumulate"] as const) },
      ...{ design: pick(["fixed", "fresh"] as const), samples: pick([102, 1000, MOST]) },
    }),
  regressionQuantile: () =>
    regression.quantile({
      ...{
        ...rows(),
        noise: pick([5e-324, 1e-100, 1, 1e100]),
        q: pick([0, 1e-20, 0.5, 0.999]),
        generation: 3,
      },
      regime: { name: "accumulate" },
    }),
  poissonSurvival: () => poisson.survival(poissonAt()),
  poissonMean: () => poisson.mean(poissonAt()),
  poissonVariance: () => poisson.variance({ ...poissonAt(), rate: pick([0, 5e-324, 1, 1e290]) }),
};

/** A single symbol is never lost: Infinity is the law. */
function finiteUnless<O extends { weights: readonly number[] }>(
  f: (options: O) => number,
  options: O,
): number {
  const time = f(options);
  return options.weights.filter((w) => w > 0).length === 1 && time === Number.POSITIVE_INFINITY ? 0 : time;
}

const PROBABILITIES =
  /[cC]df|Bound$|heterozygosity|allAlive|[sS]urvival$|(survival|coexistence|seddik)Bounds/;

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  return Object.entries(value as object).flatMap(([key, each]) => (key === "s" ? [] : numbersOf(each)));
}

const numeric = (value: unknown) => (typeof value === "object" && value !== null ? value : { value });

describe("no option makes a theory lose its number", () => {
  it.each(Object.keys(functions))("%s", (name) => {
    for (let round = 0; round < 25; ++round) {
      let value: unknown;
      try {
        value = functions[name]();
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        continue;
      }
      const { method: _, ...results } = numeric(value) as { method?: string };
      for (const x of ArrayBuffer.isView(value) ? numbersOf(value) : numbersOf(results)) {
        expect(x).toBeGreaterThanOrEqual(name === "medianAsymptotic" ? -1 : 0);
        expect(x).toBeLessThanOrEqual(PROBABILITIES.test(name) ? 1 : Number.MAX_VALUE);
      }
    }
  });
});
