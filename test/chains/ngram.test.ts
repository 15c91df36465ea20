// What an n-gram model may and may not generate, and how often. The statistical tests reject a right one with
// probability α = 0.001 each, once and for all: their seeds are fixed.
import { describe, expect, it } from "vitest";
import { categorical, ngram, simulate } from "../../src/index.ts";
import { log } from "../../src/kernels/math.ts";
import type { NgramOptions } from "../../src/models/ngram.ts";
import { ngramDefinition } from "../../src/models/ngram.ts";
import { seedKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { chiSquare, chiSquareTwo } from "../stats/chi-square.ts";

const ALPHA = 0.001;

/** A text that ends as it begins, so that everything in it has something after it, up to order 9. */
const loop = Uint32Array.from({ length: 308 }, (_, i) =>
  Math.floor(12 * (((i % 300) ** 2 * 0.618034) % 1) ** 2),
);

/** The text of one generation. */
function textOf(options: NgramOptions, generation: number, seed = 1): number[] {
  const chain = wasmKernels().chain(ngramDefinition.plan(ngram(options), 0, 0), seedKey(seed));
  chain.start(0, 1);
  chain.advance(generation, new Uint8Array(chain.reach));
  return [...chain.text!()];
}

const windows = (text: ArrayLike<number>, length: number) =>
  Array.from({ length: text.length - length + 1 }, (_, i) =>
    Array.from(text)
      .slice(i, i + length)
      .join(),
  );

describe("stream", () => {
  it.each([1, 2, 3, 5, 9])(
    "order %i: every n-gram is one of the training text, but across the three seams",
    (order) => {
      const known = new Set(windows(loop, order));
      const text = textOf({ tokens: loop, order, samples: 1000 }, 1);
      expect(text).toHaveLength(1000);
      const seams = [250, 500, 750];
      for (const [i, window] of windows(text, order).entries()) {
        if (seams.some((seam) => i < seam && seam < i + order)) continue;
        expect(known).toContain(window);
      }
    },
  );

  it.each([1, 2, 3, 7])("order %i: no novelty up to the order, ever, and types only go", async (order) => {
    const tokens = [..."it was the best of times, it was the worst of times; it was the age of wisdom"];
    const model = ngram({ tokens, order, samples: 200 });
    const observables = ["novelty", "unique", "shared"] as const;
    const run = await simulate({ model, generations: 300, trajectories: 8, seed: 5, observables });
    for (let i = 0; i < 8; ++i) {
      const [novelty, unique, shared] = observables.map((name) => run.observable(name).trajectory(i));
      expect(Math.max(...novelty)).toBe(0);
      expect(shared).toEqual(unique);
      for (let k = 1; k <= 300; ++k) expect(unique[k]).toBeLessThanOrEqual(unique[k - 1]);
      expect(unique[300]).toBeLessThan(unique[0]);
    }
  });

  it("longer sequences are new now and then", async () => {
    const run = await simulate({
      model: ngram({ tokens: loop, order: 2, span: 3 }),
      ...{ generations: 1, trajectories: 50, seed: 1, observables: ["novelty"] },
    });
    expect(run.observable("novelty").mean[0]).toBe(0);
    expect(run.observable("novelty").mean[1]).toBeGreaterThan(0.1);
  });

  it("what follows a word follows it as often as in the training text", () => {
    const text = textOf({ tokens: loop, order: 2, samples: 400_000 }, 1, 7);
    for (const word of [0, 1, 2]) {
      const expected = new Array(12).fill(0);
      const observed = new Array(12).fill(0);
      for (let i = 1; i < loop.length; ++i) if (loop[i - 1] === word) expected[loop[i]] += 1;
      for (let i = 1; i < text.length; ++i) if (text[i - 1] === word && i % 100_000) observed[text[i]] += 1;
      const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
      const scale = total(observed) / total(expected);
      const { p } = chiSquare(
        observed,
        expected.map((x) => x * scale),
      );
      expect(p).toBeGreaterThan(ALPHA);
    }
  });

  it("order 1 is the categorical model: the law of the types left after one generation", async () => {
    const counts = [40, 20, 10, 8, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1];
    const tokens = counts.flatMap((count, word) => new Array<number>(count).fill(word));
    const [a, b] = await Promise.all(
      [ngram({ tokens, order: 1 }), categorical({ counts })].map(async (model, i) => {
        const experiment = {
          generations: 1,
          trajectories: 20_000,
          seed: i,
          observables: ["unique"] as const,
        };
        const unique = (await simulate({ model, ...experiment })).observable("unique");
        const left = new Map<number, number>();
        for (let t = 0; t < 20_000; ++t) {
          const [, now] = unique.trajectory(t);
          left.set(now, (left.get(now) ?? 0) + 1);
        }
        return left;
      }),
    );
    expect(chiSquareTwo(a, b).p).toBeGreaterThan(ALPHA);
  });

  it("a text without repetition has nothing but dead ends, and is copied in pieces", () => {
    const tokens = Array.from({ length: 100 }, (_, i) => i);
    const text = textOf({ tokens, order: 4 }, 1);
    const breaks = text.filter((word, i) => i > 0 && word !== text[i - 1] + 1).length;
    expect(breaks).toBeGreaterThanOrEqual(3);
    expect(breaks).toBeLessThan(40);
  });

  it("one word", async () => {
    const model = ngram({ tokens: ["a"], order: 1 });
    const run = await simulate({ model, generations: 3, trajectories: 1, seed: 1 });
    expect([...run.observable("unique").mean]).toEqual([1, 1, 1, 1]);
    expect([...run.observable("entropy").mean]).toEqual([0, 0, 0, 0]);
    expect(textOf({ tokens: ["a", "a", "a"], order: 3, samples: 7 }, 5)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("documents", () => {
  const END = 12; // stands at the end of every sentence, and nowhere else
  const tokens = [...loop].flatMap((word, i) => (i % 7 === 6 || i === 307 ? [word, END] : [word]));
  const ends = tokens.flatMap((word, i) => (word === END ? [i + 1] : []));
  const options = { tokens, ends, order: 2, rule: "documents", samples: 200_000 } as const;
  const text = textOf(options, 1);
  const documents: number[][] = [[]];
  for (const word of text) {
    const last = documents.at(-1)!;
    if (last.length === 51 || last.at(-1) === END) documents.push([word]);
    else last.push(word);
  }

  it("stop when the number wanted is reached", () => {
    expect(text.length).toBeGreaterThanOrEqual(200_000);
    expect(text.length).toBeLessThanOrEqual(200_050);
    expect(text.length - documents.at(-1)!.length).toBeLessThan(200_000);
  });

  it("end with their sentence or after a start and 50 draws", () => {
    const known = new Set(windows(tokens, 2));
    const isEnded = (document: number[]) => document.at(-1) === END || document.length === 51;
    expect(documents.filter((document) => !isEnded(document))).toEqual([]);
    const pairs = documents.flatMap((document) => (document.length > 1 ? windows(document, 2) : []));
    expect(pairs.filter((pair) => !known.has(pair))).toEqual([]);
  });

  it("start at a place chosen at random", () => {
    const expected = new Array(13).fill(0);
    const observed = new Array(13).fill(0);
    for (const word of tokens) expected[word] += documents.length / tokens.length;
    for (const [word] of documents) observed[word] += 1;
    expect(chiSquare(observed, expected).p).toBeGreaterThan(ALPHA);
  });

  it("become one sentence, which has new n-grams where they meet", async () => {
    // One end of a sentence is left, that of the whole text; in this seed it is never drawn.
    const again = textOf(options, 2, 2);
    expect(again.length % 51).toBe(0);
    const run = await simulate({
      model: ngram({ ...options, samples: 5000 }),
      ...{ generations: 2, trajectories: 20, seed: 1, observables: ["novelty"] },
    });
    expect(run.observable("novelty").mean[1]).toBeGreaterThan(0.01);
  });
});

it("entropy, top1 and contexts are what counting gives", async () => {
  const next = new Map<number, Map<number, number>>();
  for (let i = 1; i < loop.length; ++i) {
    const counts = next.get(loop[i - 1]) ?? new Map<number, number>();
    next.set(loop[i - 1], counts.set(loop[i], (counts.get(loop[i]) ?? 0) + 1));
  }
  let entropy = 0;
  let top1 = 0;
  for (const counts of next.values()) {
    const total = [...counts.values()].reduce((a, b) => a + b);
    for (const count of counts.values()) entropy -= (count * log(count / total)) / 307;
    top1 += Math.max(...counts.values()) / 307;
  }
  const model = ngram({ tokens: loop, order: 2 });
  const run = await simulate({ model, generations: 1, trajectories: 1, seed: 1 });
  expect(run.observable("entropy").mean[0]).toBeCloseTo(entropy, 12);
  expect(run.observable("top1").mean[0]).toBeCloseTo(top1, 12);
  expect(run.observable("contexts").mean[0]).toBe(next.size);
});
