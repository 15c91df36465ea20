import { InputError } from "../../check/errors.ts";
import { plural } from "../../plural.ts";
import * as forgetting from "../../theory/forgetting.ts";
import { type Flags, modelFlags, pick } from "../flags.ts";
import type { Sheet, SheetCurve, SheetNumber } from "./sheet.ts";

/** The law of the time to forget a symbol: under Poisson sampling, and with `samples` under multinomial too. */
export function forgettingSheet(flags: Flags, generations: readonly number[]): Sheet {
  const { samples, ...rest } = modelFlags(flags);
  const [stranger] = Object.keys({ ...rest, ...pick(flags, ["threshold"]) });
  if (stranger !== undefined) {
    throw new InputError(`unknown option: ${stranger} (one of count, samples, generations)`);
  }
  const count = flags.count as number;
  // Checked here for the message: the library has a function for each number.
  const median = forgetting.median({ count });
  const finite = samples === undefined ? undefined : wrightFisher(count, samples as number, generations);
  const at = (q: number) => forgetting.quantile({ count, q });
  return {
    title: `time to forget a symbol expected ${count} ${plural(count, "time")} in the first training set`,
    given: samples === undefined ? { count } : { count, samples },
    generations,
    curves: [
      {
        of: "Pr(forgotten)",
        name: "Theorem 2 (Poisson sampling)",
        side: "exact",
        values: generations.map((generation) => forgetting.cdf({ count, generation })),
      },
      ...(finite ? [finite.curve] : []),
    ],
    numbers: [
      { name: "10 % quantile", value: at(0.1) },
      { name: "median", value: median },
      { name: "90 % quantile", value: at(0.9) },
      ...(count > 0 ? [{ name: "median (asymptotic)", value: forgetting.medianAsymptotic({ count }) }] : []),
      { name: "median per count, for large counts (2 / ln 2)", value: forgetting.MEDIAN_SLOPE },
      ...(finite?.numbers ?? []),
    ],
  };
}

/** The same symbol among `samples` drawn each generation: it may also stay for good. */
function wrightFisher(
  count: number,
  samples: number,
  generations: readonly number[],
): { curve: SheetCurve; numbers: SheetNumber[] } {
  const { lossProbability, mean, sd, meanGivenLoss, method } = forgetting.wrightFisher({ count, samples });
  const of = `n = ${samples}`;
  return {
    curve: {
      of: "Pr(forgotten)",
      name: `Wright–Fisher (${of})`,
      side: method === "matrix" ? "exact" : "approximation",
      values: generations.map((generation) => forgetting.wrightFisherCdf({ count, samples, generation })),
    },
    numbers: [
      { name: `probability of being forgotten in the end (${of})`, value: lossProbability },
      { name: "median under this law", value: forgetting.wrightFisherQuantile({ count, samples, q: 0.5 }) },
      { name: "mean time until it is forgotten or alone", value: mean },
      { name: "its standard deviation", value: sd },
      { name: "mean time until it is forgotten, if it is", value: meanGivenLoss },
    ],
  };
}
