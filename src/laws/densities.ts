// What theory says of kernel density estimates and empirical laws, for any data.
import { bandwidthOf } from "../kernels/densities.ts";
import { momentsOfTruth } from "../models/densities/moments.ts";
import { truthOf } from "../models/densities/truth.ts";
import type { EmpiricalModel } from "../models/empirical.ts";
import type { KdeModel } from "../models/kde.ts";
import { meanBinomialVariance } from "../theory/densities/cramer-von-mises.ts";
import { distanceCost, expectedDistance } from "../theory/densities/distances.ts";
import { type Estimates, expectedMoments } from "../theory/densities/moments.ts";
import { meanError } from "../theory/regimes/index.ts";
import type { MeanLaw } from "./law.ts";
import { asked, ONE_RECURSION, type Setup, stepCost } from "./regimes.ts";

type Of<M extends KdeModel | EmpiricalModel> = MeanLaw<Setup<M>>;

const MOMENTS = "the first two moments of data and fit, generation by generation";
const PLANCHEREL =
  "Plancherel's theorem, and a recursion of the mean characteristic function and its squared modulus";

const dimensionOf = (model: KdeModel | EmpiricalModel): number =>
  model.name === "kde" ? model.dimension : 1;

function estimatesOf(
  setup: Setup<KdeModel> | Setup<EmpiricalModel>,
  generations: readonly number[],
): Estimates {
  const { model } = setup;
  const dimension = dimensionOf(model);
  const bandwidth = (points: number) =>
    model.name === "kde" ? bandwidthOf(model.bandwidth, points, dimension) : 0;
  return { ...asked(setup), dimension, bandwidth, generations };
}

/** The laws of the two moments, of which the second has a name of its own. */
const moments = <M extends KdeModel | EmpiricalModel>(within: string): Of<M>[] =>
  (["secondMoment", within] as const).map((name) => ({
    name: "exact mean",
    side: "exact",
    source: MOMENTS,
    holds: (_, observable) => observable === name,
    cost: stepCost,
    answer(setup, _, generations) {
      const { model } = setup as Setup<KdeModel>;
      const truth = momentsOfTruth(truthOf(model, dimensionOf(model)));
      const expected = expectedMoments(truth.within, estimatesOf(setup as Setup<KdeModel>, generations));
      const middle = truth.secondMoment - truth.within;
      return name === "secondMoment" ? expected.square.map((square) => square + middle) : expected.within;
    },
  }));

function distanceOf(setup: Setup<KdeModel>, observable: string, generations: readonly number[]) {
  const { model } = setup;
  const truth = truthOf(model, model.dimension);
  return {
    truth,
    variance: momentsOfTruth(truth).within,
    estimates: estimatesOf(setup, generations),
    kernelWidth: observable === "mmd" ? model.kernelWidth : 0,
  };
}

const distance = (name: "ise" | "mmd"): Of<KdeModel> => ({
  name: "exact mean",
  side: "exact",
  source: PLANCHEREL,
  // Points have no density.
  holds: ({ model }, observable) => observable === name && (name === "mmd" || model.truth !== "points"),
  cost: (setup, last) => distanceCost(distanceOf(setup, name, [last])),
  answer: (setup, _, generations) => expectedDistance(distanceOf(setup, name, generations)),
});

export const kdeLaws: readonly Of<KdeModel>[] = [
  ...moments<KdeModel>("within"),
  distance("ise"),
  distance("mmd"),
];

export const empiricalLaws: readonly Of<EmpiricalModel>[] = [
  ...moments<EmpiricalModel>("variance"),
  {
    name: "exact mean",
    side: "exact",
    source: ONE_RECURSION,
    holds: (_, observable) => observable === "cvm",
    cost: stepCost,
    answer(setup, _, generations) {
      const scale = meanBinomialVariance(truthOf(setup.model, 1));
      return meanError({ ...asked(setup), v2: -1, generations }).map((error) => scale * error);
    },
  },
];
