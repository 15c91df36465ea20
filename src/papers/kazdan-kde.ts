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
    samples: 32,
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
    title: "Kernel density estimates of three blobs, n = 32, h = 0.5",
    quantity: "ise",
    axis: "integrated squared error",
    caption:
      "Replaced points become one family, which forgets the other blobs. Kept points hold them, and " +
      "a part of them nearly as well; but each generation adds a kernel, so that the error goes on growing, with the logarithm " +
      "of the generation.",
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
    title: "Kernel density estimates of three blobs: error after 100 fits, by bandwidth",
    quantity: "ise",
    axis: "integrated squared error",
    caption:
      "A wide kernel smears kept data out; a narrow one does not, and the more points there are the better it gets. Of " +
      "replaced data the choice is between many spikes and a blob that has wandered off.",
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
