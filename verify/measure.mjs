// Runs the experiment of one table and compares it, cell by cell, with what the table expects.
import { Generator, simulate } from "../dist/index.js";

/** Fewer cases than this, and the normal law says nothing about a share. */
const FEWEST = 10;

/** A cell: what was measured and expected, the standard error of their difference, and the difference in it. */
const cell = (what, measured, expected, standardError) => ({
  what,
  measured,
  expected,
  standardError,
  z: (measured - expected) / standardError,
});

/** @returns {Promise<object[]>} the cells of a table */
export async function measure(table) {
  if (table.draws) return table.draws.map(draws);
  const { experiment, rows } = table;
  const survival = [...new Set(rows.map((row) => row.event ?? row.time).filter(Boolean))];
  const run = await simulate({ ...experiment, survival });
  return rows.flatMap((row) => {
    if (row.time) return [time(run, row)];
    if (row.event) return shares(run, row);
    if (row.count) return forgotten(run, row);
    return row.deviation ? deviations(run, row) : means(run, row);
  });
}

function time(run, { time: event, mean, sd, error = 0 }) {
  const measured = run.timeTo(event);
  if (measured.censored > 0) throw new Error(`${event}: ${measured.censored} censored; run it for longer`);
  // The standard deviation is known exactly, or else estimated.
  const own = sd === undefined ? measured.standardError : sd / Math.sqrt(run.experiment.trajectories);
  return cell(`mean time to not ${event}`, measured.mean, mean, Math.hypot(own, error));
}

function shares(run, { event, at, expected, error }) {
  const { probability } = run.survival(event);
  const trajectories = run.experiment.trajectories;
  return at.flatMap((generation, i) => {
    const p = expected[i];
    if (p * trajectories < FEWEST || (1 - p) * trajectories < FEWEST) return [];
    const measured = probability[run.generations.indexOf(generation)];
    const own = Math.sqrt((p * (1 - p)) / trajectories);
    return [cell(`Pr(${event}) at ${generation}`, measured, p, Math.hypot(own, error?.[i] ?? 0))];
  });
}

function means(run, { observable, at, expected, error }) {
  const { mean, standardError } = run.observable(observable);
  return at.map((generation, i) => {
    const index = run.generations.indexOf(generation);
    const own = Math.hypot(standardError[index], error?.[i] ?? 0);
    return cell(`mean ${observable} at ${generation}`, mean[index], expected[i], own);
  });
}

/** Standard deviations of a normal observable: the standard error of one is sd / sqrt(2 R). */
function deviations(run, { deviation, at, expected }) {
  const { sd } = run.observable(deviation);
  return at.map((generation, i) => {
    const own = expected[i] / Math.sqrt(2 * run.experiment.trajectories);
    return cell(
      `sd of ${deviation} at ${generation}`,
      sd[run.generations.indexOf(generation)],
      expected[i],
      own,
    );
  });
}

/** Shares of the symbols of one initial count that are forgotten by some generations. Symbols are independent. */
function forgotten(run, { count, at, expected }) {
  const { time: law } = run.forgetting().groups.find(({ weight }) => weight === count);
  return at.map((generation, i) => {
    const own = Math.sqrt((expected[i] * (1 - expected[i])) / law.observed);
    return cell(
      `Pr(count ${count} forgotten by ${generation})`,
      1 - law.survival(generation),
      expected[i],
      own,
    );
  });
}

/** The mean of draws of the Generator, or of a power of them; of a multinomial, of the count of its first symbol. */
function draws({ sampler, args, power = 1, seed, count, mean, sd }) {
  const rng = new Generator(seed);
  let sum = 0;
  if (sampler === "multinomial") for (let i = 0; i < count; ++i) sum += rng.multinomial(...args)[0];
  else for (const x of rng[sampler](...args, new Float64Array(count))) sum += x ** power;
  return cell(
    `mean of ${sampler}(${args.map((a) => JSON.stringify(a)).join(", ")})${power === 1 ? "" : `^${power}`}`,
    sum / count,
    mean,
    sd / Math.sqrt(count),
  );
}
