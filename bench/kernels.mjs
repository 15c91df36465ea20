// Wasm against the same algorithm in plain TypeScript (its twin, which gives the same bits), on the built package:
// `npm run bench`. A ratio above 1 means that Wasm is faster.
import os from "node:os";
import { Bench } from "tinybench";
import { widthOf } from "../dist/kernels.js";
import { twin } from "../dist/reference/kernels.js";
import { Stream } from "../dist/reference/random/stream.js";
import { integerKey, seedKey } from "../dist/seed.js";
import { wasmKernels } from "../dist/wasm/kernels.js";

const DRAWS = 10_000;
const out = new Float64Array(DRAWS);
const zipf = Float64Array.from({ length: 50_000 }, (_, i) => 1 / (i + 1));
const counts = new Float64Array(zipf.length);
const stream = () => new Stream(integerKey(1), integerKey(0));

/** A sampler that fills `out`: nanoseconds are for one draw. */
const fill = (name, draw) => ({
  name,
  unit: DRAWS,
  make: (kernels) =>
    (
      (s) => () =>
        draw(kernels, s)
    )(stream()),
});

/** A chain of many trajectories: nanoseconds are for one generation of one trajectory. */
const chain = (name, plan, generations = 100) => ({
  name,
  unit: generations * (plan.kind === "categorical" ? 1 : widthOf({ samples: 1000, ...plan })),
  make(kernels) {
    const running = kernels.chain(
      { samples: 1000, divisor: 999, bySamples: false, mask: 1, ...plan },
      seedKey(1),
    );
    const recorded = new Uint8Array(running.reach);
    return () => {
      running.start(0, running.width);
      running.advance(generations, recorded);
    };
  },
});

const cases = [
  fill("uniform", (k, s) => k.fillUniform(s, out)),
  fill("normal", (k, s) => k.fillNormal(s, out)),
  fill("gamma(4.5)", (k, s) => k.fillGamma(s, 4.5, out)),
  fill("gamma(0.5)", (k, s) => k.fillGamma(s, 0.5, out)),
  fill("poisson(3)", (k, s) => k.fillPoisson(s, 3, out)),
  fill("poisson(300)", (k, s) => k.fillPoisson(s, 300, out)),
  fill("binomial(100, 0.05)", (k, s) => k.fillBinomial(s, 100, 0.05, 0.95, out)),
  fill("binomial(1000, 0.4)", (k, s) => k.fillBinomial(s, 1000, 0.4, 0.6, out)),
  {
    name: "multinomial(1e6, Zipf 50,000)",
    unit: zipf.length,
    make: (kernels) =>
      (
        (s) => () =>
          kernels.multinomial(s, 1e6, zipf, counts)
      )(stream()),
  },
  chain("bernoulli chain, n = 1000", { kind: "bernoulli", values: [0.5, 0.5, 0] }),
  chain("poisson chain from 20", { kind: "poisson", values: [20, 0, 0] }),
  chain("gaussian chain, n = 1000", { kind: "gaussian", values: [0, 1, 0], mask: 3 }),
  chain(
    "gaussian chain, drawing n = 1000",
    { kind: "gaussian", values: [0, 1, 0], mask: 3, bySamples: true },
    10,
  ),
  // The first generations, where the components overlap, cost most.
  ...["ml", "approximate-ml", "notebook"].map((estimator) => {
    const parameter = estimator === "notebook" ? 1 : 0.0417;
    const plan = {
      kind: "mixture",
      samples: 10,
      bySamples: true,
      values: [1, 1, 0],
      estimator,
      parameter,
      mask: 3,
    };
    return chain(`mixture chain, n = 10, ${estimator}`, plan, 5);
  }),
  chain(
    "categorical, Zipf 50,000, n = 1e6",
    { kind: "categorical", weights: zipf, samples: 1e6, byPoisson: false, watched: 1 },
    10,
  ),
];

/** A text of 200,000 tokens and 5,000 words; nanoseconds are for one token of the next two. */
const text = Uint32Array.from({ length: 200_000 }, (_, i) =>
  Math.floor(5000 * ((i * i * 0.618034) % 1) ** 4),
);
const words = Uint32Array.from({ length: 5001 }, (_, i) => i);
const ngram = (order) => ({
  ...chain(
    `n-gram, order ${order}, 200,000 tokens`,
    {
      ...{
        kind: "ngram",
        samples: text.length,
        bySamples: true,
        tokens: text,
        ends: Uint32Array.of(text.length),
      },
      ...{ vocabulary: 5000, types: 5000, typeStarts: words, typeList: words.subarray(0, 5000) },
      ...{ order, span: order, documents: false, mask: 1, watched: 1 },
    },
    2,
  ),
  unit: 2 * text.length,
});
cases.push(ngram(3), ngram(16));

const wasm = wasmKernels();
console.log(`${os.cpus()[0].model}, Node ${process.version}\n`);
console.log(`${"case".padEnd(36)}${"Wasm ns".padStart(12)}${"twin ns".padStart(12)}${"ratio".padStart(8)}`);
const ratios = [];
for (const { name, unit, make } of cases) {
  const bench = new Bench({ time: 300, warmupTime: 200 });
  bench.add("wasm", make(wasm)).add("twin", make(twin));
  await bench.run();
  const [fast, slow] = bench.tasks.map((task) => (task.result.latency.p50 * 1e6) / unit);
  ratios.push(slow / fast);
  const row = [
    fast.toFixed(2).padStart(12),
    slow.toFixed(2).padStart(12),
    (slow / fast).toFixed(2).padStart(8),
  ];
  console.log(name.padEnd(36) + row.join(""));
}
const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
console.log(`\ngeometric mean of the ratios: ${mean.toFixed(2)}`);
