// Estimators that a caller wrote.
import { InputError, invalid, thrown } from "../../check/errors.ts";
import { isBag, lengthOf, readFields } from "../../check/given.ts";
import type { OwnCountsFit, OwnMomentsFit } from "../../kernels/fit.ts";
import type { Numbers, Parameters } from "../families/numbers.ts";
import type { Estimator } from "./estimator.ts";

const FINITE = "a finite number, 0 or above";

/** Probabilities up to a factor, one for each symbol. */
export const ownCounts =
  (estimate: OwnCountsFit): Estimator =>
  ({ counts, symbols, size, n }, out) => {
    const many = counts.length;
    const allowed = `a list of ${many} numbers, one for each symbol, not all 0`;
    const given = called(() => estimate(counts.slice(), n));
    const length = lengthOf("estimator()", given, allowed);
    if (length !== many) throw new InputError(`invalid estimator(): ${length} elements (${allowed})`);
    const shares = new Float64Array(many);
    let total = 0;
    for (let i = 0; i < many; ++i) {
      const share = given[i];
      if (!(Number.isFinite(share) && share >= 0)) throw invalid(`estimator()[${i}]`, share, FINITE);
      shares[i] = share;
      total += share;
    }
    if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
      throw new InputError(`invalid estimator(): a sum of ${total} (${allowed})`);
    }
    out.clear(1 / total);
    // Those in the data are listed first, even one that is given nothing.
    for (let i = 0; i < size; ++i) out.add(symbols[i], shares[symbols[i]]);
    out.seen = size;
    for (let i = 0; i < many; ++i) if (counts[i] === 0 && shares[i] > 0) out.add(i, shares[i]);
  };

const MOMENTS = "an object with mean and std";

export const ownMoments =
  (estimate: OwnMomentsFit) =>
  ({ n, first, second }: Numbers, out: Parameters): void => {
    const given = called(() => estimate({ n, mean: first, squares: second }));
    if (!isBag(given)) throw invalid("estimator()", given, MOMENTS);
    const { mean, std } = readFields(given, ["mean", "std"]);
    if (!Number.isFinite(mean)) throw invalid("estimator().mean", mean, "a finite number");
    if (!(Number.isFinite(std) && std >= 0)) throw invalid("estimator().std", std, FINITE);
    out[0] = mean;
    out[1] = std * std;
  };

function called<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new InputError(`invalid estimator(): it threw ${thrown(error)} (it has to return)`, {
      cause: error,
    });
  }
}
