// Kernel density estimates, and with a kernel of no width empirical laws: what is fitted are the data points themselves.
import { bandwidthOf } from "../../kernels/densities.ts";
import type { Fills } from "../../kernels/fills.ts";
import type { DensitiesPlan } from "../../kernels/plans.ts";
import type { RegimeName } from "../../kernels/regime.ts";
import { type Cloud, emptyCloud, join, swap, thin } from "../densities/cloud.ts";
import { averageWith, type Density, partsOf, trueDensity } from "../densities/density.ts";
import { densityDrawer } from "../densities/draw.ts";
import { measures } from "../densities/measures.ts";
import type { Family } from "./family.ts";

export function densities(plan: DensitiesPlan, regime: RegimeName, draws: Fills): Family<Cloud, Density> {
  const { truth, bandwidth } = plan;
  const { dimension } = truth;
  const observe = measures(plan);
  return {
    statistic: () => emptyCloud(dimension),
    parameters: () => trueDensity(dimension),
    clear(cloud) {
      cloud.n = 0;
    },
    draw: densityDrawer(truth, draws),
    add: join,
    thin,
    fit(cloud, out) {
      const [part, second] = out.parts;
      out.isTruth = false;
      part.width = bandwidthOf(bandwidth, cloud.n, dimension);
      part.weight = 1;
      second.weight = 0;
      // A pool is added to: its points are lent. All others are drawn anew.
      if (regime === "accumulate") {
        part.cloud.n = cloud.n;
        part.cloud.axes = cloud.axes;
      } else swap(cloud, part.cloud);
    },
    average: averageWith,
    // Only the true law is ever copied, to begin with.
    copy(to, from) {
      to.isTruth = from.isTruth;
    },
    observe(fitted, wanted, mask, rows, out, stride) {
      if (wanted) observe(partsOf(fitted), wanted, mask, rows, out, stride);
    },
  };
}
