import { type CategoricalModel, weightsOf } from "../models/categorical.ts";
import type { WatchedEvent } from "../models/event.ts";
import * as theory from "../theory/categorical.ts";
import { groupSymbols } from "../theory/symbols.ts";
import { bothSides } from "../theory/theorem-1.ts";
import { type Laws, RUNNING_MINIMUM, SURESH, shared } from "./law.ts";

export const symbolsOf = (model: CategoricalModel) => groupSymbols("weights", weightsOf(model), undefined);

/** How many symbols there are. */
export const sizeOf = ({ counts, weights, zipf }: CategoricalModel): number =>
  zipf?.size ?? (counts ?? weights ?? []).length;

export const isMultinomial = ({ sampling }: CategoricalModel): boolean => sampling === "multinomial";

/** One vector of n + 1 counts, of which about sqrt(n) follow one another; many samples are interpolated. */
const chainCost = (model: CategoricalModel, last: number): number =>
  300 * sizeOf(model) + (model.samples > 2000 ? Number.POSITIVE_INFINITY : 20 * model.samples ** 1.5 * last);

/** Each group of symbols has its place in a sum at every generation. */
const sumCost = (model: CategoricalModel, generations: number): number =>
  sizeOf(model) * (300 + 20 * generations);

/** Whether the event holds as long as two symbols are left: a single one stays. */
const isMany = ({ observable, operator, values }: WatchedEvent): boolean =>
  observable === "unique" &&
  ((operator === ">" && values[0] === 1) ||
    (operator === ">=" && values[0] === 2) ||
    (operator === "!=" && values.join() === "1"));

/** Both sides of the corollary. */
const corollary1 = shared((model: CategoricalModel, generations) =>
  bothSides(symbolsOf(model), model.samples, generations),
);

const EWENS = "Ewens, Mathematical Population Genetics I (2004), ch. 3";

export const categoricalLaws: Laws<CategoricalModel> = {
  survival: [
    {
      name: "exact chain",
      side: "exact",
      source: EWENS,
      holds: (model, event) => isMultinomial(model) && isMany(event),
      answer: (model, _, generations) =>
        theory
          .timeToOneCdf({ weights: weightsOf(model), samples: model.samples, generations })
          .map((alone) => 1 - alone),
    },
  ],
  mean: [
    {
      name: "Corollary 1",
      side: "lower",
      source: SURESH,
      holds: (model, observable) => isMultinomial(model) && observable === "unique",
      cost: (model, _, generations) => sumCost(model, generations),
      answer: (model, _, generations) => corollary1(model, generations).lower,
    },
    {
      name: "Corollary 1",
      side: "upper",
      note: RUNNING_MINIMUM,
      source: SURESH,
      holds: (model, observable) => isMultinomial(model) && observable === "unique",
      cost: (model, _, generations) => sumCost(model, generations),
      answer: (model, _, generations) => corollary1(model, generations).upper,
    },
    {
      name: "exact chain",
      side: "exact",
      source: EWENS,
      holds: (model, observable) => isMultinomial(model) && observable === "unique",
      cost: chainCost,
      answer: (model, _, generations) =>
        theory.expectedUnique({ weights: weightsOf(model), samples: model.samples, generations }),
    },
    {
      name: "Theorem 2, summed",
      side: "exact",
      source: SURESH,
      holds: (model, observable) => !isMultinomial(model) && observable === "unique",
      cost: (model, _, generations) => sumCost(model, generations),
      answer: (model, _, generations) =>
        theory.expectedUniquePoisson({ weights: weightsOf(model), samples: model.samples, generations }),
    },
    {
      name: "exact mean",
      side: "exact",
      source: "Seddik et al., arXiv:2404.05090",
      holds: (model, observable) => isMultinomial(model) && observable === "heterozygosity",
      answer: (model, _, generations) =>
        theory.heterozygosity({ weights: weightsOf(model), samples: model.samples, generations }),
    },
  ],
  time: [
    {
      name: "exact chain",
      side: "exact",
      source: EWENS,
      holds: (model, event) => isMultinomial(model) && isMany(event),
      answer(model) {
        const asked = { weights: weightsOf(model), samples: model.samples };
        return { ...theory.timeToOne(asked), median: theory.timeToOneQuantile({ ...asked, q: 0.5 }) };
      },
    },
    {
      name: "diffusion",
      side: "approximation",
      source: "Ewens, Mathematical Population Genetics I (2004), ch. 5",
      holds: (model, event) => isMultinomial(model) && isMany(event),
      answer: (model) => ({
        mean: theory.timeToOneDiffusion({ weights: weightsOf(model), samples: model.samples }),
        sd: null,
        median: null,
      }),
    },
  ],
};
