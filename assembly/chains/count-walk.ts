// Chains of a number of ones among n samples.
import { word } from "../random/stream";
import { getValue, setValue, trajectory } from "./trajectory";
import { following, last, trials } from "./transitions";

/** Generations between two looks at who is still alive. */
const BLOCK = 64;
/** Trajectories that advance side by side: as many as the processor sees at once. */
const TOGETHER: usize = 8;

/** A trajectory that is still alive. */
@unmanaged
class Walker {
  count: i64;
  stream: usize;
  row: usize;
}

const walkers: usize = memory.data(16 * 32, 16);

/** The count that follows `count`. A count of ones above n / 2 is drawn as n less a count of zeros. */
// @ts-ignore: decorator
@inline
function next(s: usize, count: i64): i64 {
  const many = count > last;
  const drawn = following(select<i64>(trials - count, count, many), word(s));
  return select<i64>(trials - drawn, drawn, many);
}

/** Generations side by side: a table is looked up for one while the others' are on their way from the cache. */
function walk(first: usize, end: usize, steps: i32, n: f64): void {
  for (let at: usize = 0; at < <usize>steps << 3; at += 8) {
    for (let w = first; w < end; w += offsetof<Walker>()) {
      const walker = changetype<Walker>(w);
      const reached = next(walker.stream, walker.count);
      walker.count = reached;
      store<f64>(walker.row + at, <f64>reached / n);
    }
  }
}

/**
 * Takes `count` trajectories, whose value 0 is the share of ones, from generation `begin` of their rows of
 * `generations` to the end; a row is counts over n. Those that have reached 0 or all the trials stay there.
 */
export function walkCounts(
  trajectories: usize, count: i32, generations: i32, begin: i32, rows: usize, n: f64,
): void {
  const stride = <usize>generations << 3;
  for (let g = begin; g < generations; g += BLOCK) {
    const steps = min(BLOCK, generations - g);
    let end = walkers;
    for (let i = 0; i < count; ++i) {
      const s = trajectory(trajectories, i);
      const row = rows + <usize>i * stride + (<usize>g << 3);
      const reached = nearest(getValue(s, 0) * n);
      if (reached == 0.0 || reached == <f64>trials) {
        for (let at: usize = 0; at < <usize>steps << 3; at += 8) store<f64>(row + at, reached / n);
      } else {
        const walker = changetype<Walker>(end);
        walker.stream = s;
        walker.row = row;
        walker.count = <i64>reached;
        end += offsetof<Walker>();
      }
    }
    for (let w = walkers; w < end; w += TOGETHER * offsetof<Walker>()) {
      walk(w, min(end, w + TOGETHER * offsetof<Walker>()), steps, n);
    }
    for (let w = walkers; w < end; w += offsetof<Walker>()) {
      const walker = changetype<Walker>(w);
      setValue(walker.stream, 0, <f64>walker.count / n);
    }
  }
}
