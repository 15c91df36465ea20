// The mean characteristic function of estimates over generations, and the mean of its squared modulus.
//
// With phi that of the true law and p = |phi|^2, both are known by three numbers at each distance t from the origin:
// E g = mean phi and E |g|^2 = own + true p. Those of a kernel depend on no more than t either.
import { lastOf } from "../check.ts";
import { type Regime, regimeOf } from "../regimes/regime.ts";
import type { Estimates } from "./moments.ts";

/** At every place t of a rule. */
export interface Characteristic {
  readonly mean: Float64Array;
  readonly own: Float64Array;
  readonly true: Float64Array;
}

interface Place {
  mean: number;
  own: number;
  true: number;
  /** Of all data that are kept, without a kernel; of the product with that of the fixed data, likewise. */
  poolMean: number;
  poolOwn: number;
  poolTrue: number;
  /** That of the kernel of the last fit. */
  kernel: number;
}

/** E |e|^2 of r real points and n - r of an estimate; `own` and `true` are those of the product with the real ones. */
function joined(place: Place, n: number, r: number, own: number, real: number): [own: number, true: number] {
  const s = n - r;
  const square = n * n;
  return [
    (n + 2 * r * s * own + s * (s - 1) * place.own) / square,
    (r * (r - 1) + 2 * r * s * real + s * (s - 1) * place.true) / square,
  ];
}

/** The same of n points of which r are real, by chance or not, and new. */
function batch(place: Place, { byChance }: Regime, n: number, r: number): [own: number, true: number] {
  const { mean } = place;
  if (!byChance) return joined(place, n, r, 0, mean);
  const [alpha, b] = [r / n, 1 - r / n];
  return [
    1 / n + (1 - 1 / n) * b * b * place.own,
    (1 - 1 / n) * (alpha * alpha + 2 * alpha * b * mean + b * b * place.true),
  ];
}

function renew(place: Place, regime: Regime, n: number, c: number): void {
  const r = regime.real(n);
  const { mean } = place;
  const s = n - r;
  if (regime.name === "fixed" && r > 0) {
    const [own, real] = joined(place, n, r, place.poolOwn, place.poolTrue);
    place.own = c * c * own;
    place.true = c * c * real;
    place.poolOwn = (c * (1 + s * place.poolOwn)) / n;
    place.poolTrue = (c * (r - 1 + s * place.poolTrue)) / n;
  } else {
    const [own, real] = batch(place, regime, n, r);
    place.own = c * c * own;
    place.true = c * c * real;
  }
  place.mean = (c * (r + s * mean)) / n;
}

function average(
  place: Place,
  { weight: w }: Regime,
  r: number,
  s: number,
  real: number,
  other: number,
): void {
  const [a, b] = [w * real, (1 - w) * other];
  const { mean } = place;
  place.own = (a * a) / r + b * b * (1 / s + (1 - 1 / s) * place.own);
  place.true = a * a * (1 - 1 / r) + 2 * a * b * mean + b * b * (1 - 1 / s) * place.true;
  place.mean = a + b * mean;
}

/** `before` points are kept, and n more come to them; `part` of all of these makes a fit, or all. */
function keep(place: Place, regime: Regime, before: number, n: number, c: number, part: boolean): void {
  const r = regime.real(n);
  const s = n - r;
  const pool = before + n;
  const square = pool * pool;
  const [own, real] = batch(place, regime, n, r);
  // The estimate is the pool's, or on average as that is, smeared.
  const old = before * before + 2 * before * s * place.kernel;
  place.poolOwn = (old * place.poolOwn + n * n * own) / square;
  place.poolTrue = (old * place.poolTrue + 2 * before * r * place.poolMean + n * n * real) / square;
  place.poolMean = (before * place.poolMean + r + s * place.mean) / pool;
  // Of n of them, drawn without replacement.
  const drawn = part && pool > n ? (1 - 1 / n) / (pool - 1) : 0;
  place.own = c * c * (drawn > 0 ? 1 / n + drawn * (pool * place.poolOwn - 1) : place.poolOwn);
  place.true = c * c * (drawn > 0 ? drawn * pool * place.poolTrue : place.poolTrue);
  place.mean = c * place.poolMean;
  place.kernel = c;
}

/** One generation after another, each told of with what it is at all places. */
export function characteristics(
  t: Float64Array,
  estimates: Estimates,
  tell: (generation: number, at: Characteristic) => void,
): void {
  const regime = regimeOf(estimates.regime, estimates.samples);
  const places = Array.from(
    t,
    (): Place => ({
      mean: 1,
      own: 0,
      true: 1,
      poolMean: 0,
      poolOwn: 0,
      poolTrue: fixedStart(regime),
      kernel: 1,
    }),
  );
  const kernelOf = kernels(t, estimates);
  const wanted = new Set(estimates.generations);
  const last = lastOf(estimates.generations);
  let pool = 0;
  for (let k = 1; k <= last; ++k) {
    const n = regime.size(k);
    const r = regime.real(n);
    const isKept = regime.name === "accumulate" || regime.name === "accumulate-subsample";
    const part = regime.name === "accumulate-subsample";
    const c = kernelOf(regime.name === "accumulate" ? pool + n : regime.name === "weighted" ? n - r : n);
    const real = regime.name === "weighted" ? kernelOf(r) : c;
    for (let i = 0; i < places.length; ++i) {
      if (isKept) keep(places[i], regime, pool, n, c[i], part);
      else if (regime.name === "weighted") average(places[i], regime, r, n - r, real[i], c[i]);
      else renew(places[i], regime, n, c[i]);
    }
    pool += n;
    if (!wanted.has(k)) continue;
    const row = (of: (place: Place) => number) => Float64Array.from(places, of);
    tell(k, { mean: row(({ mean }) => mean), own: row(({ own }) => own), true: row((place) => place.true) });
  }
}

/** The product of the fixed data with the true law begins as p. */
const fixedStart = ({ name }: Regime): number => (name === "fixed" ? 1 : 0);

/** The kernel's at all places, for so many points; the last two are remembered. */
function kernels(t: Float64Array, { bandwidth }: Estimates): (points: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (points) => {
    const h = bandwidth(points);
    let made = known.get(h);
    if (!made) {
      if (known.size > 1) known.clear();
      made = t.map((x) => Math.exp(-(h * h * x * x) / 2));
      known.set(h, made);
    }
    return made;
  };
}
