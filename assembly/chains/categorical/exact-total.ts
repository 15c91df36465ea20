// Poisson counts, given their sum S, are multinomial with S draws. To make them multinomial with n draws, either
// S - n of their tokens are taken away, every set of tokens being as likely, or n - S are drawn in addition.
import { drawPositions, positionOf, sortPositions } from "./positions";
import { at, Vocabulary } from "./vocabulary";

/** Symbols whose counts are added up at once. */
const BLOCK: i32 = 8;

// @ts-ignore: decorator
@inline
function sumBlock(counts: usize): f64 {
  const a = f64x2.add(v128.load(counts), v128.load(counts, 16));
  const b = f64x2.add(v128.load(counts, 32), v128.load(counts, 48));
  const sums = f64x2.add(a, b);
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

/**
 * Finds the symbol of each of `many` rising positions among the `range` tokens counted in `counts`, and adds `amount`
 * to its count in v.next. All sums are of whole numbers, so they are exact in any order.
 */
function change(v: Vocabulary, counts: usize, many: i32, range: f64, amount: f64): void {
  const positions = v.positions;
  const next = v.next;
  const living = v.living;
  let before = 0.0;
  let i = 0;
  for (let p = 0; p < many && i < living; ) {
    let position = positionOf(load<u64>(at(positions, p)), range);
    while (i + BLOCK <= living) {
      const beyond = before + sumBlock(at(counts, i));
      if (beyond > position) break;
      before = beyond;
      i += BLOCK;
    }
    // The positions of this block, or, at the end, of the few symbols left.
    for (const end = min(i + BLOCK, living); i < end; ++i) {
      const beyond = before + load<f64>(at(counts, i));
      let hits = 0.0;
      while (position < beyond) {
        hits += amount;
        position = ++p < many ? positionOf(load<u64>(at(positions, p)), range) : Infinity;
      }
      if (hits != 0.0) store<f64>(at(next, i), load<f64>(at(next, i)) + hits);
      before = beyond;
    }
  }
}

/** Leaves `many` different rising positions on [0, range): draws again as many as came twice. */
function drawDifferent(v: Vocabulary, many: i32, range: f64): void {
  for (let known = 0; known < many; ) {
    drawPositions(v, known, many);
    sortPositions(v, many);
    let last = -1.0;
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
