// Logarithms of any size and as many digits as wanted, from whole numbers alone: what a kernel's doubles are held
// against where its numbers are too large for other laws.

/** 1, as the whole numbers below count. */
export const ONE = 1n << 200n;
const bits = (x: bigint) => BigInt(x.toString(2).length);

/** ln((1 + x) / (1 - x)), in units of 1 / ONE. */
function series(x: bigint): bigint {
  const square = (x * x) / ONE;
  let sum = 0n;
  for (let power = x, odd = 1n; power !== 0n; power = (power * square) / ONE, odd += 2n) sum += power / odd;
  return 2n * sum;
}

const LN_2 = series(ONE / 3n);

/** ln x of a fraction, in units of 1 / ONE. */
function ln(x: bigint): bigint {
  const shift = bits(x) - bits(ONE);
  const part = shift > 0n ? x >> shift : x << -shift;
  return series(((part - ONE) * ONE) / (part + ONE)) + shift * LN_2;
}

/** pi, by Machin's formula. */
const arctangent = (inverse: bigint) => {
  let sum = 0n;
  for (let power = ONE / inverse, odd = 1n; power !== 0n; power = -power / (inverse * inverse), odd += 2n)
    sum += power / odd;
  return sum;
};
const PI = 4n * (4n * arctangent(5n) - arctangent(239n));

/** B(2j) / (2j (2j - 1)) */
const STIRLING: [bigint, bigint][] = [
  [1n, 12n],
  [-1n, 360n],
  [1n, 1260n],
  [-1n, 1680n],
  [1n, 1188n],
  [-691n, 360360n],
  [1n, 156n],
];

/** ln n!, in units of 1 / ONE: to 30 digits and more. */
export function lnFactorial(n: bigint): bigint {
  if (n < 300n) {
    let product = 1n;
    for (let i = 2n; i <= n; ++i) product *= i;
    return ln(product * ONE);
  }
  let sum = n * ln(n * ONE) - n * ONE + ln(2n * n * PI) / 2n;
  for (let j = 0, power = n; j < STIRLING.length; ++j, power *= n * n) {
    const [over, under] = STIRLING[j];
    sum += (over * ONE) / (under * power);
  }
  return sum;
}
