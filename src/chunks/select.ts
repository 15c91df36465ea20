// The number of a given rank, by the leading bits of all: the first 14, then the next 14 of those that share the first,
// then a sort of the few that are left.

/** Which half of a number has its sign and exponent. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0];

const DIGITS = 2 ** 14;
/** The first digit of -Infinity: below are NaNs, which come last. */
const LEAST = 3;
const counts = new Uint32Array(DIGITS);

/** The number that `rank` of the others do not exceed, were they sorted: NaN comes last. Leaves them as they are. */
export function ranked(values: Float64Array, rank: number): number {
  let [left, at] = [values, rank];
  for (const [shift, least] of [
    [18, LEAST],
    [4, 0],
  ]) {
    const words = new Int32Array(left.buffer, left.byteOffset, 2 * left.length);
    counts.fill(0);
    for (let i = UPPER; i < words.length; i += 2) counts[(keyOf(words[i]) >>> shift) % DIGITS]++;
    let digit = least;
    for (; at >= counts[digit]; digit = (digit + 1) % DIGITS) at -= counts[digit];

    const alike = new Float64Array(counts[digit]);
    let isOne = true;
    for (let i = 0, to = 0; to < alike.length; ++i) {
      if ((keyOf(words[2 * i + UPPER]) >>> shift) % DIGITS !== digit) continue;
      alike[to++] = left[i];
      isOne &&= left[i] === alike[0];
    }
    if (isOne) return alike[0];
    left = alike;
  }
  return left.sort()[at];
}

/** The upper half of a number, so that its bits rise with the number: of a negative one all are turned, else the sign. */
const keyOf = (word: number): number => word ^ ((word >> 31) | -0x8000_0000);
