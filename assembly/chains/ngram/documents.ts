import { DRAWS, LANES, Ngram, Slot, slotAt, Text } from "./state";
import { below } from "./walker";

/** A document under way; its tokens follow. */
@unmanaged
class Document {
  slot: Slot;
  length: i32;
  open: i32;
}
const HEAD: usize = offsetof<Document>();

/** Bytes of a lane, for contexts of so many tokens: a document, or a walker, which is less. */
// @ts-ignore: decorator
@inline
export function laneBytes(context: i32): usize {
  return HEAD + (<usize>(context + DRAWS) << 2);
}

// @ts-ignore: decorator
@inline
function document(v: Ngram, lane: i32): Document {
  return changetype<Document>(v.lanes + <usize>lane * laneBytes(v.context));
}

// @ts-ignore: decorator
@inline
function tokensOf(d: Document): usize {
  return changetype<usize>(d) + HEAD;
}

/** Starts a document with the context of a uniformly chosen occurrence. */
function start(v: Ngram, from: Text, d: Document): void {
  const slot = slotAt(v.slots, below(v.stream, v.size));
  const bytes = <usize>v.context << 2;
  memory.copy(tokensOf(d), from.tokens + (<usize>slot.position << 2) - bytes, bytes);
  d.slot = slot;
  d.length = v.context;
  d.open = 1;
}

/** Appends the token of the document's slot, or closes it. */
// @ts-ignore: decorator
@inline
function append(v: Ngram, d: Document): void {
  const token = d.slot.token;
  if (token == <u32>v.vocabulary) {
    d.open = 0;
    return;
  }
  store<u32>(tokensOf(d) + (<usize>d.length << 2), token);
  d.length += 1;
}

/**
 * Writes documents until they have `samples` tokens or more; the text is then one piece. A document is the context of
 * a uniformly chosen occurrence, then up to 50 draws, which the end of a sentence cuts short. Documents are made
 * four at a time, side by side, and appended in their order; those of the last four that are not needed are dropped.
 */
export function documents(v: Ngram, from: Text, to: Text): void {
  let length = 0;
  while (length < v.samples) {
    for (let lane = 0; lane < LANES; ++lane) start(v, from, document(v, lane));
    // The start came with its first draw: the token after that occurrence.
    for (let lane = 0; lane < LANES; ++lane) append(v, document(v, lane));
    for (let draw = 1; draw < DRAWS; ++draw) {
      for (let lane = 0; lane < LANES; ++lane) {
        const d = document(v, lane);
        if (d.open == 0) continue;
        d.slot = slotAt(v.slots, d.slot.start + below(v.stream, d.slot.count));
        append(v, d);
      }
    }
    for (let lane = 0; lane < LANES && length < v.samples; ++lane) {
      const d = document(v, lane);
      memory.copy(to.tokens + (<usize>length << 2), tokensOf(d), <usize>d.length << 2);
      length += d.length;
    }
  }
  store<u32>(to.ends, length);
  to.length = length;
  to.pieces = 1;
}
