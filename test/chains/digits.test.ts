// A half of a word decides as a whole threshold does: exactly, where it is the same as the threshold's upper bits.
import { describe, expect, it } from "vitest";
import { BUFFER, POSITION, Stream, WORDS } from "../../src/kernels/stream.ts";
import {
  drawLowest,
  drawRest,
  LEAST_LARGE,
  MOST_DIGITS,
} from "../../src/reference/chains/categorical/digits.ts";
import { drawByHalf, tableWith } from "../../src/reference/chains/short-tables.ts";
import { seedKey } from "../../src/seed.ts";

/** A stream whose next word has these upper 32 bits. */
function streamOf(high: number): Stream {
  const stream = new Stream(seedKey(1), seedKey(0));
  stream.u32[POSITION] = WORDS - 1;
  stream.u32[BUFFER + 2 * (WORDS - 1) + 1] = high;
  return stream;
}

describe("a draw by half a word", () => {
  const columns = 128;
  // 25 bits above, 28 below.
  const threshold = 0x123456 * 2 ** 28 + 0xabcdef7;
  const thresholds = new Float64Array(columns).fill(threshold);
  const table = tableWith({ thresholds, aliases: new Uint16Array(columns).fill(90) }, 1000);
  const drawn = (upper: number, more = 0) => drawByHalf(table, streamOf(more * 16), upper * columns + 5);

  it("needs no second word where the upper bits differ", () => {
    const stream = streamOf(0);
    expect(drawByHalf(table, stream, 0x123455 * columns + 5)).toBe(1005);
    expect(drawByHalf(table, stream, 0x123457 * columns + 5)).toBe(1090);
    expect(stream.u32[POSITION]).toBe(WORDS - 1);
  });

  it("compares a second word with the rest of the threshold where they are the same", () => {
    expect(drawn(0x123456, 0xabcdef6)).toBe(1005);
    expect(drawn(0x123456, 0xabcdef7)).toBe(1090);
    expect(drawn(0x123456, 0)).toBe(1005);
    expect(drawn(0x123456, 2 ** 28 - 1)).toBe(1090);
  });
});

describe("Poisson counts by digits", () => {
  // Means of one digit and of several, at the edges of the tables. Of 40,000 draws the average is within 5 standard errors,
  // sqrt(mean / 40,000) each, and the variance within 5 of sqrt(2 / 40,000) mean (1 + 1 / (4 mean)): alpha < 1e-5 in all.
  it.each([1, 31, 32, 33, 128, 160, 479, 480, 511, 512, 777, 8191, 8192, 16_383, 16_384])(
    "of mean %i",
    (mean) => {
      const stream = new Stream(seedKey("digits"), seedKey(mean));
      const draws = 40_000;
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < draws; ++i) {
        const lowest = drawLowest(stream, Math.min(mean, MOST_DIGITS));
        const difference = lowest + (mean >= LEAST_LARGE ? drawRest(stream, mean) : 0) - mean;
        sum += difference;
        squares += difference * difference;
      }
      expect(Math.abs(sum / draws)).toBeLessThan(5 * Math.sqrt(mean / draws));
      expect(Math.abs(squares / draws - mean)).toBeLessThan(5 * Math.sqrt((2 * mean * mean + mean) / draws));
    },
  );
});
