import { InputError, invalid } from "../../check/errors.ts";
import { lengthOf } from "../../check/given.ts";
import { integer, nonNegative, probability, readOptions } from "../check.ts";

/** How often each symbol was drawn. */
export interface CountOptions {
  /** One integer from 0 to 2^53-1 for each symbol, those that were not drawn too; not all 0; at most 1,000,000. */
  counts: ArrayLike<number>;
}

const MOST = 1_000_000;

interface Counted<T> {
  readonly read: T;
  readonly counts: Float64Array;
  /** n, the data points. */
  readonly total: number;
  /** m, the symbols. */
  readonly symbols: number;
}

function check<T extends CountOptions>(options: T, others: readonly string[] = []): Counted<T> {
  const read = readOptions(options, ["counts", ...others]);
  const symbols = lengthOf("counts", read.counts, "a list of integers");
  if (symbols > MOST) throw new InputError(`invalid counts: ${symbols} elements (at most ${MOST})`);
  const counts = new Float64Array(symbols);
  let total = 0;
  for (let i = 0; i < symbols; i++) {
    const count = read.counts[i];
    if (!(Number.isSafeInteger(count) && count >= 0)) integer(`counts[${i}]`, count, 0);
    counts[i] = count;
    total += count;
  }
  if (total === 0) throw invalid("counts", read.counts, "a sum above 0");
  return { read, counts, total, symbols };
}

/**
 * Maximum likelihood: the frequencies, c / n.
 *
 * @returns probabilities, in the order of the counts
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function maximumLikelihood(options: CountOptions): Float64Array {
  const { counts, total } = check(options);
  return counts.map((c) => c / total);
}

/**
 * Add-constant smoothing, (c + beta) / (n + m beta): Laplace's rule of succession for beta = 1, that of Krichevsky and
 * Trofimov for 1/2.
 *
 * @param options `counts`, and `beta`, a finite number, 0 or more
 * @returns probabilities, in the order of the counts
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Krichevsky and Trofimov (1981), IEEE Trans. Inf. Theory 27:199, doi:10.1109/TIT.1981.1056331
 */
export function addConstant(options: CountOptions & { beta: number }): Float64Array {
  const { read, counts, total, symbols } = check(options, ["beta"]);
  const { beta } = read;
  nonNegative("beta", beta);
  // Of a large beta the sum may leave the numbers.
  const share = uniformShare(total, symbols, beta);
  return counts.map((c) => (1 - share) * (c / total) + share / symbols);
}

/** The share of the uniform law in what adding a constant makes, m beta / (n + m beta). Internal. */
export const uniformShare = (samples: number, symbols: number, beta: number): number =>
  beta === 0 ? 0 : 1 / (1 + samples / symbols / beta);

/**
 * Shrinkage to the uniform law: (1 - share) c / n + share / m.
 *
 * @param options `counts`, and `share`, a number from 0 to 1
 * @returns probabilities, in the order of the counts
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function shrinkToUniform(options: CountOptions & { share: number }): Float64Array {
  const { read, counts, total, symbols } = check(options, ["share"]);
  const { share } = read;
  probability("share", share);
  return counts.map((c) => (1 - share) * (c / total) + share / symbols);
}

/**
 * Shrinkage to the uniform law by the share that the counts themselves suggest, in the manner of James and Stein:
 * (1 - sum q^2) / ((n - 1) sum (q - 1/m)^2) of the frequencies q, from 0 to 1; 1 for a single data point.
 *
 * @returns probabilities, in the order of the counts
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Hausser and Strimmer (2009), J. Mach. Learn. Res. 10:1469
 */
export function jamesStein(options: CountOptions): Float64Array {
  const { counts, total, symbols } = check(options);
  const q = counts.map((c) => c / total);
  const differing = 1 - q.reduce((sum, x) => sum + x * x, 0);
  const distance = (total - 1) * q.reduce((sum, x) => sum + (x - 1 / symbols) ** 2, 0);
  const share = distance > 0 ? Math.min(1, Math.max(0, differing / distance)) : 1;
  return q.map((x) => (1 - share) * x + share / symbols);
}

/**
 * Good and Turing's estimate of what was not seen: symbols that were not drawn share M = N_1 / n, N_1 those that were drawn
 * once, and the others have (1 - M) c / n. M is (n - 1) / n where all were drawn once at most, and 0 where none is missing.
 *
 * @returns probabilities, in the order of the counts
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Good (1953), Biometrika 40:237, doi:10.1093/biomet/40.3-4.237
 */
export function goodTuring(options: CountOptions): Float64Array {
  const { counts, total } = check(options);
  let once = 0;
  let unseen = 0;
  for (const c of counts) {
    if (c === 1) once++;
    if (c === 0) unseen++;
  }
  const missing = unseen === 0 ? 0 : Math.min(once, total - 1) / total;
  return counts.map((c) => (c === 0 ? missing / unseen : (1 - missing) * (c / total)));
}

/**
 * Absolute discounting: max(c - discount, 0) / n, and what is taken away goes to all symbols alike.
 *
 * @param options `counts`, and `discount`, a number from 0 to 1
 * @returns probabilities, in the order of the counts
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Ney, Essen and Kneser (1994), Computer Speech and Language 8:1, doi:10.1006/csla.1994.1001
 */
export function absoluteDiscounting(options: CountOptions & { discount: number }): Float64Array {
  const { read, counts, total, symbols } = check(options, ["discount"]);
  const { discount } = read;
  probability("discount", discount);
  const seen = counts.reduce((many, c) => (c > 0 ? many + 1 : many), 0);
  const given = (discount * seen) / total / symbols;
  return counts.map((c) => Math.max(c - discount, 0) / total + given);
}
