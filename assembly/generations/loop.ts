// draw -> train -> fit -> observe, one trajectory after another. Values of a trajectory: its parameters, then its pool.
import { trajectory } from "../chains/trajectory";
import { log } from "../math";
import { STREAM_BYTES } from "../random/stream";
import { buildZiggurat } from "../random/ziggurat";
import { GAUSSIAN } from "./family";
import { forgetSteps } from "./gaussian";
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

/**
 * Takes every trajectory through `generations`, of which the first is the first of all where `begins`; sizes[g] data
 * points are seen in generation g of these. rows[trajectory][observable][generation].
 */
export function generations(
  g: Generations, trajectories: usize, count: i32, generations: i32, sizes: usize, begins: bool, rows: usize,
): void {
  buildZiggurat();
  forgetSteps();
  const stride = <usize>generations << 3;
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    const fitted = changetype<Parameters>(s + STREAM_BYTES);
    const pool = changetype<Numbers>(s + STREAM_BYTES + offsetof<Parameters>());
    if (begins) {
      pool.n = 0.0;
      pool.first = 0.0;
      pool.second = 0.0;
    }
    for (let k = 0; k < generations; ++k) {
      let model = fitted;
      if (g.temperature != 1.0) {
        model = g.model;
        model.first = fitted.first;
        model.second = g.temperature * fitted.second;
      }
      train(g, s, model, load<f64>(sizes + (<usize>k << 3)), begins && k == 0, pool, fitted);
      observe(g, fitted, rows + (<usize>k << 3), stride);
    }
    rows += stride * <usize>popcnt(g.mask);
  }
}
