// Chains of a sum of Poisson samples. Four trajectories advance in the lanes of a vector, each by words of its own stream;
// what is unusual in any of them, all four do one by one.
import { poisson } from "../random/poisson";
import { refill, startStream, take, waiting } from "../random/stream";
import { drawSum, drawTwoDigits, drawUpper, haveUpper, MOST, makeDigits, tabled } from "./sum-digits";
import { getValue, setValue, trajectory } from "./trajectory";

/** Generations between two looks at who is still alive. */
const BLOCK = 64;

/** Four trajectories. The lanes hold sums, and addresses: of the next word, the end of the words, the row, the stream. */
@unmanaged
class Four {
  sums: v128;
  words: v128;
  ends: v128;
  rows: v128;
  streams: v128;
}

/** The most trajectories that walk together. */
const TOGETHER = 32;
const fours: usize = memory.data(8 * 80, 16);
/** What stands in lanes that are left over: a sum of 0, a stream and a row. */
const nobody: usize = memory.data(1024, 16);
const nowhere: usize = memory.data(8 * 64, 16);

/** What follows any sum, which is a whole number. */
function next(s: usize, sum: f64): f64 {
  if (sum >= <f64>MOST) return poisson(s, sum);
  makeDigits(<i32>sum);
  return <f64>drawSum(s, <i32>sum);
}

// @ts-ignore: decorator
@inline
function laneOf(vector: usize, lane: i32): usize {
  return vector + (<usize>lane << 2);
}

/** Puts a trajectory into a lane. */
function seat(lane: i32, s: usize, sum: i32, row: usize): void {
  const four = fours + <usize>(lane >> 2) * offsetof<Four>() + (<usize>(lane & 3) << 2);
  const from = take(s, 0);
  store<i32>(four, sum, offsetof<Four>("sums"));
  store<usize>(four, from, offsetof<Four>("words"));
  store<usize>(four, from + (<usize>waiting(s) << 3), offsetof<Four>("ends"));
  store<usize>(four, row, offsetof<Four>("rows"));
  store<usize>(four, s, offsetof<Four>("streams"));
}

/** Has a lane's stream know how far its words were taken. */
function settle(four: usize, lane: i32): usize {
  const s = load<usize>(laneOf(four, lane), offsetof<Four>("streams"));
  take(s, <i32>((load<usize>(laneOf(four, lane), offsetof<Four>("words")) - take(s, 0)) >> 3));
  return s;
}

/** One generation of four, one by one. Streams without words get new ones, and tables are made that are needed. */
function stepSlowly(at: usize): void {
  for (let lane = 0; lane < 4; ++lane) {
    const s = settle(at, lane);
    const sum = load<i32>(laneOf(at, lane));
    if (sum > 0) store<i32>(laneOf(at, lane), <i32>next(s, <f64>sum));
    if (waiting(s) == 0) refill(s);
    const from = take(s, 0);
    store<usize>(laneOf(at, lane), from, offsetof<Four>("words"));
    store<usize>(laneOf(at, lane), from + (<usize>waiting(s) << 3), offsetof<Four>("ends"));
  }
}

/** One generation of four. False if something unusual happens: nothing is changed then. */
// @ts-ignore: decorator
@inline
function step(four: Four): bool {
  const sums = four.sums;
  const words = four.words;
  const ready = v128.and(i32x4.lt_u(words, four.ends), i32x4.lt_s(sums, i32x4.splat(tabled)));
  if (!i32x4.all_true(ready)) return false;
  let reached = drawTwoDigits(sums, words);
  if (i32x4.extract_lane(reached, 0) < 0) return false;
  let behind = i32x4.add(words, i32x4.splat(8));
  const more = haveUpper(sums);
  if (v128.any_true(more)) {
    if (v128.any_true(v128.and(more, i32x4.ge_u(behind, four.ends)))) return false;
    const upper = drawUpper(sums, behind);
    if (v128.any_true(i32x4.lt_s(upper, i32x4.splat(0)))) return false;
    reached = i32x4.add(reached, upper);
    behind = i32x4.add(behind, v128.and(more, i32x4.splat(8)));
  }
  four.sums = reached;
  four.words = behind;
  return true;
}

/** Takes those who are seated in `lanes` through so many generations; their rows are sums over n. */
function walk(lanes: i32, steps: i32, n: f64): void {
  const end = fours + <usize>((lanes + 3) >> 2) * offsetof<Four>();
  const by = f64x2.splat(n);
  for (let at: usize = 0; at < <usize>steps << 3; at += 8) {
    for (let f = fours; f < end; f += offsetof<Four>()) {
      const four = changetype<Four>(f);
      if (!step(four)) stepSlowly(f);
      const sums = four.sums;
      const rows = i32x4.add(four.rows, i32x4.splat(<i32>at));
      const a = f64x2.div(f64x2.convert_low_i32x4_u(sums), by);
      const b = f64x2.div(f64x2.convert_low_i32x4_u(v128.shuffle<i64>(sums, sums, 1, 1)), by);
      v128.store_lane<u64>(<usize>i32x4.extract_lane(rows, 0), a, 0);
      v128.store_lane<u64>(<usize>i32x4.extract_lane(rows, 1), a, 1);
      v128.store_lane<u64>(<usize>i32x4.extract_lane(rows, 2), b, 0);
      v128.store_lane<u64>(<usize>i32x4.extract_lane(rows, 3), b, 1);
    }
  }
}

/** Takes one trajectory through so many generations, whose sums may be large. */
function walkAlone(s: usize, row: usize, steps: i32, n: f64): void {
  let sum = getValue(s, 0);
  for (const end = row + (<usize>steps << 3); row < end; row += 8) {
    if (sum > 0.0) sum = next(s, sum);
    store<f64>(row, sum / n);
  }
  setValue(s, 0, sum);
}

/**
 * Takes `count` trajectories, whose value 0 is the sum, from generation `begin` of their rows of `generations` to the end;
 * a row is sums over n. Those that have reached 0 stay there.
 */
export function walkSums(
  trajectories: usize, count: i32, generations: i32, begin: i32, rows: usize, n: f64,
): void {
  startStream(nobody, 0, 0, 0, 0);
  const stride = <usize>generations << 3;
  for (let g = begin; g < generations; g += BLOCK) {
    const steps = min(BLOCK, generations - g);
    for (let from = 0; from < count; from += TOGETHER) {
      const to = min(count, from + TOGETHER);
      let lanes = 0;
      for (let i = from; i < to; ++i) {
        const s = trajectory(trajectories, i);
        const row = rows + <usize>i * stride + (<usize>g << 3);
        const sum = getValue(s, 0);
        if (sum == 0.0) memory.fill(row, 0, <usize>steps << 3);
        else if (sum >= <f64>MOST) walkAlone(s, row, steps, n);
        else seat(lanes++, s, <i32>sum, row);
      }
      for (let lane = lanes; lane & 3; ++lane) seat(lane, nobody, 0, nowhere);
      walk(lanes, steps, n);
      for (let lane = 0; lane < lanes; ++lane) {
        const four = fours + <usize>(lane >> 2) * offsetof<Four>();
        setValue(settle(four, lane & 3), 0, <f64>load<i32>(laneOf(four, lane & 3)));
      }
    }
  }
}
