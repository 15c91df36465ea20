// What theory says of categorical models that are fitted by other estimators than frequencies, or sampled from by a rule.
import { isPlain } from "../experiment/regime.ts";
import { holdsFor } from "../kernels/tiles.ts";
import { fitPlan } from "../models/categorical/fit.ts";
import type { CategoricalModel } from "../models/categorical.ts";
import type { WatchedEvent } from "../models/event.ts";
import { pulledMeans } from "../theory/estimators/pulled.ts";
import { sizeOf, symbolsOf } from "./categorical.ts";
import type { Laws, MeanLaw } from "./law.ts";
import { MEASURES, pulledSum } from "./pulled-symbols.ts";
import { asked, type Setup, stepCost } from "./regimes.ts";
import { isReadable, twoSymbols } from "./two-symbols.ts";

type Fitted = Setup<CategoricalModel>;

const MUTATION =
  "Ewens, Mathematical Population Genetics I (2004), ch. 3, for mutation that does not depend on the parent";
const CHAIN = "the exact chain of one symbol's count";

/** Frequencies that are pulled to the uniform law by a share that does not depend on them, sampled from as they are. */
export const isPulled = ({ model }: Fitted): boolean =>
  (model.estimator === "add" || model.estimator === "shrink") && fitPlan(model).decoding === undefined;

/** Of a function nothing is known; two counts of a known sum are one. */
const isTwo = ({ model, regime }: Fitted): boolean =>
  sizeOf(model) === 2 && typeof model.estimator !== "function" && isPlain(regime) && model.samples <= 2000;

/** Whether the chain tells exactly when an event holds. */
const isDecided = (setup: Fitted, { observable, values }: WatchedEvent): boolean =>
  isTwo(setup) && isReadable(observable) && twoSymbols(setup.model).isClear(observable, values);

const chainCost = ({ model }: Fitted, last: number): number => 20 * model.samples ** 1.5 * last;

function means(setup: Fitted, generations: readonly number[]) {
  const { model } = setup;
  const { p, many } = symbolsOf(model);
  const start = p.reduce((sum, share, g) => sum + many[g] * share * share, 0);
  const { beta, lambda } = model;
  const pull = model.estimator === "add" ? { beta: beta ?? 1 } : { share: lambda ?? 0 };
  return { start, of: pulledMeans({ ...asked(setup), symbols: sizeOf(model), start, ...pull }, generations) };
}

const pulled = (
  observable: string,
  of: (repeat: number, match: number, start: number) => number,
): MeanLaw<Fitted> => ({
  name: "exact mean",
  side: "exact",
  source: MUTATION,
  holds: (setup, name) => name === observable && isPulled(setup),
  cost: stepCost,
  answer(setup, _, generations) {
    const { start, of: found } = means(setup, generations);
    return Float64Array.from(found, ({ repeat, match }) => Math.max(0, of(repeat, match, start)));
  },
});

export const fittedCategoricalLaws: Laws<Fitted> = {
  survival: [
    {
      name: "exact chain",
      side: "exact",
      source: CHAIN,
      holds: (setup, event: WatchedEvent) => isDecided(setup, event),
      cost: chainCost,
      answer({ model }, event, generations) {
        const isMet = (x: number) => holdsFor(event, x);
        return twoSymbols(model).means(event.observable, generations, (x) => (isMet(x) ? 1 : 0));
      },
    },
  ],
  mean: [
    pulled("heterozygosity", (repeat) => 1 - repeat),
    pulled("l2", (repeat, match, start) => repeat - 2 * match + start),
    {
      name: "exact chain",
      side: "exact",
      source: CHAIN,
      // Two symbols have a chain of their own, which says the same.
      holds: (setup, observable) =>
        isPulled(setup) &&
        !isTwo(setup) &&
        isPlain(setup.regime) &&
        setup.model.samples <= 2000 &&
        Object.hasOwn(MEASURES, observable),
      cost: (setup, last) => symbolsOf(setup.model).p.length * chainCost(setup, last),
      answer: ({ model }, observable, generations) => pulledSum(model, observable, generations),
    },
    {
      name: "exact chain",
      side: "exact",
      source: CHAIN,
      holds: (setup, observable) =>
        isTwo(setup) &&
        isReadable(observable) &&
        !(isPulled(setup) && (observable === "heterozygosity" || observable === "l2")),
      cost: chainCost,
      answer: ({ model }, observable, generations) =>
        twoSymbols(model).means(observable, generations, (x) => x),
    },
  ],
  time: [
    {
      name: "exact chain",
      side: "exact",
      source: CHAIN,
      holds: (setup, event) => isDecided(setup, event) && setup.model.samples <= 400,
      answer: ({ model }, event) =>
        twoSymbols(model).time(event.observable, (x: number) => holdsFor(event, x)),
    },
  ],
};
