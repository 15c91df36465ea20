// The different sequences of `span` tokens that occur in the pieces of the original text, in a hash table.
import { power, same } from "./hash";
import { at, Ngram, Text } from "./state";
import { BLOCK, hashOf, tagAt, tagBlock, warm } from "./windows";

/** The entry of the sequence before `position`, or the empty one where it belongs. */
// @ts-ignore: decorator
@inline
function find(v: Ngram, tokens: usize, tag: u32, position: u32): usize {
  const original = v.original.tokens;
  const mask = v.spansMask;
  let i = tag & mask;
  while (true) {
    const place = v.spans + (<usize>i << 3);
    const known = load<u32>(place, 4);
    if (known == 0) return place;
    if (load<u32>(place) == tag && same(at(original, known), at(tokens, position), v.span)) return place;
    i = (i + 1) & mask;
  }
}

/** Brings what find() will want for the windows of a block into the caches: table, tokens. */
function fetch(v: Ngram, count: u32): void {
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; ++i) sum += load<u32>(v.spans + (<usize>(tagAt(i) & v.spansMask) << 3));
  for (let i: u32 = 0; i < count; ++i) {
    const known = load<u32>(v.spans + (<usize>(tagAt(i) & v.spansMask) << 3), 4);
    sum += load<u32>(at(v.original.tokens, max(known, 1) - 1));
  }
  warm(sum);
}

/**
 * Looks up every sequence of a text, adding those not found if `adding`. Returns the share not found, 0 when there is
 * no such sequence.
 */
function lookUp(v: Ngram, text: Text, adding: bool): f64 {
  const tokens = text.tokens;
  const length = <u32>v.span;
  const high = power(length);
  let fresh: u32 = 0;
  let all: u32 = 0;
  let begin: u32 = 0;
  for (let piece = 0; piece < text.pieces; ++piece) {
    const end = load<u32>(at(text.ends, piece));
    let hash = hashOf(at(tokens, begin), min(length, end - begin));
    for (let position = begin + length; position <= end; ) {
      const count = min(BLOCK, end - position + 1);
      hash = tagBlock(at(tokens, position), count, length, high, hash, position + count > end);
      fetch(v, count);
      all += count;
      for (let i: u32 = 0; i < count; ++i, ++position) {
        const place = find(v, tokens, tagAt(i), position);
        if (load<u32>(place, 4) != 0) continue;
        ++fresh;
        if (!adding) continue;
        store<u32>(place, tagAt(i));
        store<u32>(place, position, 4);
      }
    }
    begin = end;
  }
  return all == 0 ? 0.0 : <f64>fresh / <f64>all;
}

/** Fills the table from the original text. */
export function learnSpans(v: Ngram): void {
  memory.fill(v.spans, 0, (<usize>v.spansMask + 1) << 3);
  lookUp(v, v.original, true);
}

/** The share of the text's sequences that are not in the original, 0 when it has none. */
export function novelty(v: Ngram): f64 {
  return lookUp(v, v.text, false);
}
