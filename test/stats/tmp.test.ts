import { pbinom, pgamma } from "lib-r-math.js";
import { test, expect } from "vitest";
import { Generator } from "../../src/random/generator.ts";
test("x", () => {
  const b: number = pbinom(3, 10, 0.3, true);
  expect(pgamma(1, 2, 1, undefined, false)).toBeGreaterThan(b * 0);
  const g = new Generator(1);
  const t = (n: string, f: () => void) => { const s = performance.now(); f(); console.log(n, performance.now() - s); };
  const x = new Float64Array(1e6);
  t("uniform", () => g.uniform(x)); t("normal", () => g.normal(x)); t("sort", () => x.sort());
  t("gamma", () => g.gamma(4.5, x)); t("poisson9", () => g.poisson(9.9, x)); t("poisson10", () => g.poisson(10, x));
  t("poisson1e12", () => g.poisson(1e12, x)); t("binom", () => g.binomial(1e6, .3, x)); t("binom inv", () => g.binomial(20, .3, x));
  t("gens", () => { for (let i = 0; i < 1e5; i++) new Generator(1, i).uniform(); });
});
