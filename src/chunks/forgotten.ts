// When the symbols of many groups were forgotten, in lists without gaps: a table of tables would cost more than the run.

/** For each group how many cases there were at each generation: in rows from starts[g] to starts[g + 1], by rising generation. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly generations: Uint32Array;
  readonly counts: Float64Array;
}

/** Rows, and cases that came in since they were made. Plain data, as all of a tally. */
export interface ForgottenTally {
  rows: Rows;
  groups: Uint32Array;
  generations: Uint32Array;
  /** How many cases are waiting. */
  waiting: number;
}

/** So many cases may wait, or as many as there are rows: then they are sorted in, so that memory follows the rows. */
const WAITING = 2 ** 16;

export const emptyForgotten = (groups: number): ForgottenTally => ({
  rows: { starts: new Uint32Array(groups + 1), generations: new Uint32Array(), counts: new Float64Array() },
  groups: new Uint32Array(),
  generations: new Uint32Array(),
  waiting: 0,
});

/** Takes in that a symbol of the group was forgotten in a generation. */
export function addForgotten(tally: ForgottenTally, group: number, generation: number): void {
  if (tally.waiting === tally.groups.length) makeRoom(tally);
  tally.groups[tally.waiting] = group;
  tally.generations[tally.waiting++] = generation;
}

function makeRoom(tally: ForgottenTally): void {
  settle(tally);
  const size = Math.max(WAITING, tally.rows.generations.length);
  if (size <= tally.groups.length) return;
  tally.groups = new Uint32Array(size);
  tally.generations = new Uint32Array(size);
}

/** All that was taken in, as rows. */
export function settle(tally: ForgottenTally): Rows {
  if (tally.waiting > 0) tally.rows = merged(tally.rows, sorted(tally));
  tally.waiting = 0;
  return tally.rows;
}

/** Adds what was counted of other trajectories. */
export function joinForgotten(tally: ForgottenTally, more: ForgottenTally): void {
  tally.rows = merged(settle(tally), settle(more));
}

/** The waiting cases by group, then by generation; a row each. */
function sorted({ rows, groups, generations, waiting }: ForgottenTally): Rows {
  const starts = new Uint32Array(rows.starts.length);
  for (let i = 0; i < waiting; ++i) starts[groups[i] + 1] += 1;
  for (let g = 1; g < starts.length; ++g) starts[g] += starts[g - 1];
  const next = starts.slice();
  const inOrder = new Uint32Array(waiting);
  for (let i = 0; i < waiting; ++i) inOrder[next[groups[i]]++] = generations[i];
  for (let g = 1; g < starts.length; ++g) sortPart(inOrder, starts[g - 1], starts[g]);
  return { starts, generations: inOrder, counts: new Float64Array(waiting).fill(1) };
}

/** Longer parts than this are not sorted by insertion. */
const SHORT = 40;

function sortPart(x: Uint32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    x.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; ++i) {
    const moved = x[i];
    let at = i;
    for (; at > from && x[at - 1] > moved; --at) x[at] = x[at - 1];
    x[at] = moved;
  }
}

/** The rows of both; those of the same group and generation become one. */
function merged(a: Rows, b: Rows): Rows {
  const most = a.generations.length + b.generations.length;
  const starts = new Uint32Array(a.starts.length);
  const generations = new Uint32Array(most);
  const counts = new Float64Array(most);
  let to = 0;
  const take = (rows: Rows, i: number, begin: number): void => {
    const generation = rows.generations[i];
    if (to > begin && generations[to - 1] === generation) counts[to - 1] += rows.counts[i];
    else {
      generations[to] = generation;
      counts[to++] = rows.counts[i];
    }
  };
  for (let g = 1; g < starts.length; ++g) {
    let i = a.starts[g - 1];
    let j = b.starts[g - 1];
    const begin = to;
    while (i < a.starts[g] || j < b.starts[g]) {
      const isFirst = j === b.starts[g] || (i < a.starts[g] && a.generations[i] <= b.generations[j]);
      if (isFirst) take(a, i++, begin);
      else take(b, j++, begin);
    }
    starts[g] = to;
  }
  return { starts, generations: generations.slice(0, to), counts: counts.slice(0, to) };
}
