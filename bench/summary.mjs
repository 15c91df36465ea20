import { median, spread } from "./statistics.mjs";

/**
 * What the runs say of each case: for every contestant its nanoseconds a unit and its ratio to the first one (above 1: it
 * is slower), as median, least and most. A ratio is taken within a round. Of a single run the spread is that of its
 * rounds; of several it is that of the runs' medians. `memory` is the greatest peak of all, in bytes, where it was told.
 */
export function summarise(runs) {
  const over = (values) => spread(values.length > 1 ? values.map(median) : values[0]);
  return runs[0].cases.map(({ name, unit, note, times }, i) => {
    const rounds = runs.map((run) => run.cases[i].times);
    const reference = Object.keys(times)[0];
    const peaks = runs.map((run) => run.cases[i].memory ?? {});
    const contestants = Object.keys(times).map((who) => ({
      name: who,
      ns: over(rounds.map((run) => run[who])),
      ratio: over(rounds.map((run) => run[who].map((ns, round) => ns / run[reference][round]))),
      memory: most(peaks.map((peak) => peak[who])),
    }));
    return { name, unit, note, contestants };
  });
}

/** The contestant of a case, by name. */
export function contestant({ contestants }, name) {
  return contestants.find((candidate) => candidate.name === name);
}

/** The greatest of those that are known. */
function most(values) {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
