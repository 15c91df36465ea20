// Arrays of other kinds than doubles.
import { describe, expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { message } from "../message.ts";

describe("arrays", () => {
  it("floats hold doubles, rounded, whatever the length", () => {
    for (const length of [0, 1, 5, 4096, 10_000]) {
      const doubles = new Generator(3).normal(new Float64Array(length));
      expect(new Generator(3).normal(new Float32Array(length))).toEqual(Float32Array.from(doubles));
      const gammas = new Generator(4).gamma(0.5, 2, new Float64Array(length));
      expect(new Generator(4).gamma(0.5, 2, new Float32Array(length))).toEqual(Float32Array.from(gammas));
    }
  });

  it("uniform floats are below 1: doubles cut to 24 bits", () => {
    const floats = new Generator(1).uniform(new Float32Array(100_000));
    const doubles = new Generator(1).uniform(new Float64Array(100_000));
    expect(floats.every((x, i) => x <= doubles[i] && doubles[i] - x < 2 ** -24)).toBe(true);
  });

  it.each([
    [Int8Array, 100],
    [Uint8Array, 200],
    [Uint8ClampedArray, 200],
    [Int16Array, 30_000],
    [Uint16Array, 60_000],
    [Int32Array, 2e9],
    [Uint32Array, 4e9],
  ])("%o holds whole numbers", (Kind, high) => {
    const doubles = new Generator(5).integers(0, high, new Float64Array(5000));
    expect([...new Generator(5).integers(0, high, new Kind(5000))]).toEqual([...doubles]);
  });

  it("refuses an array that cannot hold what was drawn, and those of other kinds", () => {
    const rng = new Generator(1);
    const loose = rng as unknown as Record<string, (...args: unknown[]) => unknown>;
    expect(message(() => rng.poisson(1e6, new Uint8Array(5)))).toMatch(
      /^invalid out: a Uint8Array \(one that can hold \d+, which was drawn\)$/,
    );
    expect(message(() => rng.integers(-5, -4, new Uint32Array(1)))).toBe(
      "invalid out: a Uint32Array (one that can hold -5, which was drawn)",
    );
    const reals = "a Float64Array or Float32Array";
    expect(message(() => loose["normal"](new Int32Array(3)))).toBe(`invalid out: a typed array (${reals})`);
    expect(message(() => loose["beta"](1, 2, {}))).toBe(`invalid out: {} (${reals})`);
    const wholes = "a Float64Array, a Float32Array or an array of integers of up to 32 bits";
    expect(message(() => loose["poisson"](3, new BigInt64Array(3)))).toBe(
      `invalid out: a typed array (${wholes})`,
    );
    const gone = new Float32Array(3);
    structuredClone(gone, { transfer: [gone.buffer] });
    expect(message(() => rng.normal(gone))).toBe(`invalid out: a detached array (${reals})`);
  });
});
