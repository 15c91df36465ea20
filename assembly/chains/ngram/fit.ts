// A maximum-likelihood model needs no counts: it is the list of the occurrences of each context. Contexts are numbered
// in the order in which they are met, by a hash table; then every occurrence is put into its slot.
import { power, same } from "./hash";
import { at, Context, isClosed, Ngram, slotAt } from "./state";
import { BLOCK, hashOf, tagAt, tagBlock, warm } from "./windows";

// @ts-ignore: decorator
@inline
function entry(v: Ngram, id: u32): Context {
  return changetype<Context>(v.entries + (<usize>id << 4));
}

/** The number of the context before `position`, a new one if it was not met before. */
// @ts-ignore: decorator
@inline
function find(v: Ngram, tag: u32, position: u32): u32 {
  const tokens = v.text.tokens;
  const mask = v.tableMask;
  let i = tag & mask;
  while (true) {
    const place = v.table + (<usize>i << 3);
    const known = load<u32>(place, 4);
    if (known == 0) {
      const id = <u32>v.contexts;
      v.contexts += 1;
      store<u32>(place, tag);
      store<u32>(place, id + 1, 4);
      const context = entry(v, id);
      context.cursor = position;
      context.count = 0;
      return id;
    }
    if (load<u32>(place) == tag) {
      if (same(at(tokens, entry(v, known - 1).cursor), at(tokens, position), v.context)) return known - 1;
    }
    i = (i + 1) & mask;
  }
}

/** Brings what find() will want for the windows of a block into the caches: table, contexts, tokens. */
function fetch(v: Ngram, count: u32): void {
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; ++i) sum += load<u32>(v.table + (<usize>(tagAt(i) & v.tableMask) << 3));
  for (let i: u32 = 0; i < count; ++i) {
    const known = load<u32>(v.table + (<usize>(tagAt(i) & v.tableMask) << 3), 4);
    sum += entry(v, max(known, 1) - 1).cursor;
  }
  for (let i: u32 = 0; i < count; ++i) {
    const known = load<u32>(v.table + (<usize>(tagAt(i) & v.tableMask) << 3), 4);
    sum += load<u32>(at(v.text.tokens, entry(v, max(known, 1) - 1).cursor));
  }
  warm(sum);
}

/** Numbers the contexts of the text in the order in which they are met. */
function nameContexts(v: Ngram): void {
  const text = v.text;
  const tokens = text.tokens;
  const length = <u32>v.context;
  const closed = isClosed(v);
  const high = power(length);
  memory.fill(v.table, 0, (<usize>v.tableMask + 1) << 3);
  v.contexts = 0;
  // fetch() looks at the first one before it is there.
  entry(v, 0).cursor = 0;
  let out = v.ids;
  let begin: u32 = 0;
  for (let piece = 0; piece < text.pieces; ++piece) {
    const end = load<u32>(at(text.ends, piece));
    let hash = hashOf(at(tokens, begin), min(length, end - begin));
    for (let position = begin + length; position <= end; ) {
      const count = min(BLOCK, end - position + 1);
      hash = tagBlock(at(tokens, position), count, length, high, hash, position + count > end);
      fetch(v, count);
      for (let i: u32 = 0; i < count; ++i, ++position) {
        const id = find(v, tagAt(i), position);
        store<u32>(out, id);
        out += 4;
        if (position < end || closed) entry(v, id).count += 1;
      }
    }
    begin = end;
  }
}

/** Puts every occurrence into its slot. */
function fillSlots(v: Ngram): void {
  const text = v.text;
  const closed = isClosed(v);
  const length = <u32>v.context;
  let ids = v.ids;
  let begin: u32 = 0;
  for (let piece = 0; piece < text.pieces; ++piece) {
    const end = load<u32>(at(text.ends, piece));
    if (end - begin >= length) {
      let context = entry(v, load<u32>(ids));
      for (let position = begin + length; position < end; ++position) {
        ids += 4;
        const next = entry(v, load<u32>(ids));
        const slot = slotAt(v.slots, context.cursor);
        context.cursor += 1;
        slot.token = load<u32>(at(text.tokens, position));
        slot.start = next.start;
        slot.count = next.count;
        slot.position = position;
        context = next;
      }
      ids += 4;
      if (closed) {
        const slot = slotAt(v.slots, context.cursor);
        context.cursor += 1;
        slot.token = v.vocabulary;
        slot.start = 0;
        slot.count = 0;
        slot.position = end;
      }
    }
    begin = end;
  }
}

/** Fits the model to the text. */
export function fit(v: Ngram): void {
  nameContexts(v);
  let total: u32 = 0;
  let distinct = 0;
  for (let id = 0; id < v.contexts; ++id) {
    const context = entry(v, id);
    context.start = total;
    context.cursor = total;
    total += context.count;
    if (context.count > 0) ++distinct;
  }
  v.size = total;
  v.distinct = distinct;
  fillSlots(v);
  v.fitted = 1;
}
