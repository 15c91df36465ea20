// The numbers of a seed are a promise. When these vectors change, so does every published result: the change is
// "value-breaking" in the changelog.
import { expect, it } from "vitest";
import {
  bernoulli,
  categorical,
  Generator,
  gaussian,
  mixture,
  multivariate,
  ngram,
  poisson,
  regression,
  simulate,
} from "../../src/index.ts";

type Draw = (rng: Generator, out: Float64Array) => Float64Array;

const weights = [5, 1, 1e-9, 3, 2, 1, 1, 4];

function place(out: Float64Array, list: readonly number[]): Float64Array {
  out.set(list);
  return out;
}

/** Every sampler, on every branch of its algorithm. */
const draws: Record<string, Draw> = {
  "uniform()": (rng, out) => rng.uniform(out),
  "integers(0, 10)": (rng, out) => rng.integers(0, 10, out),
  "integers(-3, 2^53-4), often redrawn": (rng, out) => rng.integers(-3, 2 ** 53 - 4, out),
  "integers(0, 3 * 2^51), redrawn one time in four": (rng, out) => rng.integers(0, 3 * 2 ** 51, out),
  "integers(0, 2^31+1), every other one redrawn": (rng, out) => rng.integers(0, 2 ** 31 + 1, out),
  "normal()": (rng, out) => rng.normal(out),
  "normal(5, 2)": (rng, out) => rng.normal(5, 2, out),
  "exponential()": (rng, out) => rng.exponential(out),
  "beta(2, 3)": (rng, out) => rng.beta(2, 3, out),
  "beta(0.3, 0.01), by logarithms": (rng, out) => rng.beta(0.3, 0.01, out),
  "dirichlet([3, 0.1, 1, 2, 1e-3, 5, 1, 4])": (rng, out) => rng.dirichlet([3, 0.1, 1, 2, 1e-3, 5, 1, 4], out),
  "geometric(0.1)": (rng, out) => rng.geometric(0.1, out),
  "negativeBinomial(2.5, 0.1)": (rng, out) => rng.negativeBinomial(2.5, 0.1, out),
  "zipf(1.5)": (rng, out) => rng.zipf(1.5, out),
  "uint32()": (rng, out) => rng.uint32(out),
  "permutation(8)": (rng, out) => place(out, rng.permutation(8)),
  "choice(100, 8)": (rng, out) => place(out, rng.choice(100, 8)),
  "choice(100, 8), each once": (rng, out) => place(out, rng.choice(100, 8, { replace: false })),
  "choice of 8 weights": (rng, out) => place(out, rng.choice(8, 8, { weights })),
  "choice of 8 weights, each once": (rng, out) => place(out, rng.choice(8, 8, { weights, replace: false })),
  "spawn(8)": (rng, out) =>
    place(
      out,
      rng.spawn(8).map((child) => child.uniform()),
    ),
  "boxMuller()": (rng, out) => rng.boxMuller(out),
  "gamma(0.3), boosted": (rng, out) => rng.gamma(0.3, out),
  "gamma(4.5)": (rng, out) => rng.gamma(4.5, out),
  "gamma(1e9), series": (rng, out) => rng.gamma(1e9, out),
  "poisson(3), inversion": (rng, out) => rng.poisson(3, out),
  "poisson(300), rejection": (rng, out) => rng.poisson(300, out),
  "poisson(2^53-1)": (rng, out) => rng.poisson(2 ** 53 - 1, out),
  "binomial(20, 0.3), inversion": (rng, out) => rng.binomial(20, 0.3, out),
  "binomial(20, 0.7), inversion of the complement": (rng, out) => rng.binomial(20, 0.7, out),
  "binomial(1000, 0.4), rejection": (rng, out) => rng.binomial(1000, 0.4, out),
  "binomial(1000, 0.6), rejection of the complement": (rng, out) => rng.binomial(1000, 0.6, out),
  "binomial(2^53-1, 0.5)": (rng, out) => rng.binomial(2 ** 53 - 1, 0.5, out),
  "hypergeometric(30, 50, 12), inversion": (rng, out) => rng.hypergeometric(30, 50, 12, out),
  "hypergeometric(50, 30, 12), inversion of the unmarked": (rng, out) => rng.hypergeometric(50, 30, 12, out),
  "hypergeometric(30, 50, 68), inversion of the rest": (rng, out) => rng.hypergeometric(30, 50, 68, out),
  "hypergeometric(50, 30, 68), inversion of both": (rng, out) => rng.hypergeometric(50, 30, 68, out),
  "hypergeometric(30, 1e6, 1e5), inversion from a logarithm": (rng, out) =>
    rng.hypergeometric(30, 1e6, 1e5, out),
  "hypergeometric(1000, 2000, 500), rejection": (rng, out) => rng.hypergeometric(1000, 2000, 500, out),
  "hypergeometric(2000, 1000, 2500), rejection of both": (rng, out) =>
    rng.hypergeometric(2000, 1000, 2500, out),
  "hypergeometric(2^52, 2^52-1, 2^51)": (rng, out) => rng.hypergeometric(2 ** 52, 2 ** 52 - 1, 2 ** 51, out),
  "multivariateHypergeometric([5, 0, 90, 300, 2, 1000, 1, 4], 700)": (rng, out) =>
    rng.multivariateHypergeometric([5, 0, 90, 300, 2, 1000, 1, 4], 700, out),
  "multinomial(1000, [5, 0, 1e-9, 3, 2, 1, 1, 4])": (rng, out) =>
    rng.multinomial(1000, [5, 0, 1e-9, 3, 2, 1, 1, 4], out),
};

it("draws", async () => {
  const lines = Object.entries(draws).map(([name, draw]) => {
    const first = draw(new Generator(42), new Float64Array(8));
    const other = draw(new Generator("lethe", 2 ** 40 + 3), new Float64Array(8));
    return `${name}\n  42:        ${[...first].join(" ")}\n  lethe/2^40+3: ${[...other].join(" ")}\n`;
  });
  await expect(lines.join("")).toMatchFileSnapshot("../vectors/draws.txt");
});

it("chains", async () => {
  const run = { generations: 6, trajectories: 2, seed: 42, record: "every:3" };
  const words = "to be or not to be that is the question whether it is nobler in the mind to suffer".split(
    " ",
  );
  const models = [
    gaussian({ samples: 5, mean: 1, std: 2, estimator: "ml" }),
    gaussian({ samples: 5, method: "samples" }),
    gaussian({ samples: 2 }),
    bernoulli({ p: 0.3, samples: 50 }),
    bernoulli({ p: 0.3, samples: 5000 }),
    poisson({ rate: 3, samples: 4 }),
    poisson({ rate: 3, samples: 4, method: "samples" }),
    categorical({ zipf: { size: 30, exponent: 1, shift: 2.7 }, samples: 40 }),
    categorical({ zipf: { size: 30, exponent: 1, shift: 2.7 }, samples: 40, method: "samples" }),
    categorical({ counts: [9, 3, 2, 2, 1], sampling: "poisson" }),
    categorical({ counts: [900, 300, 90, 40, 33, 32, 20, 9, 5, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1] }),
    categorical({ counts: [900, 300, 90, 40, 33, 32, 9, 3, 1], method: "binomial-splitting" }),
    mixture({ samples: 10 }),
    mixture({ samples: 10, mean: 0.5, std: 2, estimator: "approximate-ml" }),
    mixture({ samples: 10, estimator: "notebook" }),
    ngram({ tokens: words, order: 1 }),
    ngram({ tokens: words, order: 3, samples: 50 }),
    ngram({ tokens: words, order: 2, rule: "documents", ends: [6, 10, 19], samples: 100 }),
    multivariate({ dimension: 3, samples: 5, mean: [1, 2, 3] }),
    multivariate({
      dimension: 2,
      samples: 9,
      estimator: "ml",
      covariance: [
        [2, 1],
        [1, 3],
      ],
    }),
    multivariate({ dimension: 4, samples: 3, covariance: [1, 2, 3, 4] }),
    regression({ dimension: 3, samples: 12 }),
    regression({ dimension: 3, samples: 12, noise: 2, design: "fresh" }),
  ];
  const lines: string[] = [];
  for (const model of models) {
    const result = await simulate({ ...run, model });
    lines.push(JSON.stringify(model));
    for (const name of result.experiment.observables) {
      const rows = [0, 1].map((i) => [...result.observable(name).trajectory(i)].join(" "));
      lines.push(`  ${name}: ${rows.join(" | ")}`);
    }
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../vectors/chains.txt");
});
