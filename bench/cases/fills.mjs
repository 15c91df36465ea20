import { Stream } from "../../dist/kernels/stream.js";
import { drawCounts } from "../../dist/random/counts.js";
import { geometricOf } from "../../dist/random/trials.js";
import { seedKey } from "../../dist/seed.js";

/** Numbers of a call: they stay in the nearer caches. */
const NUMBERS = 10_000;
const out = new Float64Array(NUMBERS);

/** A sampler that fills an array. `numpy` is its function and arguments there. */
function fill(name, draw, numpy, native) {
  return {
    name,
    unit: "number",
    units: NUMBERS,
    ours: (kernels) => {
      const stream = new Stream(seedKey(1), seedKey(0));
      return { call: () => draw(kernels, stream), drawn: () => out };
    },
    numpy: [numpy[0], { ...numpy[1], size: NUMBERS }],
    native,
    peers: out,
  };
}

const trial = geometricOf(0.01);

/** Zipf's law over 50,000 words. */
const words = Float64Array.from({ length: 50_000 }, (_, i) => 1 / (i + 1));
const counts = new Float64Array(words.length);

export const fills = [
  fill("uniform fill", (k, s) => k.fillUniform(s, out), ["uniform"], ["uniform", [NUMBERS]]),
  fill("normal fill", (k, s) => k.fillNormal(s, out), ["normal"], ["normal", [NUMBERS]]),
  fill("exponential fill", (k, s) => k.fillExponential(s, out), ["exponential"]),
  ...[4.5, 0.5].map((shape) =>
    fill(`gamma(${shape})`, (k, s) => k.fillGamma(s, shape, out), ["gamma", { shape }]),
  ),
  fill("beta(2, 3)", (k, s) => k.fillBeta(s, 2, 3, out), ["beta", { a: 2, b: 3 }]),
  fill(
    "geometric(0.01)",
    (k, s) => {
      k.fillExponential(s, out);
      for (let i = 0; i < NUMBERS; ++i) out[i] = trial(out[i]);
    },
    ["geometric", { p: 0.01 }],
  ),
  fill("negativeBinomial(2.5, 0.1)", (k, s) => k.fillNegativeBinomial(s, 2.5, 0.1, out), [
    "negative_binomial",
    { n: 2.5, p: 0.1 },
  ]),
  fill("zipf(2)", (k, s) => k.fillZipf(s, 2, out), ["zipf", { a: 2 }]),
  ...[3, 300].map((mean) =>
    fill(`poisson(${mean})`, (k, s) => k.fillPoisson(s, mean, out), ["poisson", { mean }]),
  ),
  ...[
    [100, 0.05],
    [1000, 0.4],
  ].map(([n, p]) =>
    fill(`binomial(${n}, ${p})`, (k, s) => k.fillBinomial(s, n, p, 1 - p, out), ["binomial", { n, p }]),
  ),
  // numpy takes fewer than 10^9 of each.
  ...[
    [10, 90, 10],
    [1000, 10_000, 500],
    [1_000_000, 900_000_000, 100_000],
  ].map(([marked, unmarked, draws]) =>
    fill(
      `hypergeometric(${marked}, ${unmarked}, ${draws})`,
      (k, s) => k.fillHypergeometric(s, marked, unmarked, draws, out),
      ["hypergeometric", { marked, unmarked, draws }],
    ),
  ),
  fill("integers(0, 1000)", (k, s) => k.fillIntegers(s, 0, 1000, out), ["integers", { low: 0, high: 1000 }]),
  {
    name: "multinomial(1e6), Zipf 50,000",
    unit: "word",
    units: words.length,
    ours: (kernels) => {
      const stream = new Stream(seedKey(1), seedKey(0));
      const call = () => drawCounts(kernels, stream, 1e6, words, counts);
      return { call, drawn: () => counts };
    },
    numpy: ["multinomial", { n: 1e6, weights: [...words] }],
  },
];
