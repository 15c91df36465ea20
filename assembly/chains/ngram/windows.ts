// Visits the windows of a text in blocks. A table that is larger than the caches answers slowly, one question at a
// time; asked for a whole block first, without waiting for any answer, it has them ready when they are needed.
import { finish, push, roll } from "./hash";

export const BLOCK: u32 = 64;
/** Tags of the windows of a block. */
const tags: usize = memory.data(4 * 64, 16);

/** The hash of the `length` tokens from address `tokens` on. */
export function hashOf(tokens: usize, length: i32): u32 {
  let hash: u32 = 0;
  for (const end = tokens + (<usize>length << 2); tokens < end; tokens += 4) hash = push(hash, load<u32>(tokens));
  return hash;
}

/**
 * Notes the tags of `count` windows of `length` tokens, the first of which ends before address `at` and has the hash
 * `hash`. Returns the hash of the one after them; `last` says that there is none.
 */
export function tagBlock(at: usize, count: u32, length: i32, power: u32, hash: u32, last: bool): u32 {
  const back = <usize>length << 2;
  for (let i: u32 = 0; i < count; ++i) {
    store<u32>(tags + (<usize>i << 2), finish(hash));
    if (last && i == count - 1) break;
    hash = roll(hash, load<u32>(at), load<u32>(at - back), power);
    at += 4;
  }
  return hash;
}

// @ts-ignore: decorator
@inline
export function tagAt(index: u32): u32 {
  return load<u32>(tags + (<usize>index << 2));
}

/** What the loads that only warm the caches add up to, so that no compiler leaves them out. */
let warmth: u32 = 0;

// @ts-ignore: decorator
@inline
export function warm(sum: u32): void {
  warmth = sum;
}
