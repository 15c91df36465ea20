// One trajectory of the categorical model, laid out by the boundary (src/wasm/categorical.ts) as layout.ts tells.

@unmanaged
export class Vocabulary {
  /** The stream it draws from. */
  stream: usize;
  /** Counts of the living symbols, of 32 or 64 bits; their weights at generation 0, unless these are counts. */
  counts: usize;
  /** Which symbol each of these counts belongs to. */
  symbols: usize;
  /** Probability of each symbol at generation 0. */
  start: usize;
  /** Suffix sums of the weights at generation 0, one longer than the symbols: the last is 0. */
  suffix: usize;
  /** The next generation's count of each living symbol. */
  next: usize;
  /** Generation in which each symbol died; 0 while it lives. */
  died: usize;
  living: i32;
  generation: i32;
  /** Whether the counts are whole numbers that sum to n at generation 0 already. */
  whole: i32;
  /** Samples a generation. */
  n: f64;
  /** Sum of the counts (of the weights at generation 0). */
  total: f64;
  /** Probability at generation 0 of the symbols that have died. */
  lost: f64;
  /** The symbols that a generation forgets. */
  dead: usize;
  /** Room for `room` positions of tokens, and as many again. */
  positions: usize;
  room: i32;
  /** Whether counts are doubles; else they are of 32 bits, which have room for n. */
  doubles: i32;
}

/** A count of either kind. */
// @ts-ignore: decorator
@inline
export function countAt(v: Vocabulary, counts: usize, index: i32): f64 {
  return v.doubles ? load<f64>(at(counts, index)) : <f64>load<u32>(place<u32>(counts, index));
}

// @ts-ignore: decorator
@inline
export function setNext(v: Vocabulary, index: i32, count: f64): void {
  if (v.doubles) store<f64>(at(v.next, index), count);
  else store<u32>(place<u32>(v.next, index), <u32>count);
}

/** The address of number `index` of an array of T. */
// @ts-ignore: decorator
@inline
export function place<T>(array: usize, index: i32): usize {
  return array + <usize>index * sizeof<T>();
}

/** The address of number `index` of an array of f64. */
// @ts-ignore: decorator
@inline
export function at(array: usize, index: i32): usize {
  return array + (<usize>index << 3);
}
