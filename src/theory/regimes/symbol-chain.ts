import type { Row } from "../binomial-row.ts";
import { addRow, binomial, CUT, hypergeometricRow, normalised, sumRow } from "./chain-rows.ts";
import type { Regime } from "./regime.ts";

/** The law of a symbol's count under multinomial sampling, generation by generation. */
export interface SymbolChain {
  /** Goes on to the next generation. */
  next(): void;
  /** Pr(the symbol is absent from the model), of the generation it is at. */
  absent(): number;
}

/** The chain of a symbol of probability p, before the first fit. Sizes are those of generation 1 for ever. */
export function chainOf(regime: Regime, p: number): SymbolChain {
  if (regime.name === "accumulate") return kept(regime, p);
  return regime.name === "accumulate-subsample"
    ? pooled(regime.size(1), p)
    : renewed(transitionsOf(regime, p), p);
}

/** All that real data have shown is there for ever, and nothing else. */
function kept({ byChance, size, real }: Regime, p: number): SymbolChain {
  const n = size(1);
  const r = real(n);
  const later = byChance ? without(n, (r / n) * p) : without(r, p);
  let lost = 0;
  let k = 0;
  return {
    next() {
      lost = k++ === 0 ? without(n, p) : lost * later;
    },
    absent: () => lost,
  };
}

// Out of 0 only what is new leads, which may be far rarer than what is left out elsewhere.
const cutAt = (count: number): number => (count === 0 ? 0 : CUT);

/** The chain of a count: among the data that the last generation made, or among all where the real ones are new. */
export interface Transitions {
  /** The largest count. */
  readonly size: number;
  /** The law of the next count. */
  row(count: number): Row;
  /** Real data that are not counted, and in which the symbol is not absent either. */
  readonly beside: number;
  /** Whether the count matters: not where the fit to it has no weight. */
  readonly matters: boolean;
}

export function transitionsOf(regime: Regime, p: number): Transitions {
  const { name, byChance, weight } = regime;
  const n = regime.size(1);
  const real = regime.real(n);
  const synthetic = n - real;
  if (byChance) {
    const share = (count: number): number => (real / n) * p + (synthetic / n) * (count / n);
    return { size: n, row: (count) => binomial(n, share(count), cutAt(count)), beside: 0, matters: true };
  }
  const some = binomial(real, p);
  const all = binomial(real, p, 0);
  const realsFor = (count: number): Row => (count === 0 ? all : some);
  if (name === "weighted") {
    const share = (r: number, count: number): number =>
      Math.min(1, (weight * r) / real + ((1 - weight) * count) / synthetic);
    return {
      size: synthetic,
      row: (count) => mixed(realsFor(count), (r) => binomial(synthetic, share(r, count)), synthetic),
      beside: weight === 0 ? 0 : real,
      matters: weight < 1,
    };
  }
  const row = (count: number): Row => binomial(synthetic, count / n);
  // A symbol that is in the kept set is never absent: the chain is that of one which is not.
  if (name === "fixed") return { size: synthetic, row, beside: real, matters: true };
  return { size: n, row: (count) => sumRow(realsFor(count), row(count)), beside: 0, matters: true };
}

/** Pr(none of so many real data points is the symbol). */
export const without = (points: number, p: number): number =>
  points === 0 ? 1 : Math.exp(points * Math.log1p(-p));

function renewed({ size, row, beside, matters }: Transitions, p: number): SymbolChain {
  const rows: Row[] = [];
  let law: Float64Array | undefined;
  return {
    next() {
      const into = new Float64Array(size + 1);
      if (law === undefined) addRow(into, binomial(size, p), 1);
      else
        for (let j = 0; j <= size; j++) {
          if (law[j] <= CUT) continue;
          rows[j] ??= row(j);
          addRow(into, rows[j], law[j]);
        }
      law = normalised(into);
    },
    absent: () => (law === undefined ? 0 : without(beside, p) * (matters ? law[0] : 1)),
  };
}

/** The law of what a real count makes of the next one. */
function mixed(reals: Row, rowOf: (real: number) => Row, size: number): Row {
  const mass = new Float64Array(size + 1);
  reals.mass.forEach((weight, i) => {
    addRow(mass, rowOf(reals.first + i), weight);
  });
  let last = size;
  while (last > 0 && mass[last] === 0) last--;
  return { first: 0, mass: mass.slice(0, last + 1) };
}

/** The count in the pool; of that, n are drawn, and n more are sampled from them. */
function pooled(n: number, p: number): SymbolChain {
  const rows: Row[] = [];
  let law: Float64Array | undefined;
  let pool = 0;
  return {
    next() {
      const into = new Float64Array(pool + n + 1);
      if (law === undefined) addRow(into, binomial(n, p), 1);
      else
        for (let held = 0; held <= pool; held++) {
          if (law[held] <= CUT) continue;
          const { first, mass } = hypergeometricRow(pool, held, n);
          for (let i = 0; i < mass.length; i++) {
            const drawn = first + i;
            rows[drawn] ??= binomial(n, drawn / n);
            addRow(into, rows[drawn], law[held] * mass[i], held);
          }
        }
      pool += n;
      law = normalised(into);
    },
    absent() {
      if (law === undefined) return 0;
      let sum = 0;
      for (let held = 0; held <= pool - n; held++) {
        if (law[held] <= CUT) continue;
        const { first, mass } = hypergeometricRow(pool, held, n);
        if (first === 0) sum += law[held] * mass[0];
      }
      return sum;
    },
  };
}
