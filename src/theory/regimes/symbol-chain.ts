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
  if (regime.name === "accumulate") return kept(regime.size(1), p);
  return regime.name === "accumulate-subsample" ? pooled(regime.size(1), p) : renewed(regime, p);
}

/** All that was seen at first is there for ever, and nothing else. */
function kept(n: number, p: number): SymbolChain {
  let lost = 0;
  return {
    next() {
      lost = Math.exp(n * Math.log1p(-p));
    },
    absent: () => lost,
  };
}

/** The count among the data that the last generation made, or among all where the real ones are new. */
function renewed(regime: Regime, p: number): SymbolChain {
  const n = regime.size(1);
  const real = regime.real(n);
  const { name, byChance, weight } = regime;
  // Where the real data of a generation do not add to the count: they have their own weight, or are kept.
  const apart = name === "weighted" || name === "fixed";
  const counted = apart ? n - real : n;
  const reals = binomial(byChance ? 0 : real, p);
  const without = name === "fixed" || weight > 0 ? Math.exp(real * Math.log1p(-p)) : 1;
  const row = (count: number): Row => {
    if (byChance) return binomial(n, (real / n) * p + ((n - real) / n) * (count / n));
    if (name === "weighted")
      return mixed(
        reals,
        (r) => binomial(counted, Math.min(1, (weight * r) / real + ((1 - weight) * count) / counted)),
        counted,
      );
    const synthetic = binomial(n - real, count / n);
    // A symbol that is in the kept set is never absent: the chain is that of one which is not.
    return name === "fixed" ? synthetic : sumRow(reals, synthetic);
  };
  const rows: Row[] = [];
  let law: Float64Array | undefined;
  return {
    next() {
      const into = new Float64Array(counted + 1);
      if (law === undefined) addRow(into, binomial(counted, p), 1);
      else
        for (let j = 0; j <= counted; j++) {
          if (law[j] <= CUT) continue;
          rows[j] ??= row(j);
          addRow(into, rows[j], law[j]);
        }
      law = normalised(into);
    },
    absent: () => (law === undefined ? 0 : without * (weight === 1 ? 1 : law[0])),
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
