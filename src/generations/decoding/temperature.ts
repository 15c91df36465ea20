import { exp, log } from "../../kernels/math.ts";
import { largest, type Rule, reweigh } from "./rule.ts";

/** p^(1 / temperature), relative to the largest, whose power may leave the numbers. At the cost of the symbols alive. */
export const temperature =
  (value: number): Rule =>
  (shares) => {
    const most = largest(shares);
    reweigh(shares, (weight) => exp(log(weight / most) / value));
  };
