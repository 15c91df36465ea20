/** Standard errors that two numbers may differ by which both are estimates of the same. */
const Z = 5;
/** More than the kurtosis of anything that is compared: the error of a standard deviation depends on it. */
const KURTOSIS = 20;

/**
 * Throws unless two documents of the same experiment tell the same, within what chance allows: otherwise one of them
 * computes something else, and their times say nothing. `step` is the least that a median can differ by, of an
 * observable with few values.
 */
export function agree(name, ours, theirs, step) {
  const { trajectories } = ours.experiment;
  // Medians may be of fewer.
  const fewer = Math.sqrt(trajectories / ours.keptTrajectories);
  const differ = (what, at, a, b, allowed) => {
    // Sums are rounded in another order.
    if (Math.abs(a - b) <= allowed + 1e-12 + 1e-9 * Math.abs(a)) return;
    throw new Error(`${name}: ${what}, ${at}: lethe says ${a}, the other ${b} (within ${allowed})`);
  };
  same(name, "generations", ours.generations, theirs.generations);
  same(name, "observables", Object.keys(ours.observables), Object.keys(theirs.observables));
  for (const [observable, a] of Object.entries(ours.observables)) {
    const b = theirs.observables[observable];
    ours.generations.forEach((generation, i) => {
      const at = `${observable} at generation ${generation}`;
      const error = Math.hypot(a.standardError[i], b.standardError[i]);
      const sd = Math.max(a.sd[i], b.sd[i]);
      differ("mean", at, a.mean[i], b.mean[i], Z * error);
      differ("sd", at, a.sd[i], b.sd[i], Z * sd * Math.sqrt((KURTOSIS - 1) / 2 / trajectories));
      // The median of normal numbers errs 1.25 times as much as their mean.
      differ("median", at, a.median[i], b.median[i], 1.26 * fewer * Z * error + step);
    });
  }
  same(name, "events", eventsOf(ours), eventsOf(theirs));
  ours.survival.forEach((a, e) => {
    const b = theirs.survival[e];
    ours.generations.forEach((generation, i) => {
      const p = (a.probability[i] + b.probability[i]) / 2;
      const error = Math.sqrt((2 * p * (1 - p)) / trajectories);
      differ("survival", `${a.event} at ${generation}`, a.probability[i], b.probability[i], Z * error);
    });
    const [x, y] = [ours.timeTo[e], theirs.timeTo[e]];
    differ("mean time to", a.event, x.mean, y.mean, Z * Math.hypot(x.standardError, y.standardError));
  });
  same(name, "symbols", ours.forgetting?.length, theirs.forgetting?.length);
  if (ours.forgetting) sumsAgree(ours.forgetting, theirs.forgetting, differ);
}

/** The times of the words have few trajectories each; their sum has the errors of all. */
function sumsAgree(ours, theirs, differ) {
  const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
  const error = Math.sqrt(sum([...ours, ...theirs], ({ standardError }) => standardError ** 2));
  const mean = ({ mean }) => mean;
  differ("time to forget", "all words", sum(ours, mean), sum(theirs, mean), Z * error);
}

const eventsOf = ({ survival }) => survival.map(({ event }) => event);

function same(name, what, ours, theirs) {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (a !== b)
    throw new Error(`${name}: ${what}: lethe says ${a?.slice(0, 80)}, the other ${b?.slice(0, 80)}`);
}
