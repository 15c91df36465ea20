// The shape of an n-gram trajectory, laid out by the boundary (src/wasm/ngram.ts) as layout.ts tells.

/** Walkers of a stream, or documents, that are under way side by side. */
export const LANES: i32 = 4;
/** The most tokens a document draws after its start. */
export const DRAWS: i32 = 50;

/** The address of element `index` of an array of u32. */
// @ts-ignore: decorator
@inline
export function at(array: usize, index: u32): usize {
  return array + (<usize>index << 2);
}

/** A text in pieces that no context spans. */
@unmanaged
export class Text {
  /** u32 each. */
  tokens: usize;
  /** u32 each: the position after the last token of each piece, rising. */
  ends: usize;
  length: i32;
  pieces: i32;
}

/** A slot is an occurrence of a context and the token after it, in 16 bytes: a quarter of a cache line. */
@unmanaged
export class Slot {
  /** `vocabulary` for the end of a sentence. */
  token: u32;
  /** The first slot of the context one token on, and how many it has: none at a dead end. */
  start: u32;
  count: u32;
  /** The token's position in the text. */
  position: u32;
}

/** A context has the slots start, …, start + count - 1. */
@unmanaged
export class Context {
  /** The position after its first occurrence; later, the next slot to fill. */
  cursor: u32;
  count: u32;
  start: u32;
  unused: u32;
}

@unmanaged
export class Ngram {
  /** The stream it draws from. */
  stream: usize;
  /** Tokens of a context: the order less one. */
  context: i32;
  /** Length of the sequences that are looked for in the original text. */
  span: i32;
  /** Tokens to generate. */
  samples: i32;
  documents: i32;
  vocabulary: i32;
  types: i32;
  /** The types of each token: from typeStarts[token] to typeStarts[token + 1] in typeList. */
  typeStarts: usize;
  typeList: usize;
  /** Table of contexts: pairs of a tag and a number above 0; entries less one. */
  table: usize;
  tableMask: u32;
  /** Table of the spans of the original text: pairs of a tag and the position after one; entries less one. */
  spans: usize;
  spansMask: u32;
  /** The number of the context at each position in turn. */
  ids: usize;
  /** The contexts. */
  entries: usize;
  /** u32 for each token and the end of a sentence; zero between uses. */
  tally: usize;
  /** A byte for each type: whether it is in the text, and in the original. */
  seen: usize;
  known: usize;
  /** Room for the documents under way. */
  lanes: usize;
  original: Text;
  /** Two more, used in turn. */
  even: Text;
  odd: Text;
  /** Slots of the original text's model, and of a later one. */
  firstSlots: usize;
  laterSlots: usize;
  firstSize: i32;

  // What changes as it runs.
  text: Text;
  slots: usize;
  /** Slots in use. */
  size: i32;
  /** Contexts met, those without a successor among them. */
  contexts: i32;
  /** Contexts with a successor. */
  distinct: i32;
  /** Whether the model is that of the text. */
  fitted: i32;
}

/** Whether the end of a sentence is a token too. Without a context it is not: it is marked by what is put around it. */
// @ts-ignore: decorator
@inline
export function isClosed(v: Ngram): bool {
  return v.documents != 0 && v.context > 0;
}

// @ts-ignore: decorator
@inline
export function slotAt(slots: usize, index: u32): Slot {
  return changetype<Slot>(slots + (<usize>index << 4));
}
