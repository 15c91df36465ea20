/** Falling counts as pairs: a count, and how many words have it. */
export function classesOf(counts: ArrayLike<number>): [count: number, words: number][] {
  const classes: [number, number][] = [];
  for (let i = 0; i < counts.length; ++i) {
    const last = classes.at(-1);
    if (last?.[0] === counts[i]) ++last[1];
    else classes.push([counts[i], 1]);
  }
  return classes;
}

/** The counts that `classesOf` was given. */
export function countsOf(classes: readonly (readonly [count: number, words: number])[]): Float64Array {
  const counts = new Float64Array(classes.reduce((sum, [, words]) => sum + words, 0));
  let at = 0;
  for (const [count, words] of classes) {
    counts.fill(count, at, at + words);
    at += words;
  }
  return counts;
}
