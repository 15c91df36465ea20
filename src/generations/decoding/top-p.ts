import { ROUNDING, type Rule } from "./rule.ts";
import { keepLargest, sorted } from "./top-k.ts";

/** The largest, as few as have the mass or more; of equals those of the lowest numbers. It sorts the symbols alive. */
export const topP =
  (mass: number): Rule =>
  (shares) => {
    const rising = sorted(shares);
    const enough = (mass - ROUNDING) * shares.total;
    let sum = 0;
    let k = 0;
    while (k < rising.length && (k === 0 || sum < enough)) sum += rising[rising.length - ++k];
    if (k < rising.length) keepLargest(shares, k, rising);
  };
