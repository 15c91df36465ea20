// Twin of assembly/chains/ngram/hash.ts.

const BASE = 0x2c1b3c6d;

/** Spreads the bits of a token. */
export function mix(token: number): number {
  const x = Math.imul(token + 1, 0x9e3779b1);
  return x ^ (x >>> 15);
}

/** The polynomial hash of a window to which a token is added at its end. */
export function push(hash: number, token: number): number {
  return (Math.imul(hash, BASE) + mix(token)) | 0;
}

/** The same when the window moves on by one: `power` is power(length), `first` the token that leaves. */
export function roll(hash: number, token: number, first: number, power: number): number {
  return (Math.imul(hash, BASE) + mix(token) - Math.imul(mix(first), power)) | 0;
}

/** BASE to the power of the window's length. */
export function power(length: number): number {
  let result = 1;
  for (let i = 0; i < length; ++i) result = Math.imul(result, BASE);
  return result;
}

/** Where to begin to look in a table. */
export function finish(hash: number): number {
  const x = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b5);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Whether the `length` tokens before `a` in one text are those before `b` in another. */
export function same(one: Uint32Array, a: number, other: Uint32Array, b: number, length: number): boolean {
  for (let i = 1; i <= length; ++i) if (one[a - i] !== other[b - i]) return false;
  return true;
}
