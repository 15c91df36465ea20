import type { WatchedEvent } from "../models/event.ts";
import type { PoissonModel } from "../models/poisson.ts";
import { median } from "../theory/forgetting.ts";
import * as theory from "../theory/poisson.ts";
import { type Laws, over, SURESH } from "./law.ts";

/** Whether the event holds as long as anything is counted at all. */
export const isAlive = ({ observable, operator, values }: WatchedEvent): boolean =>
  observable === "rate" && (operator === "!=" || operator === ">") && values.join() === "0";

export const poissonLaws: Laws<PoissonModel> = {
  survival: [
    {
      name: "Theorem 2",
      side: "exact",
      source: SURESH,
      holds: (_, event) => isAlive(event),
      answer: ({ rate, samples }, _, generations) =>
        over(generations, (generation) => theory.survival({ rate, samples, generation })),
    },
  ],
  mean: [
    {
      name: "exact mean",
      side: "exact",
      source: SURESH,
      holds: (_, observable) => observable === "rate",
      answer: ({ rate, samples }, _, generations) =>
        over(generations, (generation) => theory.mean({ rate, samples, generation })),
    },
  ],
  time: [
    {
      name: "Theorem 2",
      side: "exact",
      source: SURESH,
      holds: ({ rate }, event) => isAlive(event) && rate > 0,
      // The chance to be alive falls only like 2 n rate / k: the mean is infinite.
      answer: ({ rate, samples }) => ({
        mean: Number.POSITIVE_INFINITY,
        sd: null,
        median: median({ count: rate * samples }),
      }),
    },
  ],
};
