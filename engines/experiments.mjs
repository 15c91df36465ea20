// What every engine computes: each entry turns lethe, and a choice of kernels, into numbers. The laws of theory are
// left out: they are computed with the engine's own Math, and are no part of what a seed promises.

/** All samplers in one list: single draws and fills. There is no choice of kernels here: a fill takes the fastest. */
function draws({ Generator }) {
  const rng = new Generator(42, 7);
  const out = () => new Float64Array(1000);
  return [
    rng.uniform(out()),
    rng.integers(-5, 2 ** 53 - 6, out()),
    rng.integers(-5, 2 ** 31 - 4, out()),
    rng.normal(out()),
    rng.boxMuller(out()),
    ...[0.3, 4.5, 1e9].map((shape) => rng.gamma(shape, out())),
    ...[3, 300, 1e15].map((mean) => rng.poisson(mean, out())),
    ...[0.05, 0.4, 0.97].map((p) => rng.binomial(1000, p, out())),
    rng.multinomial(1e6, [5, 0, 1e-9, 3, 2, 1]),
    ...[5, 300, 900].map((draws) => rng.hypergeometric(400, 600, draws, out())),
    Float64Array.of(rng.uniform(), rng.normal(), rng.gamma(2.5), rng.poisson(40), rng.binomial(90, 0.3)),
  ];
}

const text =
  "to be or not to be that is the question whether it is nobler in the mind to suffer the slings".split(" ");
const corpus = Array.from({ length: 1200 }, (_, i) => Math.ceil(3000 / (i + 1)));

/** The models, in every method and estimator. */
export const models = {
  bernoulli: ({ bernoulli }) => bernoulli({ p: 0.2, samples: 100 }),
  "bernoulli, large n": ({ bernoulli }) => bernoulli({ p: 0.001, samples: 1e6 }),
  "bernoulli by samples": ({ bernoulli }) => bernoulli({ p: 0.2, samples: 100, method: "samples" }),
  poisson: ({ poisson }) => poisson({ rate: 2, samples: 10 }),
  "poisson, large mean": ({ poisson }) => poisson({ rate: 1e3, samples: 10 }),
  "poisson by samples": ({ poisson }) => poisson({ rate: 2, samples: 10, method: "samples" }),
  gaussian: ({ gaussian }) => gaussian({ samples: 10 }),
  "gaussian, n = 2": ({ gaussian }) => gaussian({ samples: 2, estimator: "ml" }),
  "gaussian by samples": ({ gaussian }) => gaussian({ samples: 300, method: "samples" }),
  "gaussian, shrink": ({ gaussian }) =>
    gaussian({ samples: 10, estimator: "shrink", lambda: 0.2, tau: 1, temperature: 0.9 }),
  "mixture, ml": ({ mixture }) => mixture({ samples: 10 }),
  "mixture, approximate-ml": ({ mixture }) => mixture({ samples: 10, estimator: "approximate-ml" }),
  "mixture, notebook": ({ mixture }) => mixture({ samples: 10, estimator: "notebook" }),
  categorical: ({ categorical }) => categorical({ counts: corpus }),
  "categorical by splitting": ({ categorical }) =>
    categorical({ counts: corpus, method: "binomial-splitting" }),
  "categorical by samples": ({ categorical }) => categorical({ counts: corpus, method: "samples" }),
  "categorical, poisson": ({ categorical }) => categorical({ counts: corpus, sampling: "poisson" }),
  "categorical, zipf": ({ categorical }) =>
    categorical({ zipf: { size: 2000, exponent: 1.1, shift: 2.7 }, samples: 5000 }),
  "categorical, ml, decoded": ({ categorical }) =>
    categorical({ counts: corpus, estimator: "ml", temperature: 0.99, topK: 1100, topP: 0.999, minP: 1e-6 }),
  "categorical, add, selected": ({ categorical }) =>
    categorical({
      ...{
        counts: corpus,
        estimator: "add",
        beta: 0.5,
        curation: 3,
        rewards: corpus.map((_, i) => (i % 7) / 7),
      },
      verifier: { valid: 1, invalid: 0.5, symbols: [1, 2, 4] },
    }),
  ...Object.fromEntries(
    /** @type {[string, object][]} */ ([
      ["shrink", { lambda: 0.1 }],
      ["james-stein", {}],
      ["good-turing", {}],
      ["absolute-discount", { discount: 0.75 }],
    ]).map(([estimator, more]) => [
      `categorical, ${estimator}`,
      ({ categorical }) => categorical({ counts: corpus, estimator, ...more }),
    ]),
  ),
  multivariate: ({ multivariate }) => multivariate({ dimension: 4, samples: 20 }),
  "multivariate, ml, few points": ({ multivariate }) =>
    multivariate({ dimension: 5, samples: 4, estimator: "ml", mean: 1, covariance: [1, 2, 3, 4, 5] }),
  ngram: ({ ngram }) => ngram({ tokens: text, order: 2, samples: 2000 }),
  regression: ({ regression }) => regression({ dimension: 5, samples: 20 }),
  "regression, fresh": ({ regression }) => regression({ dimension: 5, samples: 20, design: "fresh" }),
  "ngram, documents": ({ ngram }) => ngram({ tokens: text, order: 3, rule: "documents", samples: 2000 }),
  "multivariate, one dimension": ({ multivariate }) => multivariate({ dimension: 1, samples: 20 }),
  "regression, one coefficient": ({ regression }) => regression({ dimension: 1, samples: 20 }),
  kde: ({ kde }) => kde({ samples: 50 }),
  "kde, many points": ({ kde }) => kde({ samples: 400 }),
  "kde, two normals": ({ kde }) => kde({ samples: 50, means: [-2, 1], stds: [0.8, 1.3], bandwidth: 0.5 }),
  "kde, uniform on the plane": ({ kde }) =>
    kde({ samples: 50, truth: "uniform", dimension: 2, bandwidth: "silverman" }),
  "kde, points": ({ kde }) => kde({ samples: 50, points: [3, 1, 4, 1, 5] }),
  empirical: ({ empirical }) => empirical({ samples: 50 }),
  ...Object.fromEntries(
    [{ means: [-2, 1] }, { truth: "uniform" }, { points: [3, 1, 4, 1, 5] }].map((truth) => [
      `empirical, ${Object.keys(truth)}`,
      ({ empirical }) => empirical({ samples: 50, ...truth }),
    ]),
  ),
};

/** Other data regimes, in each family. */
const grown = {
  bernoulli: "power:1.5",
  poisson: "geometric:1.1",
  gaussian: "quadratic",
  categorical: "linear",
  multivariate: "linear",
  regression: "linear",
  kde: "linear",
};
const families = {
  bernoulli: ({ bernoulli }) => bernoulli({ p: 0.2, samples: 20 }),
  poisson: ({ poisson }) => poisson({ rate: 2, samples: 10 }),
  gaussian: ({ gaussian }) => gaussian({ samples: 10 }),
  categorical: ({ categorical }) =>
    categorical({ zipf: { size: 50, exponent: 1.1, shift: 2.7 }, samples: 40 }),
  multivariate: ({ multivariate }) =>
    multivariate({
      dimension: 2,
      samples: 10,
      covariance: [
        [2, 1],
        [1, 3],
      ],
    }),
  regression: ({ regression }) => regression({ dimension: 3, samples: 12 }),
  kde: ({ kde }) => kde({ samples: 8, means: [-2, 1], stds: [0.8, 1.3] }),
};
const regimes = [
  { name: "accumulate" },
  { name: "accumulate", realShare: 0.1 },
  { name: "accumulate", realSamples: 4 },
  { name: "accumulate-subsample" },
  { name: "fresh", realShare: 0.1 },
  { name: "fixed", realSamples: 4 },
  { name: "weighted", realSamples: 4, weight: 0.3 },
];

/** An event to watch in each. */
export const events = {
  bernoulli: "p!=0,1",
  poisson: "rate!=0",
  gaussian: "std>0.5",
  mixture: "std>0.5",
  categorical: "unique>400",
  ngram: "unique>8",
  multivariate: "effectiveRank>1.5",
  regression: "error<1",
  kde: "ise<0.5",
  empirical: "cvm<0.1",
};

/** A run as text, without where it came from and what theory says. */
async function runText(lethe, make, backend, regime) {
  const model = make(lethe);
  const survival = [events[model.name]];
  const run = await lethe.simulate(
    {
      model,
      generations: 60,
      trajectories: 8,
      seed: "engines",
      record: "every:7",
      survival,
      ...(regime && { regime }),
    },
    { backend },
  );
  const { provenance: _, ...document } = JSON.parse(JSON.stringify(run));
  const answers = [...Object.values(document.observables), ...document.survival, ...document.timeTo];
  for (const answer of answers) delete answer.theory;
  for (const group of document.presence?.groups ?? []) delete group.theory;
  return JSON.stringify(document);
}

async function digest(data) {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of everything that this engine computes, by name. */
export async function digests(lethe) {
  const all = Float64Array.from(draws(lethe).flatMap((list) => [...list]));
  const table = { Generator: await digest(all) };
  for (const [name, make] of Object.entries(models)) {
    table[name] = await digest(await runText(lethe, make, "wasm"));
    table[`${name} (twin)`] = await digest(await runText(lethe, make, "typescript"));
  }
  for (const [family, make] of Object.entries(families)) {
    for (const regime of [...regimes, { name: "replace", growth: grown[family] }]) {
      const name = `${family}, ${Object.values(regime).join(" ")}`;
      table[name] = await digest(await runText(lethe, make, "wasm", regime));
      table[`${name} (twin)`] = await digest(await runText(lethe, make, "typescript", regime));
    }
  }
  return table;
}
