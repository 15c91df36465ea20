import { Bench } from "tinybench";

/**
 * A contestant that runs in this process.
 *
 * @param make gives `call`, what is timed, and `drawn()`, the numbers that the last call left. A call may return
 * `{ overriddenDuration, overriddenIterationCost }`, for work that needs something done before that is not to be timed.
 */
export function here(name, make) {
  const { call, drawn } = make();
  return {
    name,
    /** Median nanoseconds of a call, from calls for so many milliseconds, and a checksum of what was drawn. */
    time(milliseconds) {
      const bench = new Bench({ time: milliseconds, iterations: 1, warmup: false, throws: true });
      bench.add(name, call, { async: false });
      bench.runSync();
      const { latency } = /** @type {import("tinybench").TaskResultCompleted} */ (bench.tasks[0].result);
      return { ns: 1e6 * latency.p50, checksum: checksum(drawn()) };
    },
    /** The checksum of the very next call. */
    once() {
      call();
      return checksum(drawn());
    },
  };
}

const checksum = (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
