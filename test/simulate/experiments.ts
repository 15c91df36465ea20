// An experiment of every model, and everything a run of it says.
import {
  bernoulli,
  categorical,
  type Experiment,
  gaussian,
  mixture,
  ngram,
  poisson,
  type Run,
  regression,
} from "../../src/index.ts";

const common = { generations: 40, trajectories: 150, seed: 3 };
export const experiments: [string, Experiment][] = [
  ["bernoulli", { ...common, model: bernoulli({ p: 0.1, samples: 50 }), survival: ["p!=0", "p!=0,1"] }],
  ["poisson", { ...common, model: poisson({ rate: 1, samples: 10 }), survival: ["rate>0"] }],
  [
    "gaussian",
    { ...common, model: gaussian({ samples: 10 }), survival: ["std>0.5", "mean<1"], seed: "a string" },
  ],
  [
    "gaussian, fresh real data",
    {
      ...common,
      model: gaussian({ samples: 10 }),
      regime: { name: "fresh", realShare: 0.1, growth: "power:0.5" },
      survival: ["std>0.5"],
    },
  ],
  [
    "poisson, points that are kept",
    { ...common, model: poisson({ rate: 1, samples: 5 }), regime: { name: "accumulate-subsample" } },
  ],
  [
    "categorical, weighted",
    {
      ...common,
      model: categorical({ zipf: { size: 60, exponent: 1 }, samples: 80 }),
      regime: { name: "weighted", realSamples: 20, weight: 0.3 },
      survival: ["unique>20"],
    },
  ],
  ["regression", { ...common, model: regression({ dimension: 3, samples: 9 }), survival: ["error<1"] }],
  [
    "regression, rows that are kept",
    {
      ...common,
      model: regression({ dimension: 2, samples: 6 }),
      regime: { name: "accumulate-subsample" },
      survival: ["error<1"],
    },
  ],
  ["mixture", { ...common, model: mixture({ samples: 10 }), survival: ["std>0.1"] }],
  ["categorical", { ...common, model: categorical({ zipf: { size: 60, exponent: 1 }, samples: 80 }) }],
  [
    "categorical, thinned",
    {
      ...common,
      model: categorical({ counts: [5, 4, 3, 0, 9, 3, 3], sampling: "poisson" }),
      survival: ["entropy>0.5", "unique>1"],
      observables: ["tv", "unique"],
      record: "every:7",
    },
  ],
  [
    "gaussian, derived",
    {
      ...common,
      model: gaussian({ samples: 10 }),
      survival: ["kl<1"],
      observables: ["w2", "std", "hallucinated"],
    },
  ],
  [
    "categorical, derived",
    {
      ...common,
      model: categorical({ counts: [5, 4, 3, 0, 9, 3, 3] }),
      survival: ["lostMass<0.5", "unique>1"],
      observables: ["klForward", "tv"],
      record: "every:7",
    },
  ],
  [
    "ngram",
    {
      ...common,
      model: ngram({ tokens: [..."abracadabra, simsalabim; hocus pocus fidibus"], order: 2 }),
      survival: ["unique>5", "top1<0.9"],
      observables: ["entropy", "novelty", "unique"],
    },
  ],
];

/** All numbers of a run: not how it was run. */
export function numbers(run: Run): string {
  const { experiment } = run;
  const { provenance: _, ...rest } = run.toJSON() as { provenance: object };
  const forgotten = experiment.model.name === "categorical" ? run.forgetting() : undefined;
  const times = forgotten?.groups.map(({ time, ...group }) => ({
    ...group,
    q: [0.2, 0.5, 0.9].map((q) => time.quantile(q)),
    mean: [time.mean, time.standardError],
  }));
  return JSON.stringify({ ...rest, times, probability: forgotten && [...forgotten.probability] });
}
