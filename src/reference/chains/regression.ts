// Twin of assembly/chains/regression.ts.
import type { Chain } from "../../kernels/chain.ts";
import type { RegressionPlan } from "../../kernels/plans.ts";
import { popcount, REACH, widthOf } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { integerKey, type Key } from "../../seed.ts";
import { gamma } from "../random/gamma.ts";
import { buildZiggurat, ziggurat } from "../random/ziggurat.ts";

interface Trajectory {
  readonly stream: Stream;
  generation: number;
  distance: number;
  readonly walk: Float64Array;
  readonly inverses: Float64Array;
  readonly ratios: Float64Array;
}

const chi = (stream: Stream, degrees: number) => Math.sqrt(2 * gamma(stream, 0.5 * degrees));

/** Takes a trajectory through `generations`; the error of each goes to `rows`, from `at` on. */
type Advance = (
  trajectory: Trajectory,
  plan: RegressionPlan,
  generations: number,
  rows: Float64Array,
  at: number,
) => void;

function drawDesign(
  { stream, inverses, ratios }: Trajectory,
  { samples, dimension: d }: RegressionPlan,
): void {
  for (let i = 0; i < d; ++i) inverses[i] = 1 / chi(stream, samples - i);
  for (let i = 0; i < d - 1; ++i) ratios[i] = chi(stream, d - 1 - i) * inverses[i];
  ratios[d - 1] = 0;
}

const keptDesign: Advance = (trajectory, plan, generations, rows, at) => {
  const { stream, walk, inverses, ratios } = trajectory;
  const { dimension: d, noise } = plan;
  const accumulates = plan.regime !== undefined;
  if (trajectory.generation === 0 && generations > 0) drawDesign(trajectory, plan);
  for (let g = 0; g < generations; ++g) {
    trajectory.generation += 1;
    const scale = accumulates ? noise / trajectory.generation : noise;
    let x = 0;
    let error = 0;
    for (let i = d - 1; i >= 0; --i) {
      walk[i] += scale * ziggurat(stream);
      x = walk[i] * inverses[i] - ratios[i] * x;
      error += x * x;
    }
    rows[at + g] = error;
  }
};

const newDesigns: Advance = (trajectory, plan, generations, rows, at) => {
  const { stream } = trajectory;
  const { dimension: d, samples, noise } = plan;
  for (let g = 0; g < generations; ++g) {
    const scale = noise / chi(stream, samples - d + 1);
    const along = trajectory.distance + scale * ziggurat(stream);
    let error = along * along;
    if (d > 1) error += scale * scale * (2 * gamma(stream, 0.5 * (d - 1)));
    trajectory.distance = Math.sqrt(error);
    rows[at + g] = error;
  }
};

export function regressionChain(plan: RegressionPlan, seed: Key): Chain {
  const { dimension: d, fresh, mask } = plan;
  const observables = popcount(mask);
  const width = widthOf(plan);
  const rows = new Float64Array(width * REACH);
  const advance = fresh ? newDesigns : keptDesign;
  const list = () => new Float64Array(d);
  let running: Trajectory[] = [];
  buildZiggurat();
  return {
    width,
    reach: REACH,
    start(first, count) {
      running = Array.from({ length: count }, (_, i) => ({
        ...{ stream: new Stream(seed, integerKey(first + i)), generation: 0, distance: 0 },
        ...{ walk: list(), inverses: list(), ratios: list() },
      }));
    },
    advance(generations) {
      for (let i = 0; i < running.length; ++i) advance(running[i], plan, generations, rows, i * generations);
      return rows.subarray(0, running.length * observables * generations);
    },
    died: () => new Uint32Array(0),
  };
}
