/** Points of an interpolation: its error falls with this power of their distance. */
const WIDTH = 9;

/** The index of the value nearest to `x` in a rising list. */
export function nearest(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle;
    else high = middle;
  }
  return x - values[low] <= values[high] - x ? low : high;
}

/**
 * Adds to `row` the weights that the values at `nodes` have at `from + step`, times `scale`, in the polynomial
 * through the nine points around `centre`, or around the nearest of them. As the step is kept apart, the weights of
 * the other nodes keep their relative accuracy when `from` is a node and the step is tiny. A kernel that is narrow
 * beside the distance of the nodes should see a single polynomial: what matters is its second derivative.
 */
export function interpolate(
  nodes: Float64Array,
  from: number,
  step: number,
  scale: number,
  row: Float64Array,
  centre = nearest(nodes, from + step),
): void {
  const width = Math.min(WIDTH, nodes.length);
  const first = Math.max(0, Math.min(nodes.length - width, centre - (width >> 1)));
  for (let i = first; i < first + width; ++i) {
    let weight = scale;
    for (let j = first; j < first + width; ++j) {
      if (j !== i) weight *= (from - nodes[j] + step) / (nodes[i] - nodes[j]);
    }
    row[i] += weight;
  }
}
