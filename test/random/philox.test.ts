import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { philox } from "../../src/kernels/philox.ts";
import { u32 } from "../../src/wasm/memory.ts";
import { instantiate } from "../../src/wasm/module.ts";

/** Each line: four counter words, two key words, four words of the answer. */
const vectors = readFileSync(new URL("../vectors/philox4x32-10.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/\s+/).map((word) => Number.parseInt(word, 16)));

describe("Philox4x32-10", () => {
  it.each(vectors)("known answer %#", (c0, c1, c2, c3, k0, k1, ...expected) => {
    const twin = new Uint32Array(4);
    philox(c0, c1, c2, c3, k0, k1, twin, 0, 1);
    expect([...twin]).toEqual(expected);

    const wasm = instantiate();
    const at = wasm.reserve(16);
    wasm.philox(c0, c1, c2, c3, k0, k1, at, 4);
    expect([...u32(wasm, at, 4)]).toEqual(expected);
  });
});
