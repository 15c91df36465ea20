// The parts of the sampler against whole numbers: what it accepts by, up to the largest counts, and where its walk starts.
import { describe, expect, it } from "vitest";
import { Law } from "../../src/reference/random/hypergeometric-law.ts";
import { lnFactorial, ONE } from "./logarithm.ts";

/** Laws from 40 items to 2^53 - 1, of shares down to 10^-6, that are drawn from by rejection or not. */
function laws(narrow: boolean, largest: number): Law[] {
  const laws: Law[] = [];
  for (const total of [40, 101, 1001, 10_000, 1e7 + 1, 1e10, 1e13 + 7, 2 ** 53 - 1]) {
    for (const share of [0.5, 0.31, 0.01, 1e-3, 1e-6]) {
      for (const other of [1, 0.7, 0.02, 1e-3, 1e-6]) {
        const most = Math.floor(total * share);
        const law = new Law(Math.floor(most * other), most, total);
        if (law.least > 0 && law.least <= largest && law.isNarrow === narrow) laws.push(law);
      }
    }
  }
  return laws;
}

/** The sum of ln x! over the four kinds of items, which is all of ln Pr(X = k) that depends on k. */
function exact({ least, most, rest }: Law, k: number): bigint {
  return [k, least - k, most - k, rest + k].reduce((sum, x) => sum + lnFactorial(BigInt(x)), 0n);
}

describe("hypergeometric", () => {
  it("accepts by ratios of probabilities that are right to 13 digits, as far as draws come", () => {
    const tried = laws(false, Number.POSITIVE_INFINITY);
    expect(tried.length).toBeGreaterThan(60);
    let worst = 0;
    for (const law of tried) {
      const peak = exact(law, law.mode);
      for (const z of [-8.5, -4, -1.3, -0.2, 0.4, 1.7, 3, 6, 8.5]) {
        const k = Math.floor(law.mean + z * Math.sqrt(law.variance));
        if (k < 0 || k > law.least) continue;
        // An error of the logarithm is one of the ratio, in units of the ratio.
        const error = law.logRatio(k) - Number(peak - exact(law, k)) / Number(ONE);
        worst = Math.max(worst, Math.abs(error));
      }
    }
    expect(worst).toBeLessThan(1e-13);
  });

  it("walks from the probability of 0", () => {
    const tried = laws(true, 2000);
    expect(tried.length).toBeGreaterThan(20);
    let worst = 0;
    for (const law of tried) {
      const total = BigInt(law.total);
      let ways = 1n;
      let all = 1n;
      for (let i = 0n; i < law.least; ++i) {
        ways *= total - BigInt(law.most) - i;
        all *= total - i;
      }
      const share = Number((ways * ONE) / all) / Number(ONE);
      worst = Math.max(worst, Math.abs(law.ofNone() / share - 1));
    }
    expect(worst).toBeLessThan(1e-13);
  });

  it("has a peak where it says, give or take what rounding hides", () => {
    for (const law of laws(false, Number.POSITIVE_INFINITY)) {
      const [before, after] = [law.logRatio(law.mode - 1), law.logRatio(law.mode + 1)];
      expect(Math.max(before, after), `${law.least}, ${law.most} of ${law.total}`).toBeLessThan(1e-13);
    }
  });
});
