import { kde } from "../models/kde.ts";
import type { Errors, Line, Sweep } from "./experiment.ts";

const regimes = ["replace", "accumulate", "accumulate-subsample"] as const;

/** Three blobs of the plane, as of scikit-learn's `make_blobs`: centres from -10 to 10, standard deviation 1. */
const blobs = (bandwidth: number, name: (typeof regimes)[number]): Line => ({
  label: name,
  model: kde({
    means: [
      [-6, 2],
      [1, -7],
      [5, 6],
    ],
    samples: 10,
    bandwidth,
  }),
  regime: { name },
});

const DIFFERS =
  "The authors judge by the negative log-likelihood of 500 real points, whose mean nobody knows exactly; here it is the " +
  "integrated squared error. Their blobs have centres by chance, and by other chances for the points that judge than for " +
  "those that are fitted: here the centres are fixed, and the same.";

/** Kernel density estimates of blobs. */
export const kdeExperiments: readonly (Errors | Sweep)[] = [
  {
    kind: "errors",
    name: "kazdan-kde",
    title: "Kernel density estimates of three blobs, n = 10, h = 0.5",
    quantity: "ise",
    axis: "integrated squared error",
    caption:
      "Replaced points become one family, which forgets the other blobs. Kept points hold them: ten points with so narrow a " +
      "kernel are a rough estimate, which more of them smooth, so that the error even falls. A part of them stays as rough " +
      "as ten points are.",
    differs: DIFFERS,
    lines: regimes.map((name) => blobs(0.5, name)),
    record: "log:8",
    generations: 100,
    trajectories: 200,
    scale: "log",
  },
  {
    kind: "sweep",
    over: "bandwidth",
    name: "kazdan-kde-bandwidth",
    title: "Kernel density estimates of three blobs: error after 100 fits, n = 10, by bandwidth",
    quantity: "ise",
    axis: "integrated squared error",
    caption:
      "Of so few samples a wide kernel makes a better estimate than a narrow one, whatever data it is made of; and " +
      "with every kernel kept data are better than a part of them, and that is better than the last data alone.",
    differs: DIFFERS,
    series: regimes.map((label) => ({
      label,
      cells: [0.1, 0.5, 1].map((at) => ({ at, line: blobs(at, label) })),
    })),
    generations: 100,
    trajectories: 100,
    scale: "log",
  },
];
