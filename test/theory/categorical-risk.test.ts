import { describe, expect, it } from "vitest";
import { heterozygosity, risk, timeToOne, timeToOneQuantile } from "../../src/theory/categorical.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "./expect.ts";

/** Pr(counts), by the chain of all their counts: 3 symbols, all generations up to `last`. */
function jointLaws(p: readonly number[], n: number, last: number): Map<string, number>[] {
  const choose = (a: number, b: number): number => (b === 0 ? 1 : (choose(a - 1, b - 1) * a) / b);
  const draw = (shares: readonly number[], weight: number, into: Map<string, number>) => {
    for (let a = 0; a <= n; a++)
      for (let b = 0; a + b <= n; b++) {
        const c = n - a - b;
        const mass = choose(n, a) * choose(n - a, b) * shares[0] ** a * shares[1] ** b * shares[2] ** c;
        if (mass > 0) into.set(`${a} ${b} ${c}`, (into.get(`${a} ${b} ${c}`) ?? 0) + weight * mass);
      }
    return into;
  };
  const laws = [draw(p, 1, new Map())];
  while (laws.length < last) {
    const next = new Map<string, number>();
    for (const [key, chance] of laws[laws.length - 1])
      draw(
        key.split(" ").map((count) => Number(count) / n),
        chance,
        next,
      );
    laws.push(next);
  }
  return laws;
}

describe("risk({ weights, samples, generations, beta })", () => {
  it("reproduces the table of the law of Zipf and Mandelbrot, n = m = 1000", () => {
    const weights = Array.from({ length: 1000 }, (_, i) => 1 / (i + 3.7));
    const found = risk({ weights, samples: 1000, generations: [1, 10, 50] });
    expectRow((i) => found.reverse[i], ".45069879 1.47171652 2.66886284");
    expectRow((i) => found.smoothed[i], ".24177182 .552577238 1.04085062");
    expectRow((i) => found.totalVariation[i], ".314528968 .608796279 .806866696");
    expectRow((i) => found.lostMass[i], ".233278398 .515122156 .763490943");
  });

  it("is what the chain of all counts says", () => {
    const p = [0.55, 0.3, 0.15];
    const n = 4;
    const beta = 0.4;
    const generations = [3, 0, 1];
    const found = risk({ weights: p, samples: n, beta, generations });
    const laws = jointLaws(p, n, 3);
    generations.forEach((k, i) => {
      const mean = (f: (q: number[]) => number) =>
        k === 0
          ? 0
          : [...laws[k - 1]].reduce(
              (sum, [key, w]) => sum + w * f(key.split(" ").map((c) => Number(c) / n)),
              0,
            );
      const kl = (a: number[], b: number[]) =>
        a.reduce((sum, x, j) => (x > 0 ? sum + x * Math.log(x / b[j]) : sum), 0);
      const smooth = (q: number[]) => q.map((x) => (n * x + beta) / (n + 3 * beta));
      expect(Math.abs(found.reverse[i] - mean((q) => kl(q, p)))).toBeLessThan(1e-13);
      expect(Math.abs(found.smoothed[i] - mean((q) => kl(p, smooth(q))))).toBeLessThan(1e-13);
      const tv = mean((q) => q.reduce((sum, x, j) => sum + Math.abs(x - p[j]) / 2, 0));
      expect(Math.abs(found.totalVariation[i] - tv)).toBeLessThan(1e-13);
      const lost = mean((q) => q.reduce((sum, x, j) => (x === 0 ? sum + p[j] : sum), 0));
      expect(Math.abs(found.lostMass[i] - lost)).toBeLessThan(1e-13);
    });
  });

  it("has ends: one symbol, one sample, everything lost but one", () => {
    const none = risk({ weights: [2], samples: 5, generations: [3] });
    expect([none.reverse[0], none.smoothed[0], none.totalVariation[0], none.lostMass[0]]).toEqual([
      0, 0, 0, 0,
    ]);
    const one = risk({ weights: [1, 3], samples: 1, generations: [9] });
    const lost = heterozygosity({ weights: [1, 3], samples: 1, generation: 0 });
    expectRelative(one.lostMass[0], lost, 1e-14);
    expectRelative(one.totalVariation[0], lost, 1e-14);
    expectRelative(one.reverse[0], -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), 1e-14);
    const late = risk({ weights: [1, 3], samples: 20, generations: [2000] });
    expectRelative(late.lostMass[0], lost, 1e-11);
  });

  it("checks what it is given", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(() => risk({ weights: [1, 2], samples: 9, generations: [1], ...options }), message);
    invalid({ samples: 2001 }, "invalid samples: 2001 (an integer from 1 to 2000)");
    invalid({ beta: 0 }, "invalid beta: 0 (a number from 1e-100 to 1e100)");
    invalid({ generations: [10_001] }, "invalid generations[0]: 10001 (an integer from 0 to 10000)");
  });
});

describe("the time to one symbol, as computed from the lines of descent of all samples", () => {
  it.each([
    [10, "17.4956202", "10.137588", 15],
    [100, "187.425738", "106.908274", 161],
    [1000, "1893.49996", "1074.52484", 1632],
  ])("10 equal symbols, %i samples", (samples, mean, sd, median) => {
    const options = { weights: [1], multiplicities: [10], samples };
    const time = timeToOne(options);
    expectDigits(time.mean, mean);
    expectDigits(time.sd, sd);
    expect(timeToOneQuantile({ ...options, q: 0.5 })).toBe(median);
  });

  it("20 symbols by the law of Zipf, 50 samples", () => {
    const options = { weights: Array.from({ length: 20 }, (_, i) => 1 / (i + 1)), samples: 50 };
    const { mean, sd } = timeToOne(options);
    expectDigits(mean, "91.3575622");
    expectDigits(sd, "53.3053419");
    expect(timeToOneQuantile({ ...options, q: 0.5 })).toBe(78);
  });
});
