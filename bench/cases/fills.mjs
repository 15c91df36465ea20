import { Stream } from "../../dist/kernels/stream.js";
import { drawCounts } from "../../dist/random/counts.js";
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

/** Zipf's law over 50,000 words. */
const zipf = Float64Array.from({ length: 50_000 }, (_, i) => 1 / (i + 1));
const counts = new Float64Array(zipf.length);

export const fills = [
  fill("uniform fill", (k, s) => k.fillUniform(s, out), ["uniform"], ["uniform", [NUMBERS]]),
  fill("normal fill", (k, s) => k.fillNormal(s, out), ["normal"], ["normal", [NUMBERS]]),
  ...[4.5, 0.5].map((shape) =>
    fill(`gamma(${shape})`, (k, s) => k.fillGamma(s, shape, out), ["gamma", { shape }]),
  ),
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
    units: zipf.length,
    ours: (kernels) => {
      const stream = new Stream(seedKey(1), seedKey(0));
      const call = () => drawCounts(kernels, stream, 1e6, zipf, counts);
      return { call, drawn: () => counts };
    },
    numpy: ["multinomial", { n: 1e6, weights: [...zipf] }],
  },
];
