import type { Spec } from "../spec.ts";
import type { Corpus, Fate, Page, Simulated, Step, VocabularyTheory } from "./bench-data.ts";
import type { Bells, Book, Collapse, Estimator, Lifetimes, Rescue, Urn } from "./story-data.ts";

/** A text to be forgotten. */
export type Source =
  | { readonly kind: "url"; readonly url: string; readonly name: string }
  | { readonly kind: "file"; readonly file: Blob; readonly name: string }
  | { readonly kind: "text"; readonly text: string; readonly name: string };

/** What can be asked, what with, and what comes back: last and, where it takes a while, before. */
export interface Tasks {
  simulate: { ask: Spec; answer: Simulated; progress: Simulated | number };
  open: { ask: Source; answer: Corpus; progress: number };
  start: { ask: { seed: number | string; generations: number }; answer: VocabularyTheory; progress: never };
  advance: { ask: { to: number }; answer: Step; progress: never };
  fate: { ask: { word: string }; answer: Fate; progress: never };
  table: {
    ask: null;
    answer: { words: readonly string[]; counts: Float64Array; now: Float64Array };
    progress: never;
  };
  lifetimes: {
    ask: { counts: Float64Array; samples: number; seed: number | string; generations: number };
    answer: Lifetimes;
    progress: never;
  };
  /** Reads a text. Its words stay in the worker, under a number that the page chooses: there may be very many. */
  book: { ask: { source: Source; id: number }; answer: Book; progress: number };
  /** The place of a word among the counts, -1 where it is not in the text; null where another text has been read since. */
  find: { ask: { id: number; text: string }; answer: number | null; progress: never };
  /** The word at a place; null as above. */
  name: { ask: { id: number; word: number }; answer: string | null; progress: never };
  /** Generations by which a word of each count is forgotten with probability `q`, by the exact law. */
  quantiles: {
    ask: { counts: readonly number[]; samples: number; q: number };
    answer: number[];
    progress: never;
  };
  urn: {
    ask: { counts: readonly number[]; seed: number | string; generations: number };
    answer: Urn;
    progress: never;
  };
  bells: {
    ask: { samples: number; seed: number | string; generations: number; estimator: Estimator };
    answer: Bells;
    progress: never;
  };
  /** The median generations until the width is at or below a threshold, by the exact law, for each number of samples. */
  medians: {
    ask: { samples: readonly number[]; threshold: number; estimator: Estimator };
    answer: number[];
    progress: never;
  };
  /** Generations in which the width typically falls to 1/e of itself. */
  fold: { ask: { samples: number; estimator: Estimator }; answer: number; progress: never };
  collapse: {
    ask: { samples: number; seed: number | string; threshold: number; estimator: Estimator };
    answer: Collapse;
    progress: never;
  };
  /** Words kept in the long run by shares of real data, and the least share that keeps `keep` of them, by the laws. */
  kept: {
    ask: { counts: Float64Array; samples: number; realShares: readonly number[]; keep: number };
    answer: { kept: Float64Array; share: number | null };
    progress: never;
  };
  rescue: {
    ask: {
      counts: Float64Array;
      samples: number;
      seed: number | string;
      generations: number;
      realShare: number;
    };
    answer: Rescue;
    progress: never;
  };
  read: {
    ask: { source: Source; id: number; order: number; generation: number; seed: number | string };
    answer: Page;
    progress: number;
  };
}

export type Task = keyof Tasks;

export type Message =
  | { readonly id: number; readonly task: Task; readonly ask: unknown }
  | { readonly id: number; readonly cancel: true };

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: unknown }
  /** `fault`: bad input, in words for the reader; otherwise a bug. */
  | { readonly id: number; readonly error: string; readonly fault: boolean };
