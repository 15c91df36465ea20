// The shape of an n-gram trajectory. The kernel keeps the same arrays at addresses of its own.
import type { NgramPlan } from "../../../kernels/kernels.ts";

/** Walkers of a stream, or documents, that are under way side by side. */
export const LANES = 4;
/** The most tokens a document draws after its start. */
export const DRAWS = 50;

/** A text in pieces that no context spans. */
export interface Text {
  readonly tokens: Uint32Array;
  /** The position after the last token of each piece, rising. */
  readonly ends: Uint32Array;
  length: number;
  pieces: number;
}

/** How much room the texts of a plan need. */
export interface Room {
  /** Tokens of a generated text. */
  readonly tokens: number;
  /** Pieces of a generated text. */
  readonly pieces: number;
  /** Slots of a model, one for each n-gram occurrence; and contexts. */
  readonly slots: number;
  /** Entries of the table of contexts, a power of two: at least two for each context. */
  readonly table: number;
  /** The same for the table of spans of the original text. */
  readonly spans: number;
}

export function walkersOf({ samples, order }: NgramPlan): number {
  return Math.min(LANES, Math.floor(samples / order));
}

/** Pieces that one walker may leave: all but its last are at least an n-gram long. */
export function piecesPerWalker(plan: NgramPlan): number {
  return Math.floor(Math.ceil(plan.samples / walkersOf(plan)) / plan.order) + 2;
}

export function roomFor(plan: NgramPlan): Room {
  const tokens = plan.documents ? plan.samples + plan.order + DRAWS : plan.samples;
  const pieces = plan.documents ? 1 : walkersOf(plan) * piecesPerWalker(plan);
  const slots = Math.max(plan.tokens.length, tokens) + LANES;
  return { tokens, pieces, slots, table: powerOfTwo(2 * slots), spans: powerOfTwo(2 * plan.tokens.length) };
}

function powerOfTwo(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}

/** A slot is an occurrence of a context and the token after it, in four numbers. */
export const SLOT = 4;
/** Where in a slot: its token (`vocabulary` for the end of a sentence) … */
export const TOKEN = 0;
/** … the first slot of the context one token on, and how many it has: none at a dead end … */
export const START = 1;
export const COUNT = 2;
/** … and the token's position in the text. */
export const POSITION = 3;

/** A maximum-likelihood model: the slots of its text, those of a context beside each other in order of the text. */
export interface Model {
  readonly slots: Uint32Array;
  size: number;
}

export function emptyText(tokens: number, pieces: number): Text {
  return { tokens: new Uint32Array(tokens), ends: new Uint32Array(pieces), length: 0, pieces: 0 };
}
