// The Cramér–von Mises distance of an empirical law from the true one, the integral of (F_k - F)^2 dF, exactly.
import type { Truth } from "../../kernels/densities.ts";
import { exp } from "../../kernels/math.ts";
import { normalSurvival } from "../../theory/normal.ts";
import type { Part } from "./density.ts";

/** The true distribution function, where it is continuous. */
function distribution({ uniform, weights, centres: [centres], stds }: Truth): (x: number) => number {
  if (uniform) return (x) => Math.min(1, Math.max(0, x));
  return (x) => {
    let sum = 0;
    for (let c = 0; c < weights.length; ++c)
      sum += weights[c] * normalSurvival((centres[c] - x) / stds[c], exp);
    return Math.min(1, sum);
  };
}

/** Calls back with each value of the estimate, in order, and the share of it that is behind that value. */
function walk(parts: readonly Part[], step: (x: number, share: number) => void): void {
  const lists = parts.map(({ cloud, weight }) => ({
    values: cloud.axes[0].slice(0, cloud.n).sort(),
    weight: weight / cloud.n,
    seen: 0,
  }));
  for (;;) {
    let next: (typeof lists)[number] | undefined;
    for (const list of lists) {
      if (list.seen === list.values.length) continue;
      if (!next || list.values[list.seen] < next.values[next.seen]) next = list;
    }
    if (!next) return;
    const x = next.values[next.seen++];
    let share = 0;
    for (const { weight, seen } of lists) share += weight * seen;
    step(x, share);
  }
}

const cube = (x: number): number => x * x * x;

export function cramerVonMises(truth: Truth): (parts: readonly Part[]) => number {
  if (!truth.uniform && truth.stds.every((std) => std === 0)) return fromPoints(truth);
  const at = distribution(truth);
  return (parts) => {
    let sum = 0;
    let share = 0;
    let from = 0;
    // Between two values F_k is constant, and F goes from one number to another.
    const till = (to: number): void => {
      sum += (cube(to - share) - cube(from - share)) / 3;
      from = to;
    };
    walk(parts, (x, after) => {
      till(at(x));
      share = after;
    });
    till(1);
    return Math.max(0, sum);
  };
}

function fromPoints({ centres: [centres] }: Truth): (parts: readonly Part[]) => number {
  const values = centres.slice().sort();
  const many = values.length;
  return (parts) => {
    let sum = 0;
    let j = 0;
    let share = 0;
    // Points that are equal have all of their mass at once.
    const till = (x: number): void => {
      while (j < many && values[j] < x) {
        let end = j + 1;
        while (end < many && values[end] === values[j]) ++end;
        const apart = share - end / many;
        sum += (end - j) * (apart * apart);
        j = end;
      }
    };
    walk(parts, (x, after) => {
      till(x);
      share = after;
    });
    till(Number.POSITIVE_INFINITY);
    return sum / many;
  };
}
