// draw -> train -> fit -> observe. Values of a trajectory: its parameters, then its pool.
import { trajectory } from "../chains/trajectory";
import { log } from "../math";
import { STREAM_BYTES } from "../random/stream";
import { buildZiggurat } from "../random/ziggurat";
import { AHEAD_BYTES, drawReals, drawSteps, isAhead, togetherWith } from "./ahead";
import { GAUSSIAN } from "./family";
import { forgetSteps } from "./gaussian";
import { trainAhead } from "./gaussian-ahead";
import { train } from "./regimes";
import { Generations, Numbers, Parameters } from "./state";

const MEAN = 1;
const STD = 2;
const LOG_STD = 4;

function observe(g: Generations, fitted: Parameters, out: usize, stride: usize): void {
  const mask = g.mask;
  if (g.family != GAUSSIAN) {
    if (mask) store<f64>(out, fitted.first);
    return;
  }
  if (mask & MEAN) {
    store<f64>(out, fitted.first);
    out += stride;
  }
  if (mask & STD) {
    store<f64>(out, sqrt(fitted.second));
    out += stride;
  }
  if (mask & LOG_STD) store<f64>(out, fitted.second > 0.0 ? 0.5 * log(fitted.second) : -Infinity);
}

/** Takes a trajectory through a generation of n data points. */
function step(g: Generations, s: usize, n: f64, isFirst: bool): void {
  const fitted = changetype<Parameters>(s + STREAM_BYTES);
  const pool = changetype<Numbers>(s + STREAM_BYTES + offsetof<Parameters>());
  if (isFirst) {
    pool.n = 0.0;
    pool.first = 0.0;
    pool.second = 0.0;
  }
  let model = fitted;
  if (g.temperature != 1.0) {
    model = g.model;
    model.first = fitted.first;
    model.second = g.temperature * fitted.second;
  }
  train(g, s, model, n, isFirst, pool, fitted);
}

/** Whether steps are drawn ahead. In the first generation other draws may come before. */
function hasSteps(g: Generations, generation: i32): bool {
  return g.ahead && g.family == GAUSSIAN && generation > 1;
}

/**
 * Takes every trajectory through `generations`, of which the first is number `first` of all; sizes[g] data points are
 * seen in generation g of these. rows[trajectory][observable][generation]. The trajectories take turns: the processor
 * works on the next one's generation while one's is under way.
 */
export function generations(
  g: Generations, trajectories: usize, count: i32, generations: i32, sizes: usize, first: i32, rows: usize,
): void {
  buildZiggurat();
  const stride = <usize>generations << 3;
  const block = stride * <usize>popcnt(g.mask);
  const reals = g.ahead && isAhead(g);
  const bits: usize = g.family == GAUSSIAN && g.realShare == 0.0 ? 4 : 3;
  for (let k = 0; k < generations; ) {
    const together = togetherWith(first + k);
    const place = (first + k) & (together - 1);
    const begin = k;
    const end = min(generations, k + together - place);
    const steps = hasSteps(g, first + k);
    const n = load<f64>(sizes + (<usize>k << 3));
    if (reals && place == 0) drawReals(g, trajectories, count, together, n);
    if (steps) drawSteps(g, trajectories, count, place, end - k, n);
    forgetSteps();
    for (; k < end; ++k) {
      const at = rows + (<usize>k << 3);
      const size = load<f64>(sizes + (<usize>k << 3));
      if (steps) trainAhead(g, trajectories, count, size, place + k - begin, k - begin);
      for (let i = 0; i < count; ++i) {
        const s = trajectory(trajectories, i);
        if (!steps) {
          g.real = reals ? g.reals + <usize>i * AHEAD_BYTES + (<usize>(place + k - begin) << bits) : 0;
          step(g, s, size, first + k == 1);
        }
        observe(g, changetype<Parameters>(s + STREAM_BYTES), at + <usize>i * block, stride);
      }
    }
  }
}
