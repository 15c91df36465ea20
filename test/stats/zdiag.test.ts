import { dbinom, pbeta, pbinom, pgamma } from "lib-r-math.js";
import { it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { gammaLaw } from "./laws.ts";

it("diag", () => {
  for (const s of [1.5, 1, 0.5, 4.5]) {
    const law = gammaLaw(s);
    let c = 0,
      seen = 0;
    for (let seed = 0; seed < 8; seed++)
      for (const x of new Generator(seed, 777).gamma(s, new Float64Array(1e6))) {
        ++seen;
        if (!(law.below(x) >= 0) || !(law.above(x) >= 0)) {
          if (c++ < 5) console.log(s, seed, x, law.below(x), law.above(x), pgamma(x, s));
        }
      }
    console.log(s, seen, c);
  }
  let worst = 0;
  for (const n of [1, 2, 3, 5, 10, 20, 50, 100, 1000])
    for (const p of [1e-9, 0.001, 0.01, 0.3, 0.4763, 0.4999, 0.5]) {
      let pm = Math.exp(n * Math.log1p(-p));
      for (let k = 0; k <= n; k++) {
        const e = Math.abs(dbinom(k, n, p) / pm - 1);
        if (pm > 1e-30 && e > worst) {
          worst = e;
          console.log("dbinom", n, p, k, e);
        }
        pm *= (((n - k) / (k + 1)) * p) / (1 - p);
      }
    }
  // where does pbeta go wrong?
  for (const [n, p] of [
    [2, 0.3],
    [3, 0.5],
    [5, 0.3],
    [10, 0.5],
    [20, 0.3],
    [40, 0.3],
    [60, 0.4],
    [100, 0.01],
    [1000, 0.01],
    [1000, 0.001],
    [1e6, 1e-5],
    [1e6, 1e-6],
  ]) {
    let s = 0,
      w = 0,
      at = 0;
    for (let k = 0; k < Math.min(n, 200); k++) {
      s += dbinom(k, n, p);
      const e = Math.abs(pbinom(k, n, p) - s);
      if (e > w) {
        w = e;
        at = k;
      }
    }
    console.log("pbinom", n, p, "worst", w, at);
  }
}, 3600000);
