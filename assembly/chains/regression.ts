// Steps of linear regression in the laws that they have, where rows of standard normals make them alike in all directions.
// Fixed design: w moves by noise R^-1 z (accumulate: by a k-th of that), X = Q R with one X for a trajectory. X can be
// turned from both sides until R is bidiagonal, its entries independent chi variates; z and |w| do not notice.
// I. Dumitriu & A. Edelman (2002), https://doi.org/10.1063/1.1507823
// Fresh design: R^-1 z is a normal vector over an independent chi variate. Only its part along w has a direction.
// Values of a trajectory: generation; |w|. Its lists: R^-T w before the division by R, 1 / R_ii, R_i,i+1 / R_ii.
import { gamma } from "../random/gamma";
import { buildZiggurat, fillZiggurat, ziggurat } from "../random/ziggurat";
import { getValue, setValue, trajectory } from "./trajectory";

/** Numbers of `normals`, the most coefficients and more. */
export const NORMALS: i32 = 256;

// @ts-ignore: decorator
@inline
function chi(s: usize, degrees: f64): f64 {
  return sqrt(2.0 * gamma(s, 0.5 * degrees));
}

function drawDesign(s: usize, samples: f64, d: i32, walk: usize): void {
  const size = <usize>d << 3;
  const inverses = walk + size;
  const ratios = inverses + size;
  memory.fill(walk, 0, size);
  for (let i = 0; i < d; ++i) store<f64>(inverses + (<usize>i << 3), 1.0 / chi(s, samples - <f64>i));
  for (let i = 0; i < d - 1; ++i) {
    const at = <usize>i << 3;
    store<f64>(ratios + at, chi(s, <f64>(d - 1 - i)) * load<f64>(inverses + at));
  }
  store<f64>(ratios + size - 8, 0.0);
}

/** A fit to all data so far moves by a part of what one to a generation's would. */
// @ts-ignore: decorator
@inline
function noiseOf(accumulates: bool, noise: f64, generation: f64): f64 {
  return accumulates ? noise / generation : noise;
}

/** The generations of one trajectory that labels the same rows in all of them. */
function keptDesign(
  s: usize, generations: i32, rows: usize, samples: f64, d: i32, noise: f64,
  accumulates: bool, walk: usize, normals: usize,
): void {
  let generation = getValue(s, 0);
  if (generation == 0.0 && generations > 0) drawDesign(s, samples, d, walk);
  const size = <usize>d << 3;
  const ahead = NORMALS / d;
  while (generations > 0) {
    const steps = min(ahead, generations);
    fillZiggurat(s, normals, steps * d);
    let z = normals;
    if (size == 8) {
      // By the same operations, without their way through memory.
      let w = load<f64>(walk);
      const factor = load<f64>(walk, 8);
      for (const end = normals + (<usize>steps << 3); z < end; z += 8, rows += 8) {
        generation += 1.0;
        w += noiseOf(accumulates, noise, generation) * load<f64>(z);
        const x = w * factor;
        store<f64>(rows, x * x);
      }
      store<f64>(walk, w);
      generations -= steps;
      continue;
    }
    for (let step = 0; step < steps; ++step, rows += 8) {
      generation += 1.0;
      const scale = noiseOf(accumulates, noise, generation);
      let x = 0.0;
      let error = 0.0;
      for (let at = walk + size - 8; at >= walk; at -= 8, z += 8) {
        const moved = load<f64>(at) + scale * load<f64>(z);
        store<f64>(at, moved);
        x = moved * load<f64>(at + size) - load<f64>(at + 2 * size) * x;
        error += x * x;
      }
      store<f64>(rows, error);
    }
    generations -= steps;
  }
  setValue(s, 0, generation);
}

/** The generations of one trajectory that draws new rows in each. */
function newDesigns(s: usize, generations: i32, rows: usize, samples: f64, d: i32, noise: f64): void {
  const across = 0.5 * <f64>(d - 1);
  let distance = getValue(s, 1);
  for (let g = 0; g < generations; ++g, rows += 8) {
    const scale = noise / chi(s, samples - <f64>d + 1.0);
    const along = distance + scale * ziggurat(s);
    let error = along * along;
    if (d > 1) error += scale * scale * (2.0 * gamma(s, across));
    distance = sqrt(error);
    store<f64>(rows, error);
  }
  setValue(s, 1, distance);
}

/** Takes every trajectory through `generations`; rows[trajectory][generation] = |w|^2, of `d` coefficients. */
export function regression(
  trajectories: usize,
  count: i32,
  generations: i32,
  rows: usize,
  samples: f64,
  d: i32,
  noise: f64,
  fresh: bool,
  accumulates: bool,
  lists: usize,
  normals: usize,
): void {
  buildZiggurat();
  for (let i = 0; i < count; ++i) {
    const s = trajectory(trajectories, i);
    if (fresh) newDesigns(s, generations, rows, samples, d, noise);
    else keptDesign(s, generations, rows, samples, d, noise, accumulates, lists + 24 * <usize>(i * d), normals);
    rows += <usize>generations << 3;
  }
}
