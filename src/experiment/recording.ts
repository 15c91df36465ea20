import { InputError, invalid } from "../check/errors.ts";
import { exp, log } from "../kernels/math.ts";

/** Up to this many generations all are recorded, unless asked otherwise. */
const ALL = 1000;
/** About this many are kept of more. */
const THINNED = 400;

const ALLOWED = "all, every:N or log:N with N an integer from 1 to 2147483647";

/**
 * The generations to record, rising, 0 and the last always among them. `all`; `every:N` keeps the multiples of N;
 * `log:N` keeps N for each tenfold, evenly spaced on a logarithmic scale. By default all up to 1,000 generations,
 * else about 400 in all: every early one, then log-spaced.
 */
export function recordedGenerations(record: string | undefined, generations: number): number[] {
  if (record === undefined) {
    return generations <= ALL
      ? every(1, generations)
      : logSpaced(THINNED / (log(generations) / Math.LN10), generations);
  }
  if (record === "all") return every(1, generations);
  const match = /^(every|log):(\d{1,10})$/.exec(record);
  const n = match ? Number(match[2]) : 0;
  if (match === null || n < 1 || n > 2147483647) throw invalid("record", record, ALLOWED);
  return match[1] === "every" ? every(n, generations) : logSpaced(n, generations);
}

/** The most generations that may be recorded: every one costs a few numbers for each observable and trajectory. */
export const MAX_RECORDED = 1_000_000;

function every(step: number, generations: number): number[] {
  const count = Math.ceil(generations / step) + 1;
  if (count > MAX_RECORDED) throw tooMany(count);
  return Array.from({ length: count }, (_, i) => Math.min(i * step, generations));
}

function logSpaced(perDecade: number, generations: number): number[] {
  const points = Math.ceil(perDecade * (log(generations) / Math.LN10));
  if (points > MAX_RECORDED) throw tooMany(points);
  const kept = new Set([0, generations]);
  for (let i = 0; i <= points; ++i)
    kept.add(Math.min(generations, Math.round(exp((i / perDecade) * Math.LN10))));
  return [...kept].sort((a, b) => a - b);
}

function tooMany(count: number) {
  return new InputError(`invalid record: ${count} generations (at most ${MAX_RECORDED} of them)`);
}
