// The tests must be able to fail: samplers a little wrong, each through the very functions that judge the right
// ones, with as many draws, must be rejected at the same limit.
import { afterAll, expect, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { runChain, tally } from "./chain.ts";
import { continuous, DRAWS, discrete, sample } from "./checks.ts";
import { chiSquare, chiSquareTwo } from "./chi-square.ts";
import { correlationTest, countTest, type Finding } from "./finding.ts";
import { ks, ksTwo } from "./ks.ts";
import { binomialLaw, gammaLaw, hypergeometricLaw, normalLaw, poissonLaw, uniformLaw } from "./laws.ts";
import { ALPHA, shown } from "./ledger.ts";
import { joint, multinomialOutcomes } from "./outcomes.ts";

const STREAM = 9;
const table: string[] = [];
afterAll(() => console.log(["wrong samplers, rejected:", ...table].join("\n")));

function reject(cell: string, findings: Finding[]): void {
  table.push(`${cell.padEnd(42)}  ${shown(findings)}`);
  expect(Math.min(...findings.map(({ p }) => p)), `${cell}: ${shown(findings)}`).toBeLessThan(ALPHA);
}

it("uniform: 1 % too many below one half", () => {
  const rng = new Generator(0, STREAM);
  const x = sample((out) => rng.uniform(out)).map((u) => (u >= 0.5 && rng.uniform() < 0.01 ? u - 0.5 : u));
  reject("uniform, 1 % too many below one half", continuous(x, uniformLaw));
});

it("uniform: the last of 53 bits always 0", () => {
  const counts = new Float64Array(256);
  for (const u of sample((out) => new Generator(1, STREAM).uniform(out))) {
    counts[2 * Math.floor(((u * 2 ** 53) % 256) / 2)] += 1;
  }
  reject("uniform, last bit 0", [
    chiSquare(
      counts,
      counts.map(() => DRAWS / 256),
    ),
  ]);
});

it("normal: standard deviation 1.01, and a third missing beyond 4", () => {
  const z = sample((out) => new Generator(2, STREAM).normal(out));
  reject(
    "normal, std 1.01",
    continuous(
      z.map((x) => 1.01 * x),
      normalLaw(),
    ),
  );
  const law = normalLaw();
  const many = sample((out) => new Generator(12, STREAM).normal(out), 10 * DRAWS);
  const kept = many.reduce((sum, x, i) => sum + (Math.abs(x) > 4 && i % 3 > 0 ? 1 : 0), 0);
  reject("normal, a third missing beyond 4", [countTest("|z|>4", kept, many.length, 2 * law.above(4))]);
});

it.each([0.05, 4.5, 49.5, 10001])("gamma: shape %d, and one per cent", (shape) => {
  const x = sample((out) => new Generator(3, STREAM).gamma(1.01 * shape, out));
  reject(`gamma(${shape}), shape + 1 %`, continuous(x, gammaLaw(shape)));
});

it("poisson: at mean 10 one draw in a hundred shifted by one", () => {
  const x = sample((out) => new Generator(4, STREAM).poisson(10, out), 10 * DRAWS);
  reject(
    "poisson(10), every hundredth draw + 1",
    discrete(
      x.map((k, i) => (i % 100 === 0 ? k + 1 : k)),
      poissonLaw(10),
    ),
  );
});

it("poisson: odd values too often, where only the last digits tell", () => {
  const x = sample((out) => new Generator(5, STREAM).poisson(1e6, out));
  const odd = x.map((k, i) => (i % 50 === 0 && k % 2 === 0 ? k + 1 : k));
  reject("poisson(1e6), 1 % too many odd", discrete(odd, poissonLaw(1e6)));
});

it.each([
  [5, 0.3],
  [1000, 0.3],
  [1e12, 0.01],
])("binomial: n = %d, p = 1.01 * %d", (n, p) => {
  const x = sample((out) => new Generator(6, STREAM).binomial(n, 1.01 * p, out));
  reject(`binomial(${n}, ${p}), p + 1 %`, discrete(x, binomialLaw(n, p)));
});

it("binomial: a success expected eight times in all, found four times as often", () => {
  const x = sample((out) => new Generator(7, STREAM).binomial(1, 32e-6, out));
  reject("binomial(1, 8e-6), p * 4", discrete(x, binomialLaw(1, 8e-6)));
});

it.each([
  [100, 1000, 110],
  [1000, 10_000, 500],
  [1e9, 2 ** 52, 1e14],
])("hypergeometric: %d marked and 1 %% more, %d not, %d drawn", (marked, unmarked, draws) => {
  const more = Math.ceil(1.01 * marked);
  const x = sample((out) => new Generator(8, STREAM).hypergeometric(more, unmarked, draws, out));
  reject(
    `hypergeometric(${marked}, ${unmarked}, ${draws}), marked + 1 %`,
    discrete(x, hypergeometricLaw(marked, unmarked, draws)),
  );
});

it("multinomial: two weights swapped, or a symbol of weight 0 drawn", () => {
  const rng = new Generator(9, STREAM);
  const swapped = (out: Float64Array) => rng.multinomial(5, [2, 0, 5, 3], out);
  const outcomes = multinomialOutcomes(5, [2, 0, 3, 5]);
  reject("multinomial, weights swapped", [joint(swapped, 5, outcomes, DRAWS)]);
  const ghost = (out: Float64Array) => rng.multinomial(5, [2, 1e-4, 3, 5], out);
  reject("multinomial, weight 1e-4 for 0", [joint(ghost, 5, outcomes, DRAWS)]);
});

it("streams: one draw in a hundred in common", () => {
  const a = sample((out) => new Generator(10, STREAM).uniform(out));
  const b = sample((out) => new Generator(10, STREAM + 1).uniform(out)).map((u, i) =>
    i % 100 === 0 ? a[i] : u,
  );
  reject("streams, every hundredth draw shared", [correlationTest("r", a, b, uniformLaw)]);
});

it("chains: 1 % in the parameter, the other estimator", () => {
  const bernoulli = (p: number, seed: number) => {
    const values = [p, 1 - p, 0] as const;
    const plan = { kind: "bernoulli", samples: 20, values, divisor: 1, mask: 1, bySamples: true } as const;
    return tally(runChain(plan, seed, 1, 300_000)[0].map((x) => Math.round(20 * x)));
  };
  reject("bernoulli chain, p + 1 %", [chiSquareTwo(bernoulli(0.3, 1), bernoulli(0.303, 2))]);
  const gaussian = (divisor: number, bySamples: boolean) => {
    const plan = { kind: "gaussian", samples: 300, values: [0, 1, 0], divisor, mask: 2, bySamples } as const;
    return runChain(plan, divisor, 1, 50_000)[0];
  };
  reject("gaussian chain, n for n - 1 at n = 300", [ksTwo(gaussian(299, false), gaussian(300, true))]);
});

it("closing check: p-values a little small, or too good", () => {
  const p = sample((out) => new Generator(11, STREAM).uniform(out), 100);
  reject("100 p-values, squared", [
    ks(
      p.map((x) => x * x),
      uniformLaw,
    ),
  ]);
  reject("100 p-values, all above 1/4", [
    ks(
      p.map((x) => 0.25 + 0.75 * x),
      uniformLaw,
    ),
  ]);
});
