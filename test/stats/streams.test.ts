import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { DRAWS, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { correlationTest, type Finding } from "./finding.ts";
import { ks } from "./ks.ts";
import { normalLaw, uniformLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("streams");

const uniforms = (seed: number, stream: number, draws = DRAWS) =>
  sample((out) => new Generator(seed, stream).uniform(out), draws);

const normals = (seed: number, stream: number) => sample((out) => new Generator(seed, stream).normal(out));

function pairs(a: Float64Array, b: Float64Array): Finding[] {
  const counts = new Float64Array(1024);
  for (let i = 0; i < a.length; ++i) counts[32 * Math.floor(32 * a[i]) + Math.floor(32 * b[i])] += 1;
  return [
    chiSquare(
      counts,
      counts.map(() => a.length / 1024),
    ),
    correlationTest("r", a, b, uniformLaw),
  ];
}

/** Of every 2 lag draws the first lag, and the other lag: no number is in two pairs. */
function alternate(x: Float64Array, lag: number): [Float64Array, Float64Array] {
  const whole = x.subarray(0, x.length - (x.length % (2 * lag)));
  return [whole.filter((_, i) => i % (2 * lag) < lag), whole.filter((_, i) => i % (2 * lag) >= lag)];
}

describe(`two long streams: ${LIMIT}`, () => {
  const last = 2 ** 53 - 1;
  it.each([
    ["streams 0 and 1", [100, 0], [100, 1]],
    ["streams 7 and 8", [101, 7], [101, 8]],
    ["streams 2^32 - 1 and 2^32", [102, 2 ** 32 - 1], [102, 2 ** 32]],
    ["streams 0 and 2^32", [103, 0], [103, 2 ** 32]],
    ["the last two streams", [104, last - 1], [104, last]],
    ["seeds 110 and 111", [110, 0], [111, 0]],
    ["seeds 2^32 - 1 and 2^32", [2 ** 32 - 1, 0], [2 ** 32, 0]],
    ["seeds 112 and 112 + 2^32", [112, 0], [112 + 2 ** 32, 0]],
    ["seed and stream changed over", [114, 115], [115, 114]],
    ["seed and stream changed over, and 1 off", [120, 122], [122, 121]],
  ])("%s", (name, [s, i], [t, j]) => {
    const a = uniforms(s, i);
    const b = uniforms(t, j);
    const [x, y] = [normals(s, i), normals(t, j)];
    ledger.accept(name, [
      ...pairs(a, b),
      correlationTest("r behind", a.subarray(0, -1), b.subarray(1), uniformLaw),
      correlationTest("r ahead", a.subarray(1), b.subarray(0, -1), uniformLaw),
      correlationTest("r of normals", x, y, normalLaw()),
    ]);
  });
});

describe(`many short streams, 10 draws of 10^5: ${LIMIT}`, () => {
  const LENGTH = 10;
  it.each<[string, (i: number) => [number, number]]>([
    ["streams i", (i) => [130, i]],
    ["streams 2^32 i", (i) => [131, 2 ** 32 * i]],
    ["streams 2^53 - 1 - i", (i) => [132, 2 ** 53 - 1 - i]],
    ["seeds i", (i) => [i, 133]],
    ["seeds 2^32 i", (i) => [2 ** 32 * i, 134]],
    ["seeds and streams i", (i) => [i, i + 1000]],
  ])("%s", (name, key) => {
    const rows = Array.from({ length: DRAWS / LENGTH }, (_, i) => uniforms(...key(i), LENGTH));
    const even = rows.filter((_, i) => i % 2 === 0);
    const odd = rows.filter((_, i) => i % 2 === 1);
    const join = (some: Float64Array[]) => Float64Array.from(some.flatMap((row) => [...row]));
    const all = join(rows);
    const lowest = new Float64Array(256);
    for (const row of rows) lowest[(row[0] * 2 ** 53) % 256] += 1;
    ledger.accept(name, [
      ...pairs(join(even), join(odd)),
      chiSquare(
        lowest,
        lowest.map(() => rows.length / 256),
        "first low bits",
      ),
      ks(
        Float64Array.from(rows, (row) => row[0]),
        uniformLaw,
      ),
      correlationTest("r", all.subarray(0, -LENGTH), all.subarray(LENGTH), uniformLaw),
      correlationTest("r in stream", ...alternate(all, 1), uniformLaw),
    ]);
  });
});

describe(`one stream: ${LIMIT}`, () => {
  // A word takes two of the four lanes; even words lanes 0 and 1, odd ones 2 and 3, and a refill makes 64 words.
  it.each([1, 2, 3, 4, 8, 32, 63, 64, 65])("lag %d", (lag) => {
    const x = uniforms(140 + lag, 0);
    ledger.accept(`lag ${lag}`, [
      ...pairs(...alternate(x, lag)),
      correlationTest("r, all pairs", x.subarray(0, -lag), x.subarray(lag), uniformLaw),
    ]);
  });

  it("lanes 0 and 1, 2 and 3, 0 and 2: low part of a word with its high part, and with that of the next", () => {
    const x = uniforms(300, 0);
    const low = x.map((u) => ((u * 2 ** 53) % 2 ** 21) / 2 ** 21 + 2 ** -22);
    const even = (a: Float64Array) => a.filter((_, i) => i % 2 === 0);
    const odd = (a: Float64Array) => a.filter((_, i) => i % 2 === 1);
    ledger.accept("lanes 0 and 1", pairs(even(low), even(x)));
    ledger.accept("lanes 2 and 3", pairs(odd(low), odd(x)));
    const other = uniforms(301, 0);
    const otherLow = other.map((u) => ((u * 2 ** 53) % 2 ** 21) / 2 ** 21 + 2 ** -22);
    ledger.accept("lanes 0 and 2", pairs(even(otherLow), odd(otherLow)));
    ledger.accept("lanes 1 and 3", pairs(even(other), odd(other)));
  });

  it("first p-values are uniform", () => ledger.close());
});
