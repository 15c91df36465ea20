import type { NgramModel } from "../models/ngram/model.ts";
import { bothSides, type Drawn } from "../theory/theorem-1.ts";
import { type Laws, RUNNING_MINIMUM, SURESH, shared } from "./law.ts";

/**
 * The types of a unigram model, grouped by how many tokens count as them: each is a Bernoulli model whose p is its share of
 * the tokens, also where some tokens count as two types and some types stand for several tokens.
 */
function typesOf({ tokens, types }: NgramModel): Drawn {
  const counts = new Map<number, number>();
  for (const token of tokens)
    for (const type of types?.[token] ?? [token]) counts.set(type, (counts.get(type) ?? 0) + 1);
  const classes = new Map<number, number>();
  for (const count of counts.values()) classes.set(count, (classes.get(count) ?? 0) + 1);
  const rising = [...classes].sort(([a], [b]) => a - b);
  return { p: rising.map(([count]) => count / tokens.length), many: rising.map(([, many]) => many) };
}

/** Both sides of the corollary. */
const corollary1 = shared((model: NgramModel, generations) =>
  bothSides(typesOf(model), model.samples, generations),
);

export const ngramLaws: Laws<NgramModel> = {
  survival: [],
  mean: [
    {
      name: "Corollary 1",
      side: "lower",
      source: SURESH,
      holds: ({ order }, observable) => order === 1 && observable === "unique",
      answer: (model, _, generations) => corollary1(model, generations).lower,
    },
    {
      name: "Corollary 1",
      side: "upper",
      note: RUNNING_MINIMUM,
      source: SURESH,
      holds: ({ order }, observable) => order === 1 && observable === "unique",
      answer: (model, _, generations) => corollary1(model, generations).upper,
    },
  ],
  time: [],
};
