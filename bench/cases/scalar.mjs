import { bernoulli, gaussian, kde, mixture, poisson, regression } from "../../dist/index.js";
import { trajectories } from "./trajectories.mjs";

const TRAJECTORIES = 10_000;
const GENERATIONS = 100;

/**
 * Many trajectories of a model of few numbers; times are for one generation of one of them.
 *
 * @param {string} name
 * @param {{ samples: number }} model
 * @param {[string, object] | undefined} numpy
 * @param {{ count?: number, generations?: number, mask?: number, native?: string }} [how]
 */
function chain(
  name,
  model,
  numpy,
  { count = TRAJECTORIES, generations = GENERATIONS, mask = 1, native } = {},
) {
  return {
    name,
    unit: "generation",
    units: count * generations,
    ours: trajectories(model, count, generations, mask),
    numpy: numpy && [numpy[0], { ...numpy[1], trajectories: count, generations }],
    native: native && [native, [model.samples, count, generations]],
  };
}

const MEAN_AND_STD = 3;

const byStatistic = [10, 1000, 1e6, 1e9].map((samples) =>
  chain(
    `gaussian chain, n = ${samples.toLocaleString("en")}`,
    gaussian({ samples }),
    ["gaussian_chain", { n: samples }],
    { mask: MEAN_AND_STD, native: "gaussian" },
  ),
);

const drawing = [10, 100].map((samples) =>
  chain(
    `gaussian chain drawing n = ${samples}`,
    gaussian({ samples, method: "samples" }),
    ["gaussian_by_samples", { n: samples }],
    { count: 10_000 / samples, generations: 10, mask: MEAN_AND_STD },
  ),
);

/** numpy has one chain here too: n numbers are enough to fill its vectors. */
const drawingMany = {
  ...chain("gaussian chain drawing n = 10,000", gaussian({ samples: 10_000, method: "samples" }), undefined, {
    count: 1,
    generations: 10,
    mask: MEAN_AND_STD,
  }),
  numpy: ["one_gaussian_by_samples", { n: 10_000, generations: 10 }],
};

/** The first generations, where the components overlap, cost most. */
const mixtures = /** @type {const} */ (["ml", "approximate-ml", "notebook"]).map((estimator) =>
  chain(`mixture chain, n = 10, ${estimator}`, mixture({ samples: 10, estimator }), undefined, {
    count: 100,
    generations: 5,
    mask: MEAN_AND_STD,
  }),
);

/** Times are for a point of a training set. */
const kernelDensities = [100, 1000].map((samples) => {
  const bandwidth = 0.5;
  const how = { count: 100_000 / samples, generations: 50 };
  const numpy = /** @type {[string, object]} */ (["kde_chain", { n: samples, bandwidth }]);
  const one = chain(
    `kde chain, n = ${samples.toLocaleString("en")}`,
    kde({ samples, bandwidth }),
    numpy,
    how,
  );
  return { ...one, unit: "point", units: one.units * samples };
});

/** Ten times as many rows as coefficients; numpy has as many trajectories as its cache holds. */
const regressions = /** @type {const} */ (["fixed", "fresh"]).flatMap((design) =>
  /** @type {const} */ ([
    [1, 10_000],
    [3, 10_000],
    [10, 1000],
    [100, 100],
  ]).map(([dimension, count]) =>
    chain(
      `regression chain, ${design} design, d = ${dimension}, T = ${10 * dimension}`,
      regression({ dimension, samples: 10 * dimension, design }),
      [`regression_${design}`, { d: dimension, n: 10 * dimension }],
      { count },
    ),
  ),
);

export const scalar = [
  chain("bernoulli chain, n = 1000", bernoulli({ p: 0.5, samples: 1000 }), [
    "bernoulli_chain",
    { n: 1000, p: 0.5 },
  ]),
  chain("poisson chain from 20", poisson({ rate: 0.02, samples: 1000 }), ["poisson_chain", { total: 20 }]),
  ...byStatistic,
  ...drawing,
  drawingMany,
  ...mixtures,
  ...kernelDensities,
  ...regressions,
];
