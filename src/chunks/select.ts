// The number of a given rank, without a sort: a sample says between which two numbers it is, and only those that are are
// looked at more closely. After R. W. Floyd & R. L. Rivest (1975), https://doi.org/10.1145/360680.360691

/** Fewer numbers are not worth a sample. */
const MANY = 1000;
/** By how many standard deviations of a sample's rank the two numbers are apart, on either side. */
const SPARE = 3;

let room = new Float64Array(1024);

/** The number that `rank` of the others do not exceed, were they sorted: NaN comes last. Leaves them as they are. */
export function ranked(values: Float64Array, rank: number): number {
  const found = (values.length > MANY ? between(values, rank) : undefined) ?? among(values, rank);
  return found === 0 ? zeroAt(values, rank) : found;
}

/** Of all of them. */
function among(values: Float64Array, rank: number): number {
  const { length } = collected(values, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return rank < length ? selected(length, rank) : Number.NaN;
}

/** Of those between two of a sample; undefined where it is not among them, as happens now and then. */
function between(values: Float64Array, rank: number): number | undefined {
  const size = sampled(values, Math.floor(Math.cbrt(values.length)));
  const share = rank / values.length;
  const spare = 1 + SPARE * Math.sqrt(size * share * (1 - share));
  const [from, to] = [Math.floor(size * share - spare), Math.ceil(size * share + spare)];
  const low = from < 0 ? Number.NEGATIVE_INFINITY : selected(size, from);
  const high = to < size ? selected(size, to) : Number.POSITIVE_INFINITY;
  const { below, length } = collected(values, low, high);
  if (rank < below || rank >= below + length) return undefined;
  return low === high ? low : selected(length, rank - below);
}

// Each loop is a function of its own: code that V8 makes in the midst of one knows nothing of what comes after it, and would
// be left there each time.

/** Takes every `step`th number to the room: how many. */
function sampled(values: Float64Array, step: number): number {
  enlarge(Math.ceil(values.length / step));
  let size = 0;
  for (let i = 0; i < values.length; i += step) if (!Number.isNaN(values[i])) room[size++] = values[i];
  return size;
}

function enlarge(size: number): void {
  if (room.length < size) room = new Float64Array(size);
}

/** Takes those from `low` to `high` to the room: how many these are, and how many are below them. */
function collected(values: Float64Array, low: number, high: number): { below: number; length: number } {
  enlarge(values.length + 1);
  const into = room;
  let below = 0;
  let length = 0;
  for (let i = 0; i < values.length; ++i) {
    const value = values[i];
    // Without a branch, which would be mistaken too often: each is written down, and the next goes over those that are not
    // between the two.
    const isBelow = +(value < low);
    below += isBelow;
    into[length] = value;
    length += +(value <= high) - isBelow;
  }
  return { below, length };
}

/** The number of rank k of the first `length` in the room, whose order changes. C. A. R. Hoare (1961), algorithm 65. */
function selected(length: number, k: number): number {
  let left = 0;
  let right = length - 1;
  while (left < right) {
    const pivot = room[(left + right) >> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (room[i] < pivot) ++i;
      while (room[j] > pivot) --j;
      if (i > j) break;
      const swapped = room[i];
      room[i++] = room[j];
      room[j--] = swapped;
    }
    // Those up to j are not above the pivot, those from i on not below it, and what is between is the pivot.
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return room[k];
}

/** Which zero is at a rank: -0 comes before 0, as in a sort. */
function zeroAt(values: Float64Array, rank: number): number {
  let before = 0;
  for (let i = 0; i < values.length; ++i)
    before += +(values[i] < 0) | +(1 / values[i] === Number.NEGATIVE_INFINITY);
  return rank < before ? -0 : 0;
}
