import type { Ngrams } from "./experiment.ts";

const ngrams = {
  kind: "ngrams",
  orders: [1, 2, 8, 16],
  scale: "log",
  generations: 10,
  trajectories: 30,
} as const;

/** The paper's n-gram models, by the rules of its script, and without them. */
export const ngramExperiments: readonly Ngrams[] = [
  {
    ...ngrams,
    name: "ngram-documents",
    title: "n-gram models of a corpus: does a longer memory help?",
    caption:
      "A model of order n writes a text as long as the corpus, documents of up to 50 tokens, each begun with n − 1 " +
      "successive tokens of the last text. Order 1 is the unigram model, that of Corollary 1. A sentence of fewer than " +
      "n − 1 tokens cannot begin a document of order n, and what occurs nowhere else is gone.",
    differs:
      "The paper’s script reads a file with <unk> in it, its notebook raw WikiText-2; here all orders read the same " +
      "text. The script tells sentences by their capitals and writes lower case, so that from generation 2 on a " +
      "whole text is one sentence to it: so it is here.",
    rule: "documents",
  },
  {
    ...ngrams,
    name: "ngram-stream",
    title: "n-gram models of a corpus: one unbroken walk",
    caption:
      "The same without documents: each text is one walk, begun again only where nothing ever followed. A long memory " +
      "copies whole passages, and what the walk happens to pass by is lost all at once: the longer the memory, the more " +
      "is left to chance, and the wider are the bands.",
    differs: "The paper has no such walk; its script begins a new document every 50 tokens.",
    rule: "stream",
  },
];
