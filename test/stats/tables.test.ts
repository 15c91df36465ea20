// Whole simulations against exact values that were computed independently (transition matrices, the Galton–Watson
// recursion, numerical inversion). Every cell must lie within 4 standard errors, the errors coming from the exact
// probability. With about 150 cells the family-wise alpha is 1 %; seeds are fixed.
import { afterAll, describe, expect, it } from "vitest";
import { bernoulli, categorical, type Experiment, gaussian, poisson, simulate } from "../../src/index.ts";

type Row = readonly [generation: number, probability: number];
interface Table {
  readonly name: string;
  readonly experiment: Omit<Experiment, "survival">;
  readonly event: string;
  readonly rows: readonly Row[];
}

const zip = (generations: number[], values: number[]): Row[] => generations.map((k, i) => [k, values[i]]);
const steps = (step: number, count: number) => Array.from({ length: count }, (_, i) => step * (i + 1));

const rare = { generations: 50, trajectories: 500_000, seed: 1 };
const six = [1, 2, 5, 10, 25, 50];
const ten = [1, 6, 11, 17, 22, 28, 33, 39, 44, 50];
const tables: Table[] = [
  {
    name: "Bernoulli p = 0.001, n = 10000",
    experiment: { model: bernoulli({ p: 0.001, samples: 10_000 }), ...rare },
    event: "p!=0",
    rows: [
      ...zip(six, [0.999954827, 0.99820736, 0.955941664, 0.821553259, 0.524911304, 0.319022146]),
      ...zip(
        ten,
        [
          0.999954827, 0.931576661, 0.794687222, 0.655638392, 0.567888768, 0.487674022, 0.435745741,
          0.38607437, 0.35245158, 0.319022146,
        ],
      ),
    ],
  },
  {
    name: "Bernoulli p = 0.01, n = 100",
    experiment: { model: bernoulli({ p: 0.01, samples: 100 }), ...rare },
    event: "p!=0",
    rows: [
      ...zip(six, [0.633967659, 0.470947074, 0.271007117, 0.161389355, 0.075006839, 0.041121842]),
      ...zip(
        ten,
        [
          0.633967659, 0.238151686, 0.149528192, 0.104326455, 0.083741975, 0.067997676, 0.058956509,
          0.05098943, 0.045923957, 0.041121842,
        ],
      ),
    ],
  },
  {
    name: "Bernoulli p = 0.01, n = 100, both alive",
    experiment: { model: bernoulli({ p: 0.01, samples: 100 }), ...rare, seed: 2 },
    event: "p!=0,1",
    rows: zip(six, [0.633967659, 0.470947074, 0.271007117, 0.161389355, 0.075006825, 0.041084683]),
  },
  {
    name: "Bernoulli p = 0.2, n = 100",
    experiment: {
      model: bernoulli({ p: 0.2, samples: 100 }),
      generations: 600,
      trajectories: 200_000,
      seed: 3,
    },
    event: "p!=0",
    rows: zip([100, 200, 600], [0.395006542, 0.264188308, 0.201132936]),
  },
  {
    name: "Bernoulli p = 0.2, n = 100, both alive",
    experiment: {
      model: bernoulli({ p: 0.2, samples: 100 }),
      generations: 600,
      trajectories: 200_000,
      seed: 4,
    },
    event: "p!=0,1",
    rows: zip([100, 200, 600], [0.345800068, 0.126230067, 0.00226586035]),
  },
  {
    name: "Poisson rate 1, n = 10",
    experiment: {
      model: poisson({ rate: 1, samples: 10 }),
      generations: 500,
      trajectories: 200_000,
      seed: 5,
    },
    event: "rate!=0",
    rows: zip(
      [1, 10, 50, 56, 100, 111, 167, 222, 278, 333, 389, 444, 500],
      [
        0.9999546, 0.821389219, 0.318709641, 0.291020296, 0.177515881, 0.16172265, 0.111293206, 0.085196594,
        0.068776768, 0.057830857, 0.049766914, 0.043772605, 0.038991077,
      ],
    ),
  },
  {
    name: "Poisson rate 10, n = 10",
    experiment: {
      model: poisson({ rate: 10, samples: 10 }),
      generations: 500,
      trajectories: 200_000,
      seed: 6,
    },
    event: "rate!=0",
    rows: zip(
      [50, 56, 100, 111, 167, 222, 278, 333, 389, 444, 500],
      [
        0.978456194, 0.967912342, 0.858330875, 0.82865268, 0.692684118, 0.589533489, 0.509614047, 0.448825943,
        0.399792413, 0.360836719, 0.328147094,
      ],
    ),
  },
  {
    name: "Gaussian n = 10, unbiased",
    experiment: { model: gaussian({ samples: 10 }), generations: 200, trajectories: 400_000, seed: 7 },
    event: "std>0.1",
    rows: [
      ...zip(
        steps(20, 10),
        [
          0.848856093, 0.504822165, 0.277414332, 0.15041033, 0.081562031, 0.044378417, 0.024243208,
          0.013294579, 0.007315907, 0.004038329,
        ],
      ),
      ...zip(
        [1, 23, 45, 67, 89, 111, 133, 155, 177, 200],
        [
          0.999999984, 0.794998942, 0.435966718, 0.224012156, 0.114165684, 0.058331442, 0.029943152,
          0.015443841, 0.007999994, 0.004038329,
        ],
      ),
    ],
  },
  {
    name: "Gaussian n = 10, ml",
    experiment: {
      model: gaussian({ samples: 10, estimator: "ml" }),
      generations: 200,
      trajectories: 400_000,
      seed: 8,
    },
    event: "std>0.1",
    rows: zip(
      steps(20, 10),
      [
        0.541927065, 0.088783554, 0.011361245, 1.36855805e-3, 1.61729822e-4, 1.8992e-5, 2.2267e-6, 2.6117e-7,
        3.0667e-8, 3.6063e-9,
      ],
    ),
  },
  {
    name: "Gaussian n = 100, unbiased",
    experiment: { model: gaussian({ samples: 100 }), generations: 2500, trajectories: 100_000, seed: 9 },
    event: "std>0.1",
    rows: zip(
      [100, 200, 500, 1000, 1500, 2000, 2500],
      [0.993819382, 0.898863842, 0.442870466, 0.110385016, 0.02761667, 0.007050972, 0.001829673],
    ),
  },
  {
    name: "Gaussian n = 100, ml",
    experiment: {
      model: gaussian({ samples: 100, estimator: "ml" }),
      generations: 1000,
      trajectories: 100_000,
      seed: 10,
    },
    event: "std>0.1",
    rows: zip([100, 200, 500, 1000], [0.964486511, 0.611316399, 0.042718185, 2.73000539e-4]),
  },
];

/** E uniq_k / m for Zipf–Mandelbrot, m = n = 1000, and the standard deviation over paths at k = 1 and 10. */
const zipf = [
  {
    name: "Zipf exponent 1, shift 2.7",
    exponent: 1,
    shift: 2.7,
    values: [
      0.39006841, 0.292593942, 0.239410181, 0.204690587, 0.179833892, 0.160980577, 0.146097611, 0.133997452,
      0.123933822, 0.115411319,
    ],
  },
  {
    name: "Zipf exponent 2, shift 5",
    exponent: 2,
    shift: 5,
    values: [
      0.120996978, 0.095988041, 0.082305121, 0.073213841, 0.066568335, 0.061420321, 0.057272235, 0.053832954,
      0.050918663, 0.04840655,
    ],
  },
];

const worst: string[] = [];

/** Records the worst deviation of a table and demands that it is within 4 standard errors. */
function judge(name: string, deviations: number[], cells: number): void {
  const z = deviations.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  worst.push(`${name.padEnd(42)} ${String(cells).padStart(3)} cells, worst ${z.toFixed(2)} standard errors`);
  expect(Math.abs(z)).toBeLessThan(4);
}

afterAll(() => console.log(worst.join("\n")));

describe("survival probabilities", () => {
  it.each(tables)("$name: $event", async ({ name, experiment, event, rows }) => {
    const run = await simulate({ ...experiment, survival: [event], record: "all" });
    const { probability } = run.survival(event);
    const R = experiment.trajectories;
    // Where fewer than 10 cases are expected (or missing) the normal law says nothing.
    const usable = rows.filter(([, p]) => p * R >= 10 && (1 - p) * R >= 10);
    const deviations = usable.map(([k, p]) => (probability[k] - p) / Math.sqrt((p * (1 - p)) / R));
    judge(`${name}: ${event}`, deviations, usable.length);
  });
});

describe("expected number of different symbols", () => {
  it.each(zipf)("$name", async ({ name, exponent, shift, values }) => {
    for (const method of ["statistic", "samples"] as const) {
      const trajectories = method === "statistic" ? 100_000 : 20_000;
      const model = categorical({ zipf: { size: 1000, exponent, shift }, samples: 1000, method });
      const run = await simulate({ model, generations: 10, trajectories, seed: 11, observables: ["unique"] });
      const { mean, standardError } = run.observable("unique");
      const deviations = values.map((value, i) => (mean[i + 1] - 1000 * value) / standardError[i + 1]);
      judge(`${name}, ${method}`, deviations, values.length);
    }
  });
});
