import { expect, it } from "vitest";
import { BLOCK, blockOf, Moments } from "../../src/chunks/moments.ts";
import { Records } from "../../src/chunks/records.ts";
import { Generator } from "../../src/index.ts";
import fc from "../property.ts";

const ROWS = 1000;
const WIDTH = 3;
const rng = new Generator(7);
const UNIT = 2 ** 20;
/** [column][row], in whole units of 1 / UNIT. */
const table = rng
  .normal(new Float64Array(WIDTH * ROWS))
  .map((x, i) => Math.round((x + 1e6 * (i % 2)) * UNIT) / UNIT);

/** Blocks first, …, last - 1 of the table. */
function blocks(first: number, last: number): Moments {
  const moments = new Moments();
  for (let b = first; b < last; ++b) {
    moments.add(blockOf(table, WIDTH, ROWS, b * BLOCK, Math.min(BLOCK, ROWS - b * BLOCK), b));
  }
  return moments;
}

const chunkOf = (first: number, count: number) => {
  const rows = Array.from({ length: WIDTH }, (_, c) =>
    table.subarray(c * ROWS + first, c * ROWS + first + count),
  );
  return {
    first,
    count,
    raw: count,
    parts: [],
    records: { numbers: Float64Array.from(rows.flatMap((row) => [...row])), stride: count, at: 0 },
    times: new Float64Array(),
  };
};

it("agrees with two passes in long arithmetic", () => {
  const { mean, squares } = blocks(0, Math.ceil(ROWS / BLOCK)).total();
  for (let c = 0; c < WIDTH; ++c) {
    const whole = Array.from(table.subarray(c * ROWS, (c + 1) * ROWS), (x) => BigInt(x * UNIT));
    const sum = whole.reduce((a, b) => a + b);
    const deviations = whole.reduce((a, x) => a + (BigInt(ROWS) * x - sum) ** 2n, 0n);
    expect(Math.abs(mean[c] / (Number(sum) / ROWS / UNIT) - 1)).toBeLessThan(1e-14);
    expect(Math.abs(squares[c] / (Number(deviations / BigInt(ROWS) ** 2n) / UNIT ** 2) - 1)).toBeLessThan(
      1e-11,
    );
  }
});

it("has the same bits however the rows came in", () => {
  const { mean, squares } = blocks(0, Math.ceil(ROWS / BLOCK)).total();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 12, maxLength: 40 }), (sizes) => {
      const records = new Records(WIDTH, ROWS);
      const chunks = [];
      for (let first = 0, i = 0; first < ROWS; ++i) {
        const count = Math.min(sizes[i % sizes.length], ROWS - first);
        chunks.push(chunkOf(first, count));
        first += count;
      }
      for (const chunk of chunks.reverse()) records.add(chunk);
      expect(records.mean()).toEqual(mean);
      expect(records.sd()).toEqual(squares.map((x) => Math.sqrt(x / (ROWS - 1))));
    }),
  );
});

it("joins what was taken down elsewhere, from a block on, to the same bits", () => {
  const whole = blocks(0, Math.ceil(ROWS / BLOCK)).total();
  for (const cut of [1, 7, 16, 31]) {
    const joined = new Moments();
    for (const part of [...blocks(0, cut).parts, ...blocks(cut, Math.ceil(ROWS / BLOCK)).parts])
      joined.add(part);
    expect(joined.total()).toEqual(whole);
  }
});

it("has no deviation where all are equal", () => {
  const records = new Records(1, 77);
  records.add({
    first: 0,
    count: 77,
    raw: 77,
    parts: [],
    records: { numbers: new Float64Array(77).fill(0.1), stride: 77, at: 0 },
    times: new Float64Array(),
  });
  expect([...records.mean(), ...records.sd()]).toEqual([0.1, 0]);
});
