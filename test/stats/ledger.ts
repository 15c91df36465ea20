// Keeps the p-values of a file, judges them, and prints them.
import { expect } from "vitest";
import type { Finding } from "./finding.ts";
import { ks } from "./ks.ts";
import { uniformLaw } from "./laws.ts";

/** How many p-values each file asks for; each file's ledger holds it to that. */
const TESTS = {
  uniform: 55,
  "Box–Muller": 26,
  gamma: 49,
  poisson: 34,
  binomial: 177,
  multinomial: 86,
  hypergeometric: 68,
  streams: 122,
  "scalar chains": 242,
  ziggurat: 14,
  "categorical chains": 89,
  exponential: 12,
  beta: 28,
  trials: 31,
  choice: 13,
  "multivariate chains": 29,
};

/** The probability that a right library fails anywhere in this tier … */
const FAMILY = 0.01;
/** … is shared out by Bonferroni. The seeds are fixed, so it was tried once, and nothing is ever retried. */
export const ALPHA = FAMILY / Object.values(TESTS).reduce((a, b) => a + b);

export const LIMIT = `p >= ${ALPHA.toPrecision(2)} each: ${FAMILY} over all tests of the tier`;

export class Ledger {
  readonly #file: keyof typeof TESTS;
  readonly #rows: [string, string][] = [];
  readonly #heads: number[] = [];
  #tests = 0;

  constructor(file: keyof typeof TESTS) {
    this.#file = file;
  }

  /** Every finding must be likely enough. The first goes into the closing check, so cells must not share draws. */
  accept(cell: string, findings: Finding[]): void {
    this.#rows.push([cell, shown(findings)]);
    this.#tests += findings.length;
    if (!findings[0].coarse) this.#heads.push(findings[0].p);
    const unlikely = findings.filter(({ p }) => !(p >= ALPHA));
    expect(unlikely, `${cell}: ${shown(unlikely)}, limit ${ALPHA}`).toEqual([]);
  }

  /** Are the p-values of the cells uniform together? Sees what is a little wrong everywhere, or too good. */
  close(): void {
    const heads = Float64Array.from(this.#heads);
    this.accept(`all ${heads.length} first p-values uniform`, [ks(heads, uniformLaw)]);
    this.print();
    expect(this.#tests, `tests of ${this.#file}, to be stated in ledger.ts`).toBe(TESTS[this.#file]);
  }

  print(): void {
    const width = Math.max(...this.#rows.map(([cell]) => cell.length));
    const rows = this.#rows.map(([cell, text]) => `${cell.padEnd(width)}  ${text}`);
    console.log([`${this.#file}: test statistic p; ${this.#tests} tests, ${LIMIT}`, ...rows].join("\n"));
  }
}

/** Test, statistic and p-value of each; of many only the least likely. */
export function shown(findings: Finding[]): string {
  if (findings.length > 7) {
    const least = findings.reduce((a, b) => (b.p < a.p ? b : a));
    return `${shown([findings[0]])} | least likely of ${findings.length}: ${shown([least])}`;
  }
  return findings
    .map(({ test, statistic, p }) => `${test} ${statistic.toPrecision(4)} ${p.toPrecision(2)}`)
    .join(" | ");
}
