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

/** Where `x operator value` holds for all of four vectors at `at`. */
// @ts-ignore: decorator
@inline
function compareEight(operator: i32, at: usize, value: v128): v128 {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  switch (operator) {
    case 0:
      return v128.and(
        v128.and(f64x2.ne(a, value), f64x2.ne(b, value)),
        v128.and(f64x2.ne(c, value), f64x2.ne(d, value)),
      );
    case 1:
      return v128.and(
        v128.and(f64x2.ge(a, value), f64x2.ge(b, value)),
        v128.and(f64x2.ge(c, value), f64x2.ge(d, value)),
      );
    case 2:
      return v128.and(
        v128.and(f64x2.le(a, value), f64x2.le(b, value)),
        v128.and(f64x2.le(c, value), f64x2.le(d, value)),
      );
    case 3:
      return v128.and(
        v128.and(f64x2.gt(a, value), f64x2.gt(b, value)),
        v128.and(f64x2.gt(c, value), f64x2.gt(d, value)),
      );
    default:
      return v128.and(
        v128.and(f64x2.lt(a, value), f64x2.lt(b, value)),
        v128.and(f64x2.lt(c, value), f64x2.lt(d, value)),
      );
  }
}

/** How many of `count` numbers there are before the first for which it does not hold. */
function holding(numbers: usize, count: i32, operator: i32, value: f64): i32 {
  const both = f64x2.splat(value);
  const end = numbers + (<usize>count << 3);
  let at = numbers;
  // Most rows hold to their end, or not at all.
  while (at + 64 <= end && i64x2.all_true(compareEight(operator, at, both))) at += 64;
  while (at < end && i64x2.all_true(compares(operator, f64x2.splat(load<f64>(at)), both))) at += 8;
  return <i32>((at - numbers) >> 3);
}

/**
 * Of each of `tile` rows, how many of its `count` numbers there are before the first for which not all of `many` values
 * hold: to `held`; and in how many rows they do, at each place: to `counts`.
 */
export function watch(
  rows: usize,
  stride: usize,
  tile: i32,
  count: i32,
  operator: i32,
  values: usize,
  many: i32,
  held: usize,
  counts: usize,
): void {
  const end = counts + (<usize>count << 3);
  const one = f64x2.splat(1.0);
  memory.fill(counts, 0, (<usize>count + 1) << 3);
  let whole = 0;
  for (let t = 0; t < tile; ++t, rows += stride, held += 8) {
    let first = count;
    for (let v = 0; v < many; ++v) first = holding(rows, first, operator, load<f64>(values + (<usize>v << 3)));
    store<f64>(held, <f64>first);
    if (first == count) {
      ++whole;
      continue;
    }
    // The last pair may reach past the end, where there is room to read and to write.
    for (let at = rows, to = counts; to < end; at += 16, to += 16) {
      const x = v128.load(at);
      let all = one;
      for (let v = 0; v < many; ++v) {
        all = v128.and(all, compares(operator, x, v128.load64_splat(values + (<usize>v << 3))));
      }
      v128.store(to, f64x2.add(v128.load(to), all));
    }
  }
  const others = f64x2.splat(<f64>whole);
  for (let to = counts; to < end; to += 16) v128.store(to, f64x2.add(v128.load(to), others));
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
