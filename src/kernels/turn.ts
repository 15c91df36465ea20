// Cosines and sines by operations that every engine rounds alike, which those of Math are not.

/** A turn by an angle: where (1, 0) goes. */
export interface Turn {
  cosine: number;
  sine: number;
}

/** 1/3!, -1/5!, … and 1/4!, -1/6!, …: as far as matters up to an eighth of a turn. */
const SINE: number[] = [];
const COSINE: number[] = [];
for (let k = 2, factor = 1 / 2; k <= 16; k += 2) {
  const sign = k % 4 === 0 ? 1 : -1;
  if (k > 2) COSINE.push(sign * factor);
  factor /= k + 1;
  if (k < 16) SINE.push(sign * factor);
  factor /= k + 2;
}

const series = (coefficients: readonly number[], z: number): number => {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; --i) sum = coefficients[i] + z * sum;
  return sum;
};

/** Half of pi: its first 33 bits, of which a multiple that is not huge is exact, and what is left. */
const QUARTER = 1.5707963267341256;
const QUARTER_REST = 6.077100506506192e-11;

/** The turn by an angle whose size is below 10^5, to a few rounding errors. */
export function turnBy(angle: number, out: Turn): void {
  const quarters = Math.floor(angle / (QUARTER + QUARTER_REST) + 0.5);
  const t = angle - quarters * QUARTER - quarters * QUARTER_REST;
  const z = t * t;
  const sine = t + t * (z * series(SINE, z));
  const cosine = 1 - 0.5 * z + z * z * series(COSINE, z);
  const isOdd = (quarters & 1) !== 0;
  out.cosine = (((quarters + 1) & 2) !== 0 ? -1 : 1) * (isOdd ? sine : cosine);
  out.sine = ((quarters & 2) !== 0 ? -1 : 1) * (isOdd ? cosine : sine);
}
