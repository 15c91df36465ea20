import { log } from "../../math";
import { at, Context, Ngram, Slot, slotAt, Text } from "./state";

/** Marks in `seen` the types of a text. */
export function markTypes(v: Ngram, text: Text, seen: usize): void {
  memory.fill(seen, 0, v.types);
  for (let i = 0; i < text.length; ++i) store<u32>(at(v.tally, load<u32>(at(text.tokens, i))), 1);
  for (let token = 0; token < v.vocabulary; ++token) {
    if (load<u32>(at(v.tally, token)) == 0) continue;
    store<u32>(at(v.tally, token), 0);
    const end = load<u32>(at(v.typeStarts, token + 1));
    for (let i = load<u32>(at(v.typeStarts, token)); i < end; ++i) {
      store<u8>(seen + load<u32>(at(v.typeList, i)), 1);
    }
  }
}

/** How many types are marked in v.seen; with `shared`, how many of them are in the original too. */
export function countTypes(v: Ngram, shared: bool): f64 {
  let count = 0;
  for (let type = 0; type < v.types; ++type) {
    count += <i32>load<u8>(v.seen + type) & (shared ? <i32>load<u8>(v.known + type) : 1);
  }
  return <f64>count;
}

/**
 * Writes the mean, over the occurrences of contexts, of the entropy of the next token and of the probability of the
 * most likely one.
 */
export function nextToken(v: Ngram, out: usize): void {
  let entropy = 0.0;
  let top: f64 = 0.0;
  for (let id = 0; id < v.contexts; ++id) {
    const context = changetype<Context>(v.entries + (<usize>id << 4));
    const count = context.count;
    if (count < 2) {
      top += <f64>count;
      continue;
    }
    const begin = changetype<usize>(slotAt(v.slots, context.start));
    const end = begin + (<usize>count << 4);
    for (let slot = begin; slot < end; slot += 16) {
      const tally = at(v.tally, changetype<Slot>(slot).token);
      store<u32>(tally, load<u32>(tally) + 1);
    }
    let most: u32 = 0;
    let logs = 0.0;
    for (let slot = begin; slot < end; slot += 16) {
      const tally = at(v.tally, changetype<Slot>(slot).token);
      const times = load<u32>(tally);
      if (times == 0) continue;
      store<u32>(tally, 0);
      most = max(most, times);
      if (times > 1) logs += <f64>times * log(<f64>times);
    }
    entropy += <f64>count * log(<f64>count) - logs;
    top += <f64>most;
  }
  store<f64>(out, entropy / <f64>v.size);
  store<f64>(out, top / <f64>v.size, 8);
}
