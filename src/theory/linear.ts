/** A square matrix as L and U in one, and the order its rows were taken in. */
export interface Factored {
  lines: Float64Array[];
  order: number[];
}

/** Gauss's elimination with the largest pivot of each column; the lines given are overwritten. */
export function factor(matrix: Float64Array[]): Factored {
  const lines = matrix.slice();
  const order = [...lines.keys()];
  const size = lines.length;
  for (let k = 0; k < size; ++k) {
    let best = k;
    for (let i = k + 1; i < size; ++i) if (Math.abs(lines[i][k]) > Math.abs(lines[best][k])) best = i;
    [lines[k], lines[best]] = [lines[best], lines[k]];
    [order[k], order[best]] = [order[best], order[k]];
    const pivot = lines[k];
    for (let i = k + 1; i < size; ++i) {
      const line = lines[i];
      if (line[k] === 0) continue;
      line[k] /= pivot[k];
      const scale = line[k];
      for (let j = k + 1; j < size; ++j) line[j] -= scale * pivot[j];
    }
  }
  return { lines, order };
}

/** The x with A x = right. */
export function solve({ lines, order }: Factored, right: Float64Array): Float64Array {
  const x = Float64Array.from(order, (i) => right[i]);
  const size = x.length;
  for (let i = 0; i < size; ++i) for (let j = 0; j < i; ++j) x[i] -= lines[i][j] * x[j];
  for (let i = size - 1; i >= 0; --i) {
    for (let j = i + 1; j < size; ++j) x[i] -= lines[i][j] * x[j];
    x[i] /= lines[i][i];
  }
  return x;
}
