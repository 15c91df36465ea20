import { fitOf, truthOf } from "../../kernels/few.ts";
import { log } from "../../kernels/math.ts";
import type { ScalarPlan } from "../../kernels/plans.ts";
import { type Sums, sumSquares } from "../../reference/chains/gaussian-samples.ts";
import { rootOfMore, rootOfTwo, stepLaw } from "../../reference/chains/gaussian-steps.ts";
import { buildZiggurat, ziggurat } from "../../reference/random/ziggurat.ts";
import { ownMoments } from "../estimators/own.ts";
import { type Few, few, type Parameters } from "./numbers.ts";

const MEAN = 1;
const STD = 2;
const LOG_STD = 4;

const sums: Sums = { mean: 0, squares: 0 };

export function gaussian(plan: ScalarPlan): Omit<Few, "thin"> {
  const { bySamples } = plan;
  const { less, shrink, target, temperature } = fitOf(plan);
  let prepared = 2;
  let law = stepLaw(prepared, 1);
  buildZiggurat();
  return {
    ...few(truthOf(plan)),
    isAhead: !bySamples,
    draw(stream, [mean, variance], n, out) {
      let [move, squares] = [0, 0];
      if (bySamples) {
        sumSquares(stream, n, sums);
        move = sums.mean;
        squares = sums.squares;
      } else if (n > 0) {
        move = ziggurat(stream) * (1 / Math.sqrt(n));
        if (n !== prepared) {
          law = stepLaw(n, 1);
          prepared = n;
        }
        const root = n === 1 ? 0 : n === 2 ? rootOfTwo(stream, law) : rootOfMore(stream, law);
        squares = root * root;
      }
      out.n = n;
      out.first = mean + Math.sqrt(variance) * move;
      out.second = variance * squares;
    },
    // T. F. Chan, G. H. Golub & R. J. LeVeque (1983), doi:10.1080/00031305.1983.10483115
    add(to, more) {
      const n = to.n + more.n;
      if (n === 0) return;
      const shift = more.first - to.first;
      to.first += shift * (more.n / n);
      to.second += more.second + shift * shift * (to.n * (more.n / n));
      to.n = n;
    },
    fit: plan.ownFit
      ? ownMoments(plan.ownFit)
      : ({ n, first, second }, out) => {
          out[0] = first;
          out[1] = (1 - shrink) * (second * (1 / (n - less))) + shrink * target;
        },
    ...(temperature !== 1 && {
      sharpen([mean, variance]: Parameters, out: Parameters) {
        out[0] = mean;
        out[1] = temperature * variance;
      },
    }),
    observe([mean, variance], wanted, mask, rows, out, stride) {
      if (!wanted) return;
      if (mask & MEAN) {
        rows[out] = mean;
        out += stride;
      }
      if (mask & STD) {
        rows[out] = Math.sqrt(variance);
        out += stride;
      }
      if (mask & LOG_STD) rows[out] = variance > 0 ? 0.5 * log(variance) : Number.NEGATIVE_INFINITY;
    },
  };
}
