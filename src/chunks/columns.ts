/** A table of records: [observable][recorded][trajectory]. */
export interface Columns {
  readonly numbers: Float64Array;
  /** From a column to the next. */
  readonly stride: number;
  /** The place of the first trajectory in a column. */
  readonly at: number;
}

/** Copies `rows` rows, from its `from`th on, to another table, whose columns are `toStride` numbers long. */
export function copy(
  { numbers, stride, at: first }: Columns,
  from: number,
  rows: number,
  width: number,
  to: Float64Array,
  toStride: number,
  at: number,
): void {
  for (let c = 0; c < width; ++c) {
    const start = c * stride + first + from;
    to.set(numbers.subarray(start, start + rows), c * toStride + at);
  }
}
