import { describe, it } from "vitest";
import type { ScalarPlan } from "../../src/kernels/plans.ts";
import { TABLED_SAMPLES } from "../../src/kernels/tables.ts";
import { MOST } from "../../src/reference/chains/sum-digits.ts";
import { runChain, tally } from "./chain.ts";
import { continuous, DRAWS, discrete } from "./checks.ts";
import { chiSquare, chiSquareIntegers, chiSquareTwo } from "./chi-square.ts";
import { correlationTest } from "./finding.ts";
import { ks, ksTwo } from "./ks.ts";
import { between, binomialLaw, chiSquareLaw, normalLaw, poissonLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("scalar chains");
const METHODS = [false, true];
const GENERATIONS = [1, 2, 5];
const name = (bySamples: boolean) => (bySamples ? "samples" : "statistic");

/** Every run has a seed of its own, counted up: cells share no draws. */
let seed = 1000;

/** Drawn one by one a generation costs n draws or 2 n: fewer trajectories for large n, and never 10^6. */
const trajectories = (n: number) => (n > 100 ? 50_000 : 300_000);

function integers(plan: ScalarPlan, generation: number): Float64Array {
  const [values] = runChain(plan, seed++, generation, trajectories(plan.samples));
  return values.map((value) => Math.round(value * plan.samples));
}

/** The law of the number of ones, generation after generation, by the exact transition matrix. */
function bernoulliLaw(n: number, p: number, generation: number): number[] {
  const counts = Array.from({ length: n + 1 }, (_, k) => k);
  const rows = counts.map((from) => {
    if (from === 0 || from === n) return counts.map((k) => (k === from ? 1 : 0));
    return counts.map((k) => between(binomialLaw(n, from / n), k - 1, k));
  });
  let law = counts.map((k) => between(binomialLaw(n, p), k - 1, k));
  for (let g = 1; g < generation; ++g) {
    law = counts.map((k) => law.reduce((sum, weight, from) => sum + weight * rows[from][k], 0));
  }
  return law;
}

describe.each([
  [20, 0.3],
  [60, 0.4],
])(`bernoulli, n = %d, p = %d: ${LIMIT}`, (n, p) => {
  const plan = { kind: "bernoulli", samples: n, values: [p, 1 - p, 0], divisor: 1, mask: 1 } as const;
  it.each(GENERATIONS)("generation %d: both methods have the exact law", (k) => {
    const law = bernoulliLaw(n, p, k);
    for (const bySamples of METHODS) {
      const ones = integers({ ...plan, bySamples }, k);
      const observed = law.map(() => 0);
      for (const count of ones) observed[count] += 1;
      const exact = chiSquare(
        observed,
        law.map((probability) => ones.length * probability),
      );
      ledger.accept(`bernoulli(${n}) ${name(bySamples)}, k = ${k}`, [exact]);
    }
    const [a, b] = METHODS.map((bySamples) => tally(integers({ ...plan, bySamples }, k)));
    ledger.accept(`bernoulli(${n}) both, k = ${k}`, [chiSquareTwo(a, b)]);
  });
});

describe.each([
  [4, 0.5],
  [10, 1.5],
  [2, 12],
])(`poisson, n = %d, rate = %d: ${LIMIT}`, (n, rate) => {
  const plan = { kind: "poisson", samples: n, values: [n * rate, 0, 0], divisor: 1, mask: 1 } as const;
  it("generation 1: both methods have the exact law", () => {
    for (const bySamples of METHODS) {
      const sums = integers({ ...plan, bySamples }, 1);
      ledger.accept(`poisson(${n}, ${rate}) ${name(bySamples)}`, [
        chiSquareIntegers(sums, poissonLaw(n * rate)),
      ]);
    }
  });

  it.each(GENERATIONS)("generation %d: the methods agree", (k) => {
    const [a, b] = METHODS.map((bySamples) => tally(integers({ ...plan, bySamples }, k)));
    ledger.accept(`poisson(${n}, ${rate}) both, k = ${k}`, [chiSquareTwo(a, b)]);
  });
});

describe.each(
  [2, 5, 300].flatMap((n): [number, string, number][] => [
    [n, "unbiased", n - 1],
    [n, "ml", n],
  ]),
)(`gaussian, n = %d, %s: ${LIMIT}`, (n, estimator, divisor) => {
  const values = [1, 2, 0] as const;
  const plan = { kind: "gaussian", samples: n, values, divisor, mask: 3 } as const;
  const run = (bySamples: boolean, k: number) => runChain({ ...plan, bySamples }, seed++, k, trajectories(n));
  const cell = `gaussian(${n}) ${estimator}`;

  it("generation 1: mean and variance have the exact laws, and are independent", () => {
    const meanLaw = normalLaw(1, 2 / Math.sqrt(n));
    const squaresLaw = chiSquareLaw(n - 1);
    for (const bySamples of METHODS) {
      const [means, stds] = run(bySamples, 1);
      const squares = stds.map((std) => divisor * (std / 2) ** 2);
      const counts = new Float64Array(64);
      const eighth = (share: number) => Math.min(7, Math.floor(8 * share));
      means.forEach((mean, i) => {
        counts[8 * eighth(meanLaw.below(mean)) + eighth(squaresLaw.below(squares[i]))] += 1;
      });
      const joint = chiSquare(
        counts,
        counts.map(() => means.length / 64),
        "joint",
      );
      const findings = [joint, ...continuous(means, meanLaw), ...continuous(squares, squaresLaw)];
      ledger.accept(`${cell} ${name(bySamples)}`, findings);
    }
  });

  it.each(GENERATIONS)("generation %d: the methods agree", (k) => {
    const [a, b] = METHODS.map((bySamples) => run(bySamples, k));
    const drift = ([means, stds]: Float64Array[]) => means.map((mean, i) => (mean - 1) / stds[i]);
    const joint = ksTwo(drift(a), drift(b));
    ledger.accept(`${cell} both, k = ${k}`, [joint, ksTwo(a[0], b[0]), ksTwo(a[1], b[1])]);
  });
});

/** One generation from a count that has been reached, by its table where there is one. */
describe.each([
  [5, 2],
  [1000, 1],
  [1000, 37],
  [1000, 500],
  [1000, 501],
  [1000, 999],
  [2048, 1024],
  [2049, 1024],
])(`bernoulli, n = %d, from %d ones: ${LIMIT}`, (n, ones) => {
  it("the next count is binomial", () => {
    const tabled = n <= TABLED_SAMPLES;
    const values = [ones / n, (n - ones) / n, tabled ? 1 : 0] as const;
    const plan = { kind: "bernoulli", samples: n, values, divisor: 1, mask: 1, bySamples: false } as const;
    const [p] = runChain(plan, seed++, 1, DRAWS);
    const counts = p.map((value) => Math.round(value * n));
    ledger.accept(`bernoulli(${n}) from ${ones}`, discrete(counts, binomialLaw(n, ones / n)));
  });
});

describe.each([1, 20, 33, 300, 512, 2047, 2048, MOST - 1, MOST])(
  `poisson from a sum of %d: ${LIMIT}`,
  (sum) => {
    it("the next sum is Poisson", () => {
      const values = [sum, 0, 1] as const;
      const plan = { kind: "poisson", samples: 1, values, divisor: 1, mask: 1, bySamples: false } as const;
      const [next] = runChain(plan, seed++, 1, DRAWS);
      ledger.accept(`poisson from ${sum}`, discrete(next, poissonLaw(sum)));
    });
  },
);

describe.each([3, 4, 10, 30_000, 1e9])(`gaussian, n = %d, by the statistic: ${LIMIT}`, (n) => {
  it("generation 1: mean and variance have the exact laws", () => {
    const divisor = n - 1;
    const plan = {
      kind: "gaussian",
      samples: n,
      values: [0, 1, 0],
      divisor,
      mask: 3,
      bySamples: false,
    } as const;
    const [means, stds] = runChain(plan, seed++, 1, DRAWS);
    const squares = stds.map((std) => divisor * std ** 2);
    const laws = [normalLaw(0, 1 / Math.sqrt(n)), chiSquareLaw(divisor)];
    const findings = [...continuous(means, laws[0]), ...continuous(squares, laws[1])];
    ledger.accept(`gaussian(${n})`, findings);
  });
});

describe(`chains: ${LIMIT}`, () => {
  it("neighbouring trajectories are uncorrelated", () => {
    const plan = { kind: "gaussian", samples: 10, values: [0, 1, 0], divisor: 9, mask: 1 } as const;
    const law = normalLaw(0, Math.sqrt(0.1));
    for (const bySamples of METHODS) {
      const [means] = runChain({ ...plan, bySamples }, seed++, 1, 300_000);
      const r = correlationTest("r", means.subarray(0, -1), means.subarray(1), law);
      ledger.accept(`neighbours ${name(bySamples)}`, [r, ks(means, law)]);
    }
  });

  it("first p-values are uniform", () => ledger.close());
});
