/**
 * 64 bits, as 16 hexadecimal digits, that tell texts apart: two 32-bit FNV-1a hashes with different starts and
 * multipliers over the numbers of the tokens, then the words, ends and types where there are any. Good against
 * mistakes, not against forgery.
 */
export function fingerprint(
  tokens: ArrayLike<number>,
  words: readonly string[] = [],
  ends: ArrayLike<number> = [],
  types: readonly (readonly number[])[] = [],
): string {
  let a = 0x811c9dc5;
  let b = 0x3c6ef372;
  const add = (x: number) => {
    a = Math.imul(a ^ x, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ x, 0x85ebca6b);
    b ^= b >>> 13;
  };
  const addAll = (list: ArrayLike<number>) => {
    add(list.length);
    for (let i = 0; i < list.length; ++i) add(list[i]);
  };
  addAll(tokens);
  add(words.length);
  for (const word of words) {
    add(word.length);
    for (let i = 0; i < word.length; ++i) add(word.charCodeAt(i));
  }
  addAll(ends);
  add(types.length);
  for (const list of types) addAll(list);
  return [a, b].map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
}
