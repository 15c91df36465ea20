// What is read from the rows of trajectories that ran side by side; the numbers of neighbouring ones are `stride` bytes
// apart. Twin: src/kernels/tiles.ts.

/** Where `x operator value` holds, all bits set; the operators are numbered as in src/kernels/tiles.ts. */
// @ts-ignore: decorator
@inline
function compares(operator: i32, x: v128, value: v128): v128 {
  switch (operator) {
    case 0:
      return f64x2.ne(x, value);
    case 1:
      return f64x2.ge(x, value);
    case 2:
      return f64x2.le(x, value);
    case 3:
      return f64x2.gt(x, value);
    default:
      return f64x2.lt(x, value);
  }
}

/** How many of `count` numbers there are before the first for which it does not hold. */
export function holding(numbers: usize, count: i32, operator: i32, value: f64): i32 {
  const both = f64x2.splat(value);
  const end = numbers + (<usize>count << 3);
  let at = numbers;
  while (at + 8 < end && i64x2.all_true(compares(operator, v128.load(at), both))) at += 16;
  while (at < end && i64x2.all_true(compares(operator, f64x2.splat(load<f64>(at)), both))) at += 8;
  return <i32>((at - numbers) >> 3);
}

/** In how many of `tile` rows it holds for all of `many` values, at each of `count` places: to `out`. */
export function holds(
  rows: usize, stride: usize, tile: i32, count: i32, operator: i32, values: usize, many: i32, out: usize,
): void {
  const end = rows + (<usize>count << 3);
  // The last pair may reach past the end, where there is room to read and to write.
  for (; rows < end; rows += 16, out += 16) {
    let held = i64x2.splat(0);
    for (let t = 0, at = rows; t < tile; ++t, at += stride) {
      const x = v128.load(at);
      let all = i64x2.splat(-1);
      for (let v = 0; v < many; ++v) {
        all = v128.and(all, compares(operator, x, v128.load64_splat(values + (<usize>v << 3))));
      }
      held = i64x2.sub(held, all);
    }
    store<f64>(out, <f64>i64x2.extract_lane(held, 0));
    store<f64>(out, <f64>i64x2.extract_lane(held, 1), 8);
  }
}

/** The mean of `tile` rows and the sum of squared deviations from it, at each of `count` places. */
export function moments(
  rows: usize, stride: usize, tile: i32, count: i32, mean: usize, squares: usize,
): void {
  const end = rows + (<usize>count << 3);
  const many = f64x2.splat(<f64>tile);
  for (; rows < end; rows += 16, mean += 16, squares += 16) {
    const first = v128.load(rows);
    let sum = f64x2.splat(0.0);
    let square = sum;
    for (let t = 1, at = rows + stride; t < tile; ++t, at += stride) {
      const difference = f64x2.sub(v128.load(at), first);
      sum = f64x2.add(sum, difference);
      square = f64x2.add(square, f64x2.mul(difference, difference));
    }
    const shift = f64x2.div(sum, many);
    v128.store(mean, f64x2.add(first, shift));
    v128.store(squares, f64x2.sub(square, f64x2.mul(sum, shift)));
  }
}
