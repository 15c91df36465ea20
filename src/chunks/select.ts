// The number of a given rank, without a sort. R. W. Floyd & R. L. Rivest (1975), https://doi.org/10.1145/360680.360694

/** In a part that is longer, the pivot is first looked for in a sample of it, which is selected from in the same way. */
const LONG = 600;

let room = new Float64Array(1024);

/** The number that `rank` of the others do not exceed, were they sorted: NaN comes last. Leaves them as they are. */
export function ranked(values: Float64Array, rank: number): number {
  if (room.length < values.length) room = new Float64Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; ++i) if (!Number.isNaN(values[i])) room[length++] = values[i];
  if (rank >= length) return Number.NaN;
  place(room, 0, length - 1, rank);
  return room[rank] === 0 ? zeroAt(room.subarray(0, length), rank) : room[rank];
}

/** Changes the order of the numbers from `left` to `right` so that the one of rank k is at k, with none above before it. */
function place(x: Float64Array, left: number, right: number, k: number): void {
  while (left < right) {
    if (right - left > LONG) {
      // Of the sample, too, about that share is below k; a little more on the longer side, so that most of it falls away.
      const size = right - left + 1;
      const share = (k - left + 1) / size;
      const sample = Math.cbrt(size) ** 2;
      const spare = Math.sqrt((Math.log(size) * sample * (1 - sample / size)) / 6);
      const reach = share < 0.5 ? -spare : spare;
      const from = Math.max(left, Math.floor(k - share * sample + reach));
      place(x, from, Math.min(right, Math.floor(k + (1 - share) * sample + reach)), k);
    }
    const pivot = x[k];
    let i = left;
    let j = right;
    while (i <= j) {
      while (x[i] < pivot) ++i;
      while (x[j] > pivot) --j;
      if (i > j) break;
      const swapped = x[i];
      x[i++] = x[j];
      x[j--] = swapped;
    }
    // Those up to j are not above the pivot, those from i on not below it, and what is between is the pivot.
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

/** Which zero is at a rank: -0 comes before 0, as in a sort. */
function zeroAt(values: Float64Array, rank: number): number {
  let before = 0;
  for (const value of values) if (value < 0 || (value === 0 && 1 / value < 0)) ++before;
  return rank < before ? -0 : 0;
}
