// Poisson counts, given their sum S, are multinomial with S draws. To make them multinomial with n draws, either
// S - n of their tokens are taken away, every set of tokens being as likely, or n - S are drawn in addition.
import { drawPositions, positionOf, sortPositions } from "./positions";
import { at, countAt, place, setNext, Vocabulary } from "./vocabulary";

/** Symbols whose counts are added up at once. */
const BLOCK: i32 = 8;

/** The sum of a block of counts of 32 bits, for which these have room too. */
// @ts-ignore: decorator
@inline
function sumBlock(counts: usize): u32 {
  const four = i32x4.add(v128.load(counts), v128.load(counts, 16));
  const two = i64x2.extract_lane(four, 0) + i64x2.extract_lane(four, 1);
  return <u32>two + <u32>(two >> 32);
}

/**
 * Finds the symbol of each of `many` rising positions among the `range` tokens counted in `counts`, and adds `amount`
 * to its count in v.next. All sums are of whole numbers, so they are exact in any order.
 */
function change(v: Vocabulary, counts: usize, many: i32, range: f64, amount: f64): void {
  const living = v.living;
  let before: i64 = 0;
  let i = 0;
  for (let p = 0; p < many && i < living; ) {
    let position = positionOf(load<u64>(at(v.positions, p)), range);
    if (!v.doubles) {
      while (i + BLOCK <= living) {
        const beyond = before + <i64>sumBlock(place<u32>(counts, i));
        if (beyond > position) break;
        before = beyond;
        i += BLOCK;
      }
    }
    // The positions of this block, or, at the end, of the few symbols left.
    for (const end = min(i + BLOCK, living); i < end; ++i) {
      before += <i64>countAt(v, counts, i);
      let hits = 0.0;
      while (position < before) {
        hits += amount;
        position = ++p < many ? positionOf(load<u64>(at(v.positions, p)), range) : i64.MAX_VALUE;
      }
      if (hits != 0.0) setNext(v, i, countAt(v, v.next, i) + hits);
    }
  }
}

/** Leaves `many` different rising positions on [0, range): draws again as many as came twice. */
function drawDifferent(v: Vocabulary, many: i32, range: f64): void {
  for (let known = 0; known < many; ) {
    drawPositions(v, known, many);
    sortPositions(v, many);
    let last: i64 = -1;
    known = 0;
    for (let p = 0; p < many; ++p) {
      const word = load<u64>(at(v.positions, p));
      const position = positionOf(word, range);
      if (position == last) continue;
      store<u64>(at(v.positions, known++), word);
      last = position;
    }
  }
}

/** Makes multinomial counts of v.n draws out of Poisson counts that sum to `total`. */
export function makeExact(v: Vocabulary, total: f64): void {
  const many = <i32>abs(total - v.n);
  if (total > v.n) {
    drawDifferent(v, many, total);
    change(v, v.next, many, total, -1.0);
  } else {
    drawPositions(v, 0, many);
    sortPositions(v, many);
    change(v, v.counts, many, v.n, 1.0);
  }
}
