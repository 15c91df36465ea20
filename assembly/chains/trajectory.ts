// A trajectory of a model with few parameters: its stream, then up to six numbers of the model's own.
import { STREAM_BYTES, startStream } from "../random/stream";

export const TRAJECTORY_BYTES: usize = STREAM_BYTES + 6 * 8;

/** The address of trajectory `index` among those that start at `trajectories`. */
// @ts-ignore: decorator
@inline
export function trajectory(trajectories: usize, index: i32): usize {
  return trajectories + <usize>index * TRAJECTORY_BYTES;
}

// @ts-ignore: decorator
@inline
export function getValue(trajectory: usize, index: i32): f64 {
  return load<f64>(trajectory + (<usize>index << 3), STREAM_BYTES);
}

// @ts-ignore: decorator
@inline
export function setValue(trajectory: usize, index: i32, value: f64): void {
  store<f64>(trajectory + (<usize>index << 3), value, STREAM_BYTES);
}

/** Puts `count` trajectories at generation 0: trajectory i draws from stream `first + i` of the seed. */
export function startTrajectories(
  trajectories: usize, count: i32, seedLow: u32, seedHigh: u32, firstLow: u32, firstHigh: u32,
  value0: f64, value1: f64, value2: f64,
): void {
  const first = (<u64>firstHigh << 32) | <u64>firstLow;
  for (let i = 0; i < count; ++i) {
    const at = trajectory(trajectories, i);
    const stream = first + <u64>i;
    startStream(at, seedLow, seedHigh, <u32>stream, <u32>(stream >> 32));
    setValue(at, 0, value0);
    setValue(at, 1, value1);
    setValue(at, 2, value2);
  }
}
