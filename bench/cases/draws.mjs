import { Generator } from "../../dist/random/index.js";

/** Numbers of a call: they stay in the nearer caches. */
const NUMBERS = 10_000;
const out = new Float64Array(NUMBERS);

/**
 * A law of lethe/random, a number a call, as programs draw that do not know how many they need. The libraries' draws are
 * timed as they are.
 */
function draw(law, one) {
  return {
    name: `${law}, one by one`,
    unit: "number",
    units: NUMBERS,
    alone: () => {
      const rng = new Generator(1);
      const call = () => {
        for (let i = 0; i < NUMBERS; ++i) out[i] = one(rng);
      };
      return { call, drawn: () => out };
    },
    peers: out,
  };
}

export const draws = [
  draw("uniform", (rng) => rng.uniform()),
  draw("normal", (rng) => rng.normal()),
  draw("exponential", (rng) => rng.exponential()),
  draw("integers(0, 1000)", (rng) => rng.integers(0, 1000)),
  draw("gamma(4.5)", (rng) => rng.gamma(4.5)),
  draw("poisson(3)", (rng) => rng.poisson(3)),
  draw("binomial(1000, 0.4)", (rng) => rng.binomial(1000, 0.4)),
];
