import { categorical } from "../models/categorical.ts";
import type { Lifetimes, UntilOne, Vocabulary } from "./experiment.ts";

const zipf = {
  kind: "vocabulary",
  scale: "log",
  generations: 10,
  trajectories: 2000,
  differs:
    "The notebook draws one sample of 1,000, takes that for generation 0, and divides by the symbols in it: its curve " +
    "starts at 1 one generation later and lies higher. Here generation 0 is the law itself and the share is of all " +
    "1,000 symbols. Its text also has the two parameters exchanged; the law is 1 / (i + b)^a.",
} as const;

const poisson = {
  kind: "vocabulary",
  generations: 10,
} as const;

/** The paper's discrete models: a corpus, two Zipf–Mandelbrot laws, the claim of its abstract, and the very end. */
export const discreteExperiments: readonly (Vocabulary | Lifetimes | UntilOne)[] = [
  {
    kind: "vocabulary",
    scale: "linear",
    name: "corpus-vocabulary",
    title: "A corpus: how many of its words are left",
    caption:
      "The share of different words that a unigram model still knows when each generation is as long as the corpus, " +
      "between the two sides of Corollary 1.",
    differs: "The paper uses WikiText-2; any text can be given here, and by default it is Moby-Dick.",
    generations: 10,
    trajectories: 100,
  },
  {
    ...zipf,
    name: "zipf-1",
    title: "Zipf–Mandelbrot, a = 1, b = 2.7: the tail goes first",
    caption:
      "A thousand symbols, a thousand samples: the share of the symbols that is left, between the two sides of Corollary 1. " +
      "In the first generation go those too rare to be drawn even once; after that the loss slows down.",
    model: categorical({ zipf: { size: 1000, exponent: 1, shift: 2.7 }, samples: 1000 }),
  },
  {
    ...zipf,
    name: "zipf-2",
    title: "Zipf–Mandelbrot, a = 2, b = 5: a thinner tail",
    caption:
      "A steeper law puts more of the probability on few symbols, and more of the others go in the first generation.",
    model: categorical({ zipf: { size: 1000, exponent: 2, shift: 5 }, samples: 1000 }),
  },
  {
    ...poisson,
    scale: "log",
    name: "zipf-1-poisson",
    title: "Zipf–Mandelbrot, a = 1, b = 2.7: counts drawn as Poisson numbers",
    caption:
      "Each symbol is now counted on its own, as if the size of the data were left to chance. The symbols are then " +
      "models of Theorem 2, and the sum of its probabilities is exact: it is the lower side of Corollary 1 in the " +
      "figure above.",
    model: categorical({
      zipf: { size: 1000, exponent: 1, shift: 2.7 },
      samples: 1000,
      sampling: "poisson",
    }),
    trajectories: 2000,
  },
  {
    ...poisson,
    scale: "linear",
    name: "corpus-poisson",
    title: "A corpus: its counts drawn as Poisson numbers",
    caption:
      "The corpus once more, each word counted on its own. In a long text words hardly get in each other's way, and the " +
      "exact law of these counts comes close to that of the resampled text.",
    sampling: "poisson",
    trajectories: 100,
  },
  {
    kind: "lifetimes",
    name: "time-to-forget",
    title: "Time to forget a word, by how often it occurred",
    caption:
      "The claim of the abstract: the time to forget a word is proportional to the number of times it occurred in the " +
      "original data. Both axes are logarithmic, so that proportional means a line of slope 1, as 2c / ln 2 is for a word " +
      "that occurred c times.",
    vocabulary: {
      name: "vocabulary-left",
      title: "A corpus over a thousand generations",
      caption:
        "The same corpus a hundred times as long, on logarithmic axes, between the two sides of Corollary 1.",
    },
    differs: "The paper states this and plots it nowhere.",
    generations: 1000,
    trajectories: 100,
  },
  {
    kind: "until-one",
    name: "until-one",
    title: "A corpus until a single word is left",
    caption:
      "To the very end, on logarithmic axes. Of the n words of a text, about 2n / k have descendants k " +
      "generations later: the dotted line. Frequent words have many of these lines of descent, so that there are fewer " +
      "words than lines at first. Any word can be the last: its chance is its share of the corpus.",
    differs: "Not in the paper, which stops after ten generations.",
    trajectories: 10,
  },
];
