import { describe, expect, it } from "vitest";
import { Arena, type Block } from "../../src/wasm/arena.ts";
import { u8 } from "../../src/wasm/memory.ts";
import { instantiate } from "../../src/wasm/module.ts";
import fc from "../property.ts";

describe("an arena", () => {
  const arena = new Arena(instantiate());
  const first = arena.reserve(1);
  arena.release(first);

  it("hands out parts that no two share, and has all of them back at the end, whatever the order", () => {
    const steps = fc.array(fc.record({ bytes: fc.nat(5000), freed: fc.nat(20) }), { maxLength: 60 });
    const property = fc.property(steps, (all) => {
      const held: Block[] = [];
      for (const [i, { bytes, freed }] of all.entries()) {
        const block = arena.reserve(bytes);
        expect(block.at % 16).toBe(0);
        expect(block.size).toBeGreaterThanOrEqual(bytes);
        u8(arena.wasm, block.at, block.size).fill(i + 1);
        for (const { at, size } of held) {
          expect(at + size <= block.at || block.at + block.size <= at).toBe(true);
        }
        held.push(block);
        if (freed < held.length) arena.release(held.splice(freed, 1)[0]);
      }
      for (const block of held) arena.release(block);
      expect(arena.reserve(1)).toEqual(first);
      arena.release(first);
    });
    fc.assert(property, { seed: 1, numRuns: 200 });
  });

  it("uses what was given back before it grows", () => {
    const [hole, wall] = [arena.reserve(1000), arena.reserve(16)];
    arena.release(hole);
    const { byteLength } = arena.wasm.memory.buffer;
    expect(arena.reserve(100).at).toBe(hole.at);
    expect(arena.reserve(800).at).toBe(hole.at + 112);
    expect(arena.reserve(100).at).toBeGreaterThan(wall.at);
    expect(arena.wasm.memory.buffer.byteLength).toBe(byteLength);
  });

  it.each([
    [2 ** 32 - 100, 4096],
    // What 32 bits cut to a few bytes.
    [2 ** 32 + 16, 4097],
    [2 ** 40, 2 ** 20],
  ])("says in plain words that it has no %d bytes", (bytes, megabytes) => {
    const sentence = `out of memory: ${megabytes} MB more are needed`;
    expect(() => arena.reserve(bytes)).toThrow(new RangeError(sentence));
  });
});
