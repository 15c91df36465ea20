// The urn of the story: what is drawn, and the law beside it.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { urn } from "../../playground/src/engine/urn.ts";
import { BOUNDS } from "../../playground/src/story/address.ts";
import { placed } from "../../playground/src/story/placed.ts";
import { urnWords } from "../../playground/src/story/urn-words.ts";
import { sequence } from "../../src/index.ts";

const book = gunzipSync(
  readFileSync(new URL("../../build/corpus/moby-dick.txt.gz", import.meta.url)),
).toString();
const passage = book.split(/\n\s*\n/)[1].replaceAll(/\s+/g, " ");
const cut = sequence(passage);
const words = urnWords(
  placed(
    passage,
    Array.from(cut.tokens, (token) => cut.words[token]),
  ).map(({ text }) => [text]),
);
const counts = words.map(({ count }) => count);

describe("the urn", () => {
  it("has twelve balls of six words, as often as they are in the passage, for five generations", () => {
    expect(words.map(({ word, count }) => `${word} ${count}`)).toEqual([
      "whenever 4",
      "myself 2",
      "little 2",
      "time 2",
      "Ishmael 1",
      "ocean 1",
    ]);
    expect(new Set(words.map(({ word }) => word[0].toUpperCase())).size).toBe(words.length);
    expect(new Set(words.map(({ colour }) => colour)).size).toBe(words.length);
    expect(BOUNDS.balls).toBe(5 * counts.reduce((sum, count) => sum + count, 0));
  });

  it("is filled with copies of what was drawn, the same for a seed", () => {
    const { colours, places } = urn({ counts, seed: "a", generations: 5 });
    expect(colours[0]).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5]);
    for (let k = 1; k <= 5; ++k) expect(colours[k]).toEqual(places[k - 1].map((i) => colours[k - 1][i]));
    expect(urn({ counts, seed: "a", generations: 5 }).places).toEqual(places);
    expect(urn({ counts, seed: "b", generations: 5 }).places).not.toEqual(places);
  });

  it("keeps on average as many colours as the exact law says", () => {
    const seeds = 4000;
    const runs = Array.from({ length: seeds }, (_, seed) => urn({ counts, seed, generations: 5 }));
    for (let k = 1; k <= 5; ++k) {
      const left = runs.map(({ colours }) => new Set(colours[k]).size);
      const mean = left.reduce((sum, x) => sum + x, 0) / seeds;
      const variance = left.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (seeds - 1);
      // Five two-sided tests at 4.4 standard errors: α = 5e-5 together.
      expect(Math.abs(mean - runs[0].expected[k])).toBeLessThan(4.4 * Math.sqrt(variance / seeds));
    }
    expect(runs[0].expected[0]).toBe(words.length);
  });
});
