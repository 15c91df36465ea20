import type { Curation } from "../../kernels/fit.ts";
import { exp, log } from "../../kernels/math.ts";
import { type Rule, reweigh } from "./rule.ts";

// Steps in ln s; the integrand is analytic in a strip around it, so the trapezoidal rule is right to rounding.
const STEP = 0.2;
const FIRST = -45;
/** The pairs of so many different rewards cost less than the steps. */
const FEW = 300;
/** A reward that is further below the best counts as this far, as far as doubles can tell. */
const WIDEST = 700;

/**
 * Of K symbols drawn one is kept, with chances proportional to exp(reward): p(x) E[K e^r / (e^r + sum of K - 1 others)], by
 * 1/S = int exp(-s S) ds, for any K. It costs the symbols alive and, for each reward there is among them, some 300
 * exponentials and 5 more for every unit that the rewards are apart; for K = 2 and few rewards a division for every two.
 * Ferbach et al., arXiv:2407.09499
 */
export function curation({ choices, rewards }: Curation): Rule {
  const values = Float64Array.from(new Set(rewards)).sort();
  const places = new Map(Array.from(values, (value, place) => [value, place]));
  const placeOf = Uint32Array.from(rewards, (reward) => places.get(reward) as number);
  const mass = new Float64Array(values.length);
  const factor = new Float64Array(values.length);
  const weight = new Float64Array(values.length);
  const left = new Float64Array(values.length);
  const there = new Uint32Array(values.length);

  function pairs(many: number): void {
    for (let i = 0; i < many; ++i) {
      for (let j = 0; j < many; ++j) {
        factor[there[i]] += mass[there[j]] * ((2 * weight[i]) / (weight[i] + weight[j]));
      }
    }
  }

  function steps(many: number): void {
    const end = log(800 / weight[0]);
    for (let step = 0; FIRST + step * STEP < end; ++step) {
      const s = exp(FIRST + step * STEP);
      let one = 0;
      for (let i = 0; i < many; ++i) {
        left[i] = exp(-s * weight[i]);
        one += mass[there[i]] * left[i];
      }
      // Nothing more comes.
      if (one === 0) break;
      const others = s * exp((choices - 1) * log(one)) * (STEP * choices);
      // s is the largest of all, so what makes up for it comes first.
      for (let i = 0; i < many; ++i) factor[there[i]] += weight[i] * left[i] * others;
    }
  }

  return (shares) => {
    const { symbols, weights, living, total } = shares;
    mass.fill(0);
    for (let i = 0; i < living; ++i) mass[placeOf[symbols[i]]] += weights[i] / total;
    let many = 0;
    for (let j = 0; j < values.length; ++j) if (mass[j] > 0) there[many++] = j;
    // Among equals there is no choice.
    if (many === 1) return;
    const best = values[there[many - 1]];
    for (let i = 0; i < many; ++i) {
      weight[i] = exp(Math.max(values[there[i]] - best, -WIDEST));
      factor[there[i]] = 0;
    }
    if (choices === 2 && many <= FEW) pairs(many);
    else steps(many);
    reweigh(shares, (share, symbol) => share * factor[placeOf[symbol]]);
  };
}
