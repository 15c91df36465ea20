import { LANES, Ngram, slotAt, Text } from "./state";
import { below, stride, Walker, walker } from "./walker";

/** Starts a new piece: an n-gram occurrence of the whole text, or as much of it as there is room for. */
function restart(v: Ngram, from: Text, to: Text, w: Walker): void {
  if (w.at > w.begin) {
    store<u32>(w.ends, <u32>((w.at - to.tokens) >> 2));
    w.ends += 4;
  }
  const slot = slotAt(v.slots, below(v.stream, v.size));
  const first = from.tokens + (<usize>(slot.position - v.context) << 2);
  const bytes = min(w.end - w.at, <usize>(v.context + 1) << 2);
  memory.copy(w.at, first, bytes);
  w.at += bytes;
  w.start = slot.start;
  w.count = slot.count;
}

/** One round: a step of each walker that has room left. False when none had any. */
function round(v: Ngram, from: Text, to: Text, walkers: i32): bool {
  let busy = false;
  for (let i = 0; i < walkers; ++i) {
    const w = walker(v, i);
    if (w.at == w.end) continue;
    busy = true;
    if (w.count == 0) {
      restart(v, from, to, w);
    } else {
      const slot = slotAt(v.slots, w.start + below(v.stream, w.count));
      store<u32>(w.at, slot.token);
      w.at += 4;
      w.start = slot.start;
      w.count = slot.count;
    }
  }
  return busy;
}

/** Joins the walkers' lists of ends, each closed by the end of its share. */
function joinPieces(v: Ngram, to: Text, walkers: i32, room: i32): void {
  let out = to.ends;
  for (let i = 0; i < walkers; ++i) {
    const w = walker(v, i);
    const from = to.ends + (<usize>(i * room) << 2);
    const bytes = w.ends - from;
    memory.copy(out, from, bytes);
    out += bytes;
    store<u32>(out, <u32>((w.end - to.tokens) >> 2));
    out += 4;
  }
  to.pieces = <i32>((out - to.ends) >> 2);
}

/**
 * Writes `samples` tokens. Each walker owns a share of them, the first ones a token more where they do not divide; in
 * every round each that has room left takes one step. A step draws an occurrence of the walker's context and appends
 * the token after it. At a dead end, and at the beginning, a new piece starts.
 */
export function walk(v: Ngram, from: Text, to: Text): void {
  const order = v.context + 1;
  const walkers = min(LANES, v.samples / order);
  const share = v.samples / walkers;
  const longer = v.samples % walkers;
  const pieces = (share + (longer > 0 ? 1 : 0)) / order + 2;
  let begin = to.tokens;
  for (let i = 0; i < walkers; ++i) {
    const w = walker(v, i);
    w.begin = begin;
    w.at = begin;
    begin += <usize>(share + (i < longer ? 1 : 0)) << 2;
    w.end = begin;
    w.count = 0;
    w.ends = to.ends + (<usize>(i * pieces) << 2);
  }
  while (round(v, from, to, walkers)) {
    if (walkers == LANES) stride(v);
  }
  joinPieces(v, to, walkers, pieces);
  to.length = v.samples;
}
