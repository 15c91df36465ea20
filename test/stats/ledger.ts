// Keeps the p-values of a file, judges them, and prints them.
import { expect } from "vitest";
import type { Finding } from "./finding.ts";
import { kolmogorov, ksDistance } from "./ks.ts";

/** How many p-values each file asks for; each file's ledger holds it to that. */
const TESTS = {
  laws: 0,
  uniform: 0,
  normal: 0,
  gamma: 0,
  poisson: 0,
  binomial: 0,
  multinomial: 0,
  streams: 0,
  "scalar chains": 0,
  "categorical chains": 0,
};

/** The probability that a right library fails anywhere in this tier … */
const FAMILY = 0.01;
/** … is shared out by Bonferroni. The seeds are fixed, so it was tried once, and nothing is ever retried. */
export const ALPHA = FAMILY / Object.values(TESTS).reduce((a, b) => a + b, 1);

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
    this.#rows.push([cell, describe(findings)]);
    this.#tests += findings.length;
    if (!findings[0].coarse) this.#heads.push(findings[0].p);
    const unlikely = findings.filter(({ p }) => !(p >= ALPHA));
    expect(unlikely, `${cell}: ${describe(unlikely)}, limit ${ALPHA}`).toEqual([]);
  }

  /** Are the p-values of the cells uniform together? Sees what is a little wrong everywhere, or too good. */
  close(): void {
    const n = this.#heads.length;
    const distance = ksDistance(Float64Array.from(this.#heads).sort(), (p) => p);
    const p = kolmogorov((Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance);
    this.accept(`all ${n} first p-values uniform`, [{ test: "KS", statistic: distance * Math.sqrt(n), p }]);
    this.print();
    expect(this.#tests, `tests of ${this.#file}, to be stated in ledger.ts`).toBe(TESTS[this.#file]);
  }

  print(): void {
    const width = Math.max(...this.#rows.map(([cell]) => cell.length));
    const rows = this.#rows.map(([cell, text]) => `${cell.padEnd(width)}  ${text}`);
    console.log([`${this.#file}: test statistic p; ${this.#tests} tests, ${LIMIT}`, ...rows].join("\n"));
  }
}

export function describe(findings: Finding[]): string {
  return findings
    .map(({ test, statistic, p }) => `${test} ${statistic.toPrecision(4)} ${p.toPrecision(2)}`)
    .join(" | ");
}
