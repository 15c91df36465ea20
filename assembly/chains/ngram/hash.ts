// Hashes of windows of a text. They only say where in a table to look: what is found is compared token by token,
// so no result depends on them.

const BASE: u32 = 0x2c1b3c6d;

/** Spreads the bits of a token. */
// @ts-ignore: decorator
@inline
function mix(token: u32): u32 {
  const x = (token + 1) * 0x9e3779b1;
  return x ^ (x >> 15);
}

/** The polynomial hash of a window to which a token is added at its end. */
// @ts-ignore: decorator
@inline
export function push(hash: u32, token: u32): u32 {
  return hash * BASE + mix(token);
}

/** The same when the window moves on by one: `power` is power(length), `first` the token that leaves. */
// @ts-ignore: decorator
@inline
export function roll(hash: u32, token: u32, first: u32, power: u32): u32 {
  return hash * BASE + mix(token) - mix(first) * power;
}

/** BASE to the power of the window's length. */
export function power(length: i32): u32 {
  let result: u32 = 1;
  for (let i = 0; i < length; ++i) result *= BASE;
  return result;
}

/** Where to begin to look in a table. */
// @ts-ignore: decorator
@inline
export function finish(hash: u32): u32 {
  const x = (hash ^ (hash >> 16)) * 0x45d9f3b5;
  return x ^ (x >> 16);
}

/** Whether the `length` tokens before address `a` are those before address `b`. */
export function same(a: usize, b: usize, length: i32): bool {
  const end = a - (<usize>length << 2);
  while (a - end >= 8 && load<u64>(a - 8) == load<u64>(b - 8)) {
    a -= 8;
    b -= 8;
  }
  if (a - end >= 8) return false;
  return a == end || load<u32>(a - 4) == load<u32>(b - 4);
}
