// "Does it collapse?", asked eight times: the definitions of Schaeffer et al., Position: Model Collapse Does Not Mean What
// You Think, arXiv:2503.03150, each with a criterion that one run can meet or miss.
import type { ModelName } from "../models/index.ts";
import { meansOver, pairedTest } from "./paired-test.ts";

export type Verdict = "yes" | "no" | "not decided" | "not for this model";

/** One definition of collapse, and whether a run met it. */
export interface Definition {
  /** From 1 to 8, as in the paper. */
  readonly number: number;
  readonly name: string;
  /** What has to be so for a yes; its test, where it has one, is one-sided with alpha = 0.01 for a yes and for a no. */
  readonly criterion: string;
  /** What it looks at; null where the model has nothing of the kind. */
  readonly observable: string | null;
  /** What was measured, at the generations that the criterion compares. */
  readonly values: readonly {
    readonly generation: number;
    readonly mean: number;
    readonly standardError: number;
  }[];
  /** Standard errors between what the criterion compares; null where nothing is tested. */
  readonly z: number | null;
  readonly verdict: Verdict;
  /** Why it is not decided, where that is not for want of trajectories. */
  readonly note?: string;
}

/** Where a criterion looks: generation 0, the first fit, that in the middle, and the last one. */
type Place = "truth" | "first" | "middle" | "last";
type At = Readonly<Record<Place, Float64Array>>;

interface Rule {
  readonly name: string;
  readonly criterion: string;
  readonly observables: Partial<Record<ModelName, string>>;
  /** What of a trajectory is above 0 where the criterion is met; left out where no run decides. */
  excess?(at: At, trajectory: number): number;
  readonly places: readonly Place[];
  /** Models for which the answer is known beforehand. */
  readonly never?: readonly ModelName[];
  readonly note?: string;
}

const RISK = {
  ...{ bernoulli: "kl", poisson: "kl", gaussian: "klForward", categorical: "klForward" },
  ...{ multivariate: "kl", regression: "error", kde: "ise", empirical: "cvm" },
} as const;

const increase = ({ last, first }: At, t: number): number => last[t] - first[t];

const RULES: readonly Rule[] = [
  {
    name: "catastrophic increase of risk",
    criterion: "The mean risk of the last generation is more than ten times that of the first fit.",
    observables: RISK,
    places: ["first", "last"],
    excess: ({ last, first }, t) => last[t] - 10 * first[t],
  },
  {
    name: "any increase of risk",
    criterion: "The mean risk of the last generation is above that of the first fit.",
    observables: RISK,
    places: ["first", "last"],
    excess: increase,
  },
  {
    name: "diverging risk",
    criterion:
      "The risk has a bound for no parameters, and in the second half of the run its mean grew more than half as much as in the first.",
    observables: RISK,
    places: ["first", "middle", "last"],
    excess: ({ first, middle, last }, t) => last[t] - middle[t] - (middle[t] - first[t]) / 2,
    // Smoothed, or of two symbols, the divergence is bounded; so are distances of densities and of distribution functions.
    never: ["bernoulli", "categorical", "kde", "empirical"],
  },
  {
    name: "change of the scaling law",
    criterion: "The error falls with another power of the samples than that of a first fit.",
    observables: RISK,
    places: ["first", "last"],
    note: "it takes runs with several numbers of samples",
  },
  {
    name: "collapsing variance",
    criterion:
      "In more than half of the trajectories less than half of the true variance (of a categorical model, heterozygosity) is left.",
    observables: {
      ...{ bernoulli: "variance", poisson: "variance", gaussian: "variance", mixture: "variance" },
      categorical: "heterozygosity",
      ...{ multivariate: "traceRatio", kde: "within", empirical: "variance" },
    },
    places: ["truth", "last"],
    excess: ({ last, truth }, t) => (last[t] < truth[t] / 2 ? 0.5 : -0.5),
  },
  {
    name: "entangled modes",
    criterion: "The overlap of the two components is larger than in the first fit, on average.",
    observables: { mixture: "overlap" },
    places: ["first", "last"],
    excess: increase,
  },
  {
    name: "disappearing tails",
    criterion: "More of the true mass is on lost symbols than after the first fit, on average.",
    observables: { categorical: "lostMass" },
    places: ["first", "last"],
    excess: increase,
  },
  {
    name: "hallucinated data",
    criterion:
      "The model's mass where the truth has none (of a Gaussian, beyond four of its standard deviations) is above the truth's own, on average.",
    observables: { gaussian: "hallucinated", categorical: "hallucinated" },
    places: ["truth", "last"],
    excess: ({ last, truth }, t) => last[t] - truth[t],
  },
];

/** What has to be recorded of a model, so that its definitions can be looked at. */
export const definitionObservables = (model: string): string[] => [
  ...new Set(RULES.flatMap(({ observables }) => observableOf(observables, model) ?? [])),
];

const observableOf = (observables: Rule["observables"], model: string): string | undefined =>
  Object.hasOwn(observables, model) ? observables[model as ModelName] : undefined;

/** What is looked at: a run's generations and, of an observable that was recorded, what the trajectories that were kept went through. */
export interface Recorded {
  readonly model: string;
  readonly trajectories: number;
  readonly generations: readonly number[];
  readonly observables: readonly string[];
  /** All of them at the recorded generation of this index. */
  column(observable: string, index: number): Float64Array;
}

export function definitionsOf(run: Recorded): Definition[] {
  return RULES.map((rule, i) => judged(rule, i + 1, run));
}

function judged(rule: Rule, number: number, run: Recorded): Definition {
  const { name, criterion, places } = rule;
  const observable = observableOf(rule.observables, run.model) ?? null;
  const base = { number, name, criterion, observable, values: [], z: null };
  if (observable === null) return { ...base, verdict: "not for this model" };
  const undecided = (note: string): Definition => ({ ...base, verdict: "not decided", note });
  if (!run.observables.includes(observable)) return undecided(`${observable} was not recorded`);
  if (places.includes("first") && run.generations[1] !== 1) {
    return undecided("generation 1 was not recorded");
  }
  const last = run.generations.length - 1;
  const half = run.generations.findIndex((k) => 2 * k >= run.generations[last]);
  const index: Record<Place, number> = { truth: 0, first: 1, middle: half, last };
  const at = Object.fromEntries(places.map((place) => [place, run.column(observable, index[place])])) as At;
  const values = places.map((place) => ({
    generation: run.generations[index[place]],
    ...meansOver(at[place]),
  }));
  if (rule.never?.includes(run.model as ModelName)) {
    return { ...base, values, verdict: "no", note: "this risk is bounded" };
  }
  const { excess } = rule;
  if (excess === undefined) return { ...undecided(rule.note ?? ""), values };
  const excesses = Float64Array.from({ length: run.trajectories }, (_, t) => excess(at, t));
  const test = pairedTest(excesses);
  return { ...base, values, z: test.z, verdict: test.verdict };
}
