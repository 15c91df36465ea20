import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { DRAWS } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("choice");
const STREAM = 15;

/** Counts outcomes, which are texts, against their probabilities. */
function outcomes(draw: () => string, probabilities: Record<string, number>, draws = DRAWS / 2) {
  const counts = new Map<string, number>();
  for (let i = 0; i < draws; ++i) {
    const outcome = draw();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  const names = Object.keys(probabilities);
  const others = [...counts.keys()].filter((name) => !names.includes(name));
  if (others.length > 0) throw new Error(`not among the outcomes: ${others.join(", ")}`);
  const observed = names.map((name) => counts.get(name) ?? 0);
  return [
    chiSquare(
      observed,
      names.map((name) => draws * probabilities[name]),
    ),
  ];
}

/** All orders of some letters, or of some of them, with the probability that each is drawn without replacement. */
function orders(weights: Record<string, number>, size: number, before = "", p = 1): [string, number][] {
  if (before.length === size) return [[before, p]];
  const left = Object.entries(weights).filter(([name, weight]) => weight > 0 && !before.includes(name));
  const total = left.reduce((sum, [, weight]) => sum + weight, 0);
  return left.flatMap(([name, weight]) => orders(weights, size, before + name, (p * weight) / total));
}

const same = { a: 1, b: 1, c: 1, d: 1, e: 1 };
const letters = Object.keys(same);

describe(`shuffle, permutation, choice, uint32, spawn: ${LIMIT}`, () => {
  it("shuffle and permutation give each order as often", () => {
    const rng = new Generator(0, STREAM);
    const all = Object.fromEntries(orders(same, 5));
    ledger.accept(
      "shuffle",
      outcomes(() => rng.shuffle([...letters]).join(""), all),
    );
    ledger.accept(
      "permutation",
      outcomes(() => rng.permutation(letters).join(""), all),
    );
  });

  it("choice, all the same", () => {
    const rng = new Generator(1, STREAM);
    const pairs = letters.flatMap((a) => letters.map((b) => [a + b, 1 / 25]));
    ledger.accept(
      "with replacement",
      outcomes(() => rng.choice(letters, 2).join(""), Object.fromEntries(pairs)),
    );
    const draw = () => rng.choice(letters, 3, { replace: false }).join("");
    ledger.accept("without", outcomes(draw, Object.fromEntries(orders(same, 3))));
  });

  it("choice by weight", () => {
    const rng = new Generator(2, STREAM);
    const weights = { a: 5, b: 0, c: 1, d: 3, e: 0.1 };
    const list = Object.values(weights);
    const pairs = letters.flatMap((a, i) => letters.map((b, j) => [a + b, (list[i] * list[j]) / 9.1 ** 2]));
    const draw = (replace: boolean) => () => rng.choice(letters, 2, { replace, weights: list }).join("");
    const there = pairs.filter(([, p]) => (p as number) > 0);
    ledger.accept("with replacement", outcomes(draw(true), Object.fromEntries(there)));
    ledger.accept("without", outcomes(draw(false), Object.fromEntries(orders(weights, 2))));
  });

  it("choice of 100,000 weights", () => {
    const weights = Float64Array.from({ length: 100_000 }, (_, i) => (i % 7 === 0 ? 0 : 1 / (i + 1)));
    const total = weights.reduce((sum, weight) => sum + weight);
    const counts = new Float64Array(weights.length);
    for (const place of new Generator(3, STREAM).choice(weights.length, DRAWS, { weights }))
      counts[place] += 1;
    ledger.accept("100,000 weights", [
      chiSquare(
        counts,
        weights.map((weight) => (DRAWS * weight) / total),
      ),
    ]);
  });

  it("uint32 has each byte as often", () => {
    const words = new Generator(4, STREAM).uint32(new Uint32Array(DRAWS));
    const findings = [0, 8, 16, 24].map((shift) => {
      const counts = new Float64Array(256);
      for (const word of words) counts[(word >>> shift) & 255] += 1;
      const expected = counts.map(() => DRAWS / 256);
      return chiSquare(counts, expected);
    });
    ledger.accept("bytes", findings);
  });

  it("generators that were spawned begin anywhere", () => {
    const counts = new Float64Array(1000);
    for (const rng of new Generator(5, STREAM).spawn(50_000)) counts[Math.floor(1000 * rng.uniform())] += 1;
    ledger.accept("spawn", [
      chiSquare(
        counts,
        counts.map(() => 50),
      ),
    ]);
  });

  it("first p-values are uniform", () => ledger.close());
});
