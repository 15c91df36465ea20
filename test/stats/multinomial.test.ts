import { describe, expect, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { DRAWS, discrete } from "./checks.ts";
import { binomialLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";
import { joint, multinomialOutcomes } from "./outcomes.ts";

const ledger = new Ledger("multinomial");
const STREAM = 6;

/** What the symbols named got, one sum a call. */
function shares(seed: number, n: number, weights: number[], sets: number[][], calls = DRAWS): Float64Array[] {
  const rng = new Generator(seed, STREAM);
  const counts = new Float64Array(weights.length);
  const out = sets.map(() => new Float64Array(calls));
  for (let i = 0; i < calls; ++i) {
    rng.multinomial(n, weights, counts);
    sets.forEach((set, s) => {
      for (const symbol of set) out[s][i] += counts[symbol];
    });
  }
  return out;
}

describe(`multinomial, all outcomes: ${LIMIT}`, () => {
  it.each([
    [0, "a zero between", [2, 0, 3, 5]],
    [1, "zeros at both ends", [0, 0.2, 0.3, 0.5, 0]],
    [2, "huge weights", [2e300, 0, 3e300, 5e300]],
    [3, "tiny weights", [2e-300, 0, 3e-300, 5e-300]],
    [4, "six symbols", [1, 2, 3, 1, 2, 3]],
  ])("seed %d: %s", (seed, name, weights) => {
    const rng = new Generator(seed, STREAM);
    const small = weights.map((w) => w / Math.max(...weights)); // the reference must not overflow either
    ledger.accept(name, [
      joint((out) => rng.multinomial(5, weights, out), 5, multinomialOutcomes(5, small), DRAWS),
    ]);
  });
});

describe(`multinomial, sums of some symbols are binomial: ${LIMIT}`, () => {
  // Sums of two see what a marginal cannot: how the counts of different symbols go together.
  const sets = [[1], [2], [4], [5], [6], [1, 2], [1, 5], [2, 4], [4, 6], [1, 4, 6]];
  it.each([
    [10, 100],
    [11, 10000],
    [12, 2 ** 53 - 1],
  ])("seed %d: n = %d", (seed, n) => {
    const weights = [0, 0.05, 0.2, 0, 0.45, 0.3, 1e-4, 0];
    const total = 1.0001;
    const drawn = shares(seed, n, weights, [...sets, [0, 3, 7]], DRAWS / 2);
    const findings = sets.flatMap((set, s) =>
      discrete(drawn[s], binomialLaw(n, set.reduce((sum, i) => sum + weights[i], 0) / total)),
    );
    ledger.accept(`n = ${n}`, findings);
    expect(drawn[sets.length].every((k) => k === 0)).toBe(true);
  });
});

describe(`multinomial, tiny weights beside huge ones: ${LIMIT}`, () => {
  // 1 + 1e-20 is 1 in doubles: the share of the small one, 9.0e-5 a call and so 90 in all, hangs on its own digits.
  const n = 2 ** 53 - 1;
  it.each([
    [20, [1, 1e-20], 1, 1e-20],
    [21, [1e-20, 1], 0, 1e-20],
    [22, [1, 1e-15], 1, 1e-15 / (1 + 1e-15)],
    [23, [1e-15, 1], 0, 1e-15 / (1 + 1e-15)],
    [24, [1e-16, 1, 0, 1e-16], 3, 1e-16],
    [25, [1e280, 1e266], 1, 1e-14],
  ])("seed %d: %j", (seed, weights, symbol, p) => {
    const [drawn] = shares(seed, n, weights, [[symbol]]);
    ledger.accept(weights.join(" : "), discrete(drawn, binomialLaw(n, p)));
  });

  it("first p-values are uniform", () => ledger.close());
});
