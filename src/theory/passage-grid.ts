import { type Band, band, Chain } from "./absorbing.ts";
import { legendreRule } from "./gauss-rule.ts";
import { interpolate, nearest } from "./lagrange.ts";
import type { StepLaw } from "./passage-step.ts";

// A walk that ever comes so far above its start weighs e^-HEADROOM at most, E exp(walk) being at most 1: above,
// it is held at the top.
const HEADROOM = 24;

const LEGENDRE = legendreRule(10);

/** A walk on the half-line, ended where it steps below 0. */
interface Passage {
  readonly chain: Chain;
  /** The weights of the values at the nodes on average after one step from the start, with the mass that is left. */
  readonly start: Float64Array;
}

/**
 * Nodes from 0 up: close together at the boundary, where the probability of staying above bends on the scale of one
 * step; then in proportion to the height, and at last to its root, the width of the law when it comes down. At the top
 * they come closer again, to the scale on which the walk feels that it is held.
 */
function heights(sd: number, top: number, spacing: number): Float64Array {
  const nodes = [0];
  for (let x = 0; x < top; ) {
    x += spacing * Math.min(Math.hypot(sd, x), Math.max(1, Math.min(Math.sqrt(x), top - x)));
    nodes.push(Math.min(x, top));
  }
  return Float64Array.from(nodes);
}

/** The mean after a step from x, as weights of the nodes, where no step of any weight leads below 0. */
function free(law: StepLaw, nodes: Float64Array, x: number, row: Float64Array): void {
  const last = nodes.length - 1;
  const centre = nearest(nodes, x);
  const near = 1.5 * (nodes[Math.min(last, centre + 1)] - nodes[centre]);
  law.points.forEach((z, i) => {
    if (x + z >= nodes[last]) row[last] += law.weights[i];
    else if (Math.abs(z) < near) interpolate(nodes, x, z, law.weights[i], row, centre);
    else interpolate(nodes, x, z, law.weights[i], row);
  });
}

/** The same near the boundary: the density is integrated from node to node, above the top as well. */
function cut(law: StepLaw, nodes: Float64Array, x: number, row: Float64Array): void {
  const last = nodes.length - 1;
  const low = x + law.points[0];
  const high = x + law.points[law.points.length - 1];
  const piece = Math.min(law.sd, 0.5);
  for (let i = 0; i <= last; ++i) {
    const from = Math.max(low, nodes[i]);
    const to = Math.min(high, i < last ? nodes[i + 1] : high);
    if (from >= to) continue;
    const pieces = Math.ceil((to - from) / piece);
    const width = (to - from) / pieces;
    for (let j = 0; j < pieces; ++j) {
      for (let l = 0; l < LEGENDRE.points.length; ++l) {
        const y = from + (j + LEGENDRE.points[l]) * width;
        const mass = LEGENDRE.weights[l] * width * law.density(y - x);
        if (i === last) row[last] += mass;
        else interpolate(nodes, y, 0, mass, row);
      }
    }
  }
}

/** The chain of a walk that starts at `height`. */
export function passageGrid(law: StepLaw, height: number, spacing = 0.125): Passage {
  const nodes = heights(law.sd, height + HEADROOM, spacing);
  const lowest = law.points[0];
  const rows: Band[] = Array.from(nodes, (x, node) => {
    const row = new Float64Array(nodes.length);
    if (x + lowest > 0) {
      free(law, nodes, x, row);
      // The whole mass stays, so the weight of the node itself is 1 less the others.
      row[node] = 0;
      row[node] = -row.reduce((sum, weight) => sum + weight, 0);
    } else {
      cut(law, nodes, x, row);
      row[node] -= 1;
    }
    return band(row);
  });
  const start = new Float64Array(nodes.length);
  if (height + lowest > 0) free(law, nodes, height, start);
  else cut(law, nodes, height, start);
  return { chain: new Chain(rows), start };
}
