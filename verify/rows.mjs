// What a row of a table says of a run. Which kind it is, its first field tells.
import { cell, law, share } from "./cell.mjs";

/** Reads a row: the cells that it makes of a run. */
export function read(run, row) {
  const kind = Object.keys(kinds).find((name) => name in row);
  if (kind === undefined) throw new Error(`unknown kind of row: ${Object.keys(row)}`);
  return kinds[kind](run, row);
}

const trajectoriesOf = (run) => run.experiment.trajectories;
const indexOf = (run, generation) => run.generations.indexOf(generation);

const kinds = {
  /**
   * The mean time until an event ends, as far as the run goes. Its standard deviation is known exactly, or else
   * estimated; with `fourth`, its variance is judged too, and with `censored` the share of runs that were too short.
   */
  time(run, { time: event, mean, sd, error = 0, fourth, censored }) {
    const measured = run.timeTo(event);
    const trajectories = trajectoriesOf(run);
    if (measured.censored > 0 && censored === undefined) {
      throw new Error(`${event}: ${measured.censored} censored; run it for longer`);
    }
    const own = sd === undefined ? measured.standardError : sd / Math.sqrt(trajectories);
    const variance = measured.standardError ** 2 * trajectories;
    return [
      ...(censored
        ? share(`Pr(${event}) to the end`, measured.censored / trajectories, censored, trajectories)
        : []),
      ...(fourth
        ? [
            cell(
              `variance of the time to not ${event}`,
              variance,
              sd ** 2,
              Math.sqrt((fourth - sd ** 4) / trajectories),
            ),
          ]
        : []),
      cell(`mean time to not ${event}`, measured.mean, mean, Math.hypot(own, error)),
    ];
  },

  /** Quantiles of that time: `sd` is the standard deviation that one trajectory's contribution to each has. */
  timeQuantile(run, { timeQuantile: event, q, expected, sd, error }) {
    const measured = run.timeTo(event);
    return q.map((q, i) => {
      const own = Math.hypot(sd[i] / Math.sqrt(trajectoriesOf(run)), error);
      return cell(`quantile ${q} of the time to not ${event}`, measured.quantile(q), expected[i], own);
    });
  },

  /** Shares of trajectories in which an event holds. */
  event(run, { event, at, expected, error }) {
    const { probability } = run.survival(event);
    return at.flatMap((generation, i) => {
      const measured = probability[indexOf(run, generation)];
      return share(`Pr(${event}) at ${generation}`, measured, expected[i], trajectoriesOf(run), error?.[i]);
    });
  },

  /** Means over trajectories. */
  observable(run, { observable, at, expected, error }) {
    const { mean, standardError } = run.observable(observable);
    return at.map((generation, i) => {
      const index = indexOf(run, generation);
      const own = Math.hypot(standardError[index], error?.[i] ?? 0);
      return cell(`mean ${observable} at ${generation}`, mean[index], expected[i], own);
    });
  },

  /** Variances over trajectories, `fourth` being the fourth central moments. */
  variance(run, { variance, at, expected, fourth }) {
    const { sd } = run.observable(variance);
    return at.map((generation, i) => {
      const own = Math.sqrt((fourth[i] - expected[i] ** 2) / trajectoriesOf(run));
      return cell(
        `variance of ${variance} at ${generation}`,
        sd[indexOf(run, generation)] ** 2,
        expected[i],
        own,
      );
    });
  },

  /** Mean squares of the distance from a number. */
  square(run, { square, about, at, expected }) {
    const observable = run.observable(square);
    const trajectories = trajectoriesOf(run);
    const places = at.map((generation) => indexOf(run, generation));
    const sums = at.map(() => [0, 0]);
    for (let t = 0; t < trajectories; ++t) {
      const path = observable.trajectory(t);
      places.forEach((place, i) => {
        const distance = (path[place] - about) ** 2;
        sums[i][0] += distance;
        sums[i][1] += distance ** 2;
      });
    }
    return at.map((generation, i) => {
      const [mean, fourth] = sums[i].map((sum) => sum / trajectories);
      const own = Math.sqrt((fourth - mean ** 2) / trajectories);
      const from = about === 0 ? "" : ` from ${about}`;
      return cell(`mean square of ${square}${from} at ${generation}`, mean, expected[i], own);
    });
  },

  /** Quantiles over trajectories, with `sd` as for timeQuantile. */
  quantile(run, { quantile, at, q, expected, sd }) {
    return q.map((q, i) => {
      const measured = run.observable(quantile).quantile(q)[indexOf(run, at)];
      const own = sd[i] / Math.sqrt(trajectoriesOf(run));
      return cell(`quantile ${q} of ${quantile} at ${at}`, measured, expected[i], own);
    });
  },

  /** The steps of an observable from generation to generation, in units of `per` before the step, are independent. */
  steps(run, { steps, per, ...row }) {
    const last = run.generations.length - 1;
    const values = new Float64Array(trajectoriesOf(run) * last);
    const unit = per && run.observable(per);
    const observable = run.observable(steps);
    for (let t = 0, at = 0; t < trajectoriesOf(run); ++t) {
      const path = observable.trajectory(t);
      const units = unit?.trajectory(t);
      for (let g = 0; g < last; ++g) values[at++] = (path[g + 1] - path[g]) / (units?.[g] ?? 1);
    }
    return law(`steps of ${steps}, `, values, row);
  },

  /** Shares of the symbols of one initial count that are forgotten by some generations; symbols are independent. */
  count(run, { count, at, expected }) {
    const { time } = run.forgetting().groups.find(({ weight }) => weight === count);
    return at.flatMap((generation, i) => {
      const what = `Pr(count ${count} forgotten by ${generation})`;
      return share(what, 1 - time.survival(generation), expected[i], time.observed);
    });
  },

  /** How the symbols of one weight come and go; what the library says of it in theory is to be the same. */
  presence(run, { presence: weight, ...expected }) {
    const group = run.presence().groups.find((group) => group.weight === weight);
    return Object.entries(expected).map(([name, number]) => {
      const theory = group.theory?.[name];
      if (!(Math.abs(theory / number - 1) < 1e-8))
        throw new Error(`${name} is ${theory} in theory, not ${number}`);
      const { value, standardError } = group[name];
      return cell(`${name} of weight ${weight}`, value, number, standardError);
    });
  },

  /** Shares of trajectories that have forgotten one symbol by the last generation. */
  symbol(run, { symbol, expected }) {
    const { probability } = run.forgetting();
    return share(`Pr(symbol ${symbol} forgotten)`, probability[symbol], expected, trajectoriesOf(run));
  },
};
