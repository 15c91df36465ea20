import { expect, it } from "vitest";
import { binomialLaw, gammaLaw, hypergeometricLaw, normalLaw, poissonLaw } from "./laws.ts";

// A cell of probability p whose p is wrong by d adds 10^6 d^2 / p to a chi-square: with d = 1e-7 p nothing, and with
// d = 1e-7 at the thinnest cells (1e-5) a thousandth. So 1e-7 will do; the small laws are far better.

// Values of mpmath 1.3, 40 digits: [shape, x, P(X <= x), P(X > x)].
it.each([
  [0.05, 1e-300, 1.0272168652716744e-15, 0.999999999999999],
  [0.05, 1e-20, 0.10272168652716764, 0.8972783134728324],
  [0.05, 3, 0.9992840945687974, 0.0007159054312025862],
  [0.5, 8, 0.9999366575163338, 6.334248366623985e-5],
  [4.5, 1, 0.008532393371186466, 0.9914676066288135],
  [4.5, 30, 0.999999998659322, 1.3406780483959613e-9],
  [49.5, 20, 1.9869409580779465e-8, 0.9999999801305904],
  [500, 520, 0.8153088509012564, 0.1846911490987436],
  [9999, 9600, 2.658912941648089e-5, 0.9999734108705836],
  [10001, 10400, 0.9999594735381636, 4.05264618364e-5],
  [1e8, 1e8 - 40000, 3.160437711619915e-5, 0.9999683956228838],
  [2 ** 52, 2 ** 52 - 2 ** 28, 3.167123186199221e-5, 0.999968328768138],
  [2 ** 52, 2 ** 52 + 2 ** 25, 0.6914624625855587, 0.30853753741444134],
])("gamma(%d) at %d", (shape, x, below, above) => {
  const law = gammaLaw(shape);
  expect(Math.abs(law.below(x) / below - 1)).toBeLessThan(1e-9);
  expect(Math.abs(law.above(x) / above - 1)).toBeLessThan(1e-9);
});

it.each([
  [1e-5, 0, 0.9999900000499998, 9.999950000166666e-6],
  [0.1, 1, 0.9953211598395555, 0.00467884016044447],
  [9.99, 25, 0.9999826102332178, 1.738976678218071e-5],
  [10, 0, 4.5399929762484854e-5, 0.9999546000702375],
  [33, 60, 0.999991794616238, 8.205383762063301e-6],
  [1000, 900, 0.0006977673277963068, 0.9993022326722036],
  [1000, 1150, 0.9999983556601667, 1.6443398332757298e-6],
])("poisson(%d) at %d", (mean, k, below, above) => {
  const law = poissonLaw(mean);
  expect(Math.abs(law.below(k) / below - 1)).toBeLessThan(1e-11);
  expect(Math.abs(law.above(k) / above - 1)).toBeLessThan(1e-11);
});

it.each([
  [5, 0.3, 0, 0.16807, 0.83193],
  [2, 0.3, 0, 0.49, 0.51],
  [1000, 0.01, 3, 0.01007265477201438, 0.9899273452279856],
  [1000, 0.00999, 25, 0.9999846718032762, 1.532819672380274e-5],
  [1000, 0.5, 560, 0.9999361178408379, 6.388215916214442e-5],
  [1e6, 1e-5, 12, 0.7915574242054417, 0.20844257579455827],
  [1e12, 1e-9, 1100, 0.9991323590413059, 0.0008676409586940959],
])("binomial(%d, %d) at %d", (n, p, k, below, above) => {
  const law = binomialLaw(n, p);
  expect(Math.abs(law.below(k) / below - 1)).toBeLessThan(1e-11);
  expect(Math.abs(law.above(k) / above - 1)).toBeLessThan(1e-11);
  const mirrored = binomialLaw(n, 1 - p);
  expect(Math.abs(mirrored.above(n - k - 1) / below - 1)).toBeLessThan(1e-6); // 1 - (1 - p) is not quite p
});

// Values of mpmath 1.3, 40 digits.
it.each([
  [3, 5, 4, 2, 0.9285714285714286, 0.07142857142857142],
  [10, 90, 10, 3, 0.9917751235574225, 0.008224876442577507],
  [1000, 10000, 500, 60, 0.9896844438051551, 0.010315556194844904],
  [10000, 1000, 10889, 9910, 0.9996414343264569, 0.0003585656735430493],
  [300, 700, 100, 15, 0.00022260205983867096, 0.9997773979401613],
  [1e6, 1e9, 1e5, 150, 0.999998847297265, 1.1527027350240245e-6],
  [5e4, 5e4, 5e4, 25300, 0.9999279725282202, 7.202747177981024e-5],
])("hypergeometric(%d, %d, %d) at %d", (marked, unmarked, draws, k, below, above) => {
  const law = hypergeometricLaw(marked, unmarked, draws);
  expect(Math.abs(law.below(k) / below - 1)).toBeLessThan(1e-11);
  expect(Math.abs(law.above(k) / above - 1)).toBeLessThan(1e-11);
});

// Where exact digits are hard to come by, Edgeworth's expansion to its second term, whose error is of the order of
// the inverse variance.
it.each([
  ["binomial(1e6, 0.3)", binomialLaw(1e6, 0.3), 0.4 / Math.sqrt(2.1e5)],
  ["binomial(1e12, 0.3)", binomialLaw(1e12, 0.3), 0.4 / Math.sqrt(2.1e11)],
  ["binomial(2^53-1, 0.5)", binomialLaw(2 ** 53 - 1, 0.5), 0],
  ["binomial(2^53-1, 0.01)", binomialLaw(2 ** 53 - 1, 0.01), 0.98 / Math.sqrt(2 ** 53 * 0.0099)],
  ["binomial(2^53-1, 0.99)", binomialLaw(2 ** 53 - 1, 0.99), -0.98 / Math.sqrt(2 ** 53 * 0.0099)],
  ["binomial(2^53-1, 1e-9)", binomialLaw(2 ** 53 - 1, 1e-9), 1 / Math.sqrt(2 ** 53 * 1e-9)],
  [
    "hypergeometric(5e8, 4e9, 2e8)",
    hypergeometricLaw(5e8, 4e9, 2e8),
    ((7 / 9) * (41 / 45)) / Math.sqrt(1.887e7),
  ],
  ["poisson(1e12)", poissonLaw(1e12), 1e-6],
  ["poisson(2^53-1)", poissonLaw(2 ** 53 - 1), 1 / Math.sqrt(2 ** 53)],
])("%s against Edgeworth", (_, law, skewness) => {
  const normal = normalLaw();
  for (let z = -4.5; z < 4.6; z += 0.5) {
    const k = Math.floor(law.mean + z * law.std);
    const x = (k + 0.5 - law.mean) / law.std;
    const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    const correction = (density * skewness * (x * x - 1)) / 6;
    expect(Math.abs(law.below(k) - (normal.below(x) - correction))).toBeLessThan(1e-7);
    expect(Math.abs(law.above(k) - (normal.above(x) + correction))).toBeLessThan(1e-7);
  }
});
