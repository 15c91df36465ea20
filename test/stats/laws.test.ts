import { expect, it } from "vitest";
import { binomialLaw, gammaLaw, normalLaw, poissonLaw } from "./laws.ts";

// A cell of probability p whose p is wrong by d adds 10^6 d^2 / p to a chi-square: with d = 1e-7 p nothing, and with
// d = 1e-7 at the thinnest cells (1e-5) a thousandth. So 1e-7 will do; the small laws are far better.

// Values of mpmath 1.3, 40 digits: [shape, x, P(X <= x), P(X > x)].
it.each([
  [0.05, 1e-300, 1.0272168652716744e-15, 0.999999999999999],
  [0.05, 1e-20, 0.10272168652716763, 0.89727831347283237],
  [0.05, 3, 0.99928409456879741, 0.00071590543120258615],
  [0.5, 8, 0.99993665751633376, 6.3342483666239843e-5],
  [4.5, 1, 0.0085323933711864655, 0.99146760662881353],
  [4.5, 30, 0.99999999865932195, 1.3406780483959613e-9],
  [49.5, 20, 1.9869409580779466e-8, 0.99999998013059042],
  [500, 520, 0.8153088509012564, 0.1846911490987436],
  [9999, 9600, 2.6589129416480891e-5, 0.99997341087058352],
  [10001, 10400, 0.9999594735381636, 4.05264618364e-5],
  [1e8, 1e8 - 40000, 3.1604377116199155e-5, 0.9999683956228838],
  [2 ** 52, 2 ** 52 - 2 ** 28, 3.1671231861992207e-5, 0.99996832876813801],
  [2 ** 52, 2 ** 52 + 2 ** 25, 0.69146246258555865, 0.30853753741444135],
])("gamma(%d) at %d", (shape, x, below, above) => {
  const law = gammaLaw(shape);
  expect(Math.abs(law.below(x) / below - 1)).toBeLessThan(1e-9);
  expect(Math.abs(law.above(x) / above - 1)).toBeLessThan(1e-9);
});

it.each([
  [1e-5, 0, 0.99999000004999983, 9.9999500001666671e-6],
  [0.1, 1, 0.99532115983955553, 0.00467884016044447],
  [9.99, 25, 0.99998261023321782, 1.738976678218071e-5],
  [10, 0, 4.5399929762484852e-5, 0.99995460007023752],
  [33, 60, 0.99999179461623794, 8.2053837620633011e-6],
  [1000, 900, 0.00069776732779630678, 0.99930223267220369],
  [1000, 1150, 0.99999835566016672, 1.6443398332757299e-6],
])("poisson(%d) at %d", (mean, k, below, above) => {
  const law = poissonLaw(mean);
  expect(Math.abs(law.below(k) / below - 1)).toBeLessThan(1e-11);
  expect(Math.abs(law.above(k) / above - 1)).toBeLessThan(1e-11);
});

it.each([
  [5, 0.3, 0, 0.16807, 0.83193],
  [1000, 0.01, 3, 0.010072654772014379, 0.98992734522798562],
  [1000, 0.00999, 25, 0.9999846718032762, 1.5328196723802742e-5],
  [1000, 0.5, 560, 0.99993611784083786, 6.3882159162144424e-5],
  [1e6, 1e-5, 12, 0.79155742420544173, 0.20844257579455827],
  [1e12, 1e-9, 1100, 0.9991323590413059, 0.00086764095869409589],
])("binomial(%d, %d) at %d", (n, p, k, below, above) => {
  const law = binomialLaw(n, p);
  expect(Math.abs(law.below(k) / below - 1)).toBeLessThan(1e-9);
  expect(Math.abs(law.above(k) / above - 1)).toBeLessThan(1e-9);
});

// Where exact digits are hard to come by, Edgeworth's expansion to its second term, whose error is of the order of
// the inverse variance.
it.each([
  ["binomial(1e12, 0.3)", binomialLaw(1e12, 0.3), 0.4 / Math.sqrt(2.1e11)],
  ["binomial(2^53-1, 0.5)", binomialLaw(2 ** 53 - 1, 0.5), 0],
  ["binomial(2^53-1, 0.01)", binomialLaw(2 ** 53 - 1, 0.01), 0.98 / Math.sqrt(2 ** 53 * 0.0099)],
  ["binomial(2^53-1, 0.99)", binomialLaw(2 ** 53 - 1, 0.99), -0.98 / Math.sqrt(2 ** 53 * 0.0099)],
  ["binomial(2^53-1, 1e-9)", binomialLaw(2 ** 53 - 1, 1e-9), 1 / Math.sqrt(2 ** 53 * 1e-9)],
  ["poisson(1e12)", poissonLaw(1e12), 1e-6],
  ["poisson(2^53-1)", poissonLaw(2 ** 53 - 1), 1 / Math.sqrt(2 ** 53)],
])("%s against Edgeworth", (_, law, skewness) => {
  const normal = normalLaw();
  for (let z = -4.5; z < 4.6; z += 0.5) {
    const k = Math.floor(law.mean + z * law.std);
    const x = (k + 0.5 - law.mean) / law.std;
    const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    const correction = (density * skewness * (x * x - 1)) / 6;
    expect(Math.abs(law.below(k) - (normal.below(x) - correction))).toBeLessThan(5e-8);
    expect(Math.abs(law.above(k) - (normal.above(x) + correction))).toBeLessThan(5e-8);
  }
});
