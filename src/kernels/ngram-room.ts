// How much room a trajectory of the n-gram model takes, in the kernel and in its twin.
import type { NgramPlan } from "./plans.ts";

/** Walkers of a stream, or documents, that are under way side by side. */
export const LANES = 4;
/** The most tokens a document draws after its start. */
export const DRAWS = 50;

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

/** One at least: what has no room for an n-gram is a piece of one. */
export function walkersOf({ samples, order }: Pick<NgramPlan, "samples" | "order">): number {
  return Math.max(1, Math.min(LANES, Math.floor(samples / order)));
}

/** Pieces that one walker may leave: all but its last are at least an n-gram long. */
function piecesPerWalker(plan: Pick<NgramPlan, "samples" | "order">): number {
  return Math.floor(Math.ceil(plan.samples / walkersOf(plan)) / plan.order) + 2;
}

/** The most that a text has that a model generates. */
export function textRoom(
  plan: Pick<NgramPlan, "samples" | "order" | "documents">,
): Pick<Room, "tokens" | "pieces"> {
  const tokens = plan.documents ? plan.samples + plan.order + DRAWS : plan.samples;
  const pieces = plan.documents ? 1 : walkersOf(plan) * piecesPerWalker(plan);
  return { tokens, pieces };
}

export function roomFor(plan: NgramPlan): Room {
  const { tokens, pieces } = textRoom(plan);
  const slots = Math.max(plan.tokens.length, tokens) + LANES;
  return { tokens, pieces, slots, table: powerOfTwo(2 * slots), spans: powerOfTwo(2 * plan.tokens.length) };
}

export function powerOfTwo(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}
