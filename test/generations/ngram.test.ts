import { describe, expect, it } from "vitest";
import { chainOf } from "../../src/generations/chain.ts";
import { ngram, simulate } from "../../src/index.ts";
import type { NgramPlan } from "../../src/kernels/plans.ts";
import { twin } from "../../src/reference/kernels.ts";
import { seedKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { messageOf } from "../message.ts";
import { meanOf, regime, regimesOf, run } from "./run.ts";

const KINDS = 12;
/** A text of some words, of which several are rare. */
const text = Uint32Array.from({ length: 150 }, (_, i) => Math.floor(KINDS * ((i * i * 0.618034) % 1) ** 2));
const plan = (given: Partial<NgramPlan>): NgramPlan => ({
  kind: "ngram",
  bySamples: true,
  tokens: text,
  ends: Uint32Array.of(text.length),
  vocabulary: KINDS,
  typeStarts: Uint32Array.from({ length: KINDS + 1 }, (_, i) => i),
  typeList: Uint32Array.from({ length: KINDS }, (_, i) => i),
  types: KINDS,
  samples: 60,
  order: 2,
  span: given.order ?? 2,
  documents: false,
  mask: 63,
  watched: 63,
  ...given,
});
/** Of order 1 a text is one piece. */
const documents = (order: number) => (order > 1 ? sentences : { documents: true });
const sentences = { documents: true, ends: Uint32Array.of(1, 20, 23, 90, 150) };
const regimes = regimesOf(25).filter(
  ([, { name }]) => name !== "weighted" && name !== "accumulate-subsample",
);

describe("an n-gram model under a regime", () => {
  it.each(regimes)("has the same bits on both backends, and all that is right: %s", (_, regime) => {
    for (const order of [1, 2, 3])
      for (const rule of [{}, documents(order)]) {
        const given = plan({ order, regime, ...rule });
        const rows = run(twin, given, 6);
        expect(run(wasmKernels(), given, 6, 3, 2)).toEqual(rows);
        for (const [unique, shared, entropy, top1, contexts, novelty] of rows) {
          expect(shared).toEqual(unique);
          expect(entropy.every((x) => x >= 0 && x <= Math.log(KINDS))).toBe(true);
          expect(top1.every((x) => x > 0 && x <= 1)).toBe(true);
          expect(contexts.every((x) => x > 0)).toBe(true);
          // What is generated never crosses the end of a piece.
          if (!given.documents) expect(novelty.every((x) => x === 0)).toBe(true);
        }
      }
  });

  it("replaced by the loop is what the kernel makes of it", () => {
    for (const given of [1, 3].flatMap((order) => [plan({ order }), plan({ order, ...documents(order) })])) {
      expect(run(twin, { ...given, regime: regime({}) }, 10)).toEqual(run(twin, given, 10));
    }
  });

  it("accumulates texts one behind another", () => {
    const chain = chainOf(plan({ regime: regime({ name: "accumulate" }) }), seedKey(1), twin);
    chain.start(0, 1);
    expect([...(chain.text?.() ?? [])]).toEqual([...text]);
    let before: number[] = [];
    for (let g = 1; g <= 8; ++g) {
      chain.advance(1, new Uint8Array(chain.reach));
      const now = [...(chain.text?.() ?? [])];
      expect(now).toHaveLength(60 * g);
      expect(now.slice(0, before.length)).toEqual(before);
      before = now;
    }
    chain.start(1, 1);
    chain.advance(1, new Uint8Array(chain.reach));
    expect(chain.text?.()).toHaveLength(60);
  });

  // Tokens of order 1 are independent: the laws are those of the categorical model. n = 60, of which 25 are real.
  const n = 60;
  const shares = Array.from(
    { length: KINDS },
    (_, kind) => text.filter((t) => t === kind).length / text.length,
  );
  const sum = (absent: (p: number) => number) => shares.reduce((all, p) => all + 1 - absent(p), 0);
  /** E (1 - J/n)^draws of J of Binomial(tokens, p). */
  const missed = (tokens: number, p: number, draws: number) => {
    let probability = (1 - p) ** tokens;
    let all = 0;
    for (let j = 0; j <= tokens; ++j) {
      all += probability * (1 - j / n) ** draws;
      probability *= ((tokens - j) / (j + 1)) * (p / (1 - p));
    }
    return all;
  };
  it.each([
    ["accumulate", regime({ name: "accumulate" }), 4, sum((p) => (1 - p) ** n)],
    ["fresh", regime({ name: "fresh", realSamples: 25 }), 2, sum((p) => (1 - p) ** 25 * missed(n, p, 35))],
    ["fixed", regime({ name: "fixed", realSamples: 25 }), 2, sum((p) => (1 - p) ** 25 * missed(35, p, 35))],
  ])("of order 1 keeps the words that a categorical model keeps: %s", (_, regime, generations, expected) => {
    const rows = run(twin, plan({ order: 1, mask: 1, watched: 1, regime }), generations, 6000);
    const { mean, error } = meanOf(rows.map(([unique]) => unique.at(-1) as number));
    // Two-sided at alpha = 0.001 for each of three.
    expect(Math.abs(mean - expected) / error).toBeLessThan(3.29);
  });

  it("is refused where a text would not be one, or not fit", async () => {
    const model = ngram({ tokens: text, order: 3 });
    const refused = (regime: object, generations = 2, given: object = model) =>
      simulate({ model: given, generations, trajectories: 1, regime } as never).then(String, messageOf);
    expect(await refused({ name: "weighted", realSamples: 50, weight: 0.5 })).toBe(
      'invalid regime.name: "weighted" (replace, accumulate, fresh or fixed for an ngram model)',
    );
    expect(await refused({ name: "accumulate-subsample" })).toContain("for an ngram model");
    expect(
      await refused({ name: "fresh", realShare: 0.5 }, 2, ngram({ tokens: text, order: 3, samples: 5 })),
    ).toBe('invalid regime.name: "fresh" (with an ngram model of at least 6 samples, twice the order)');
    expect(await refused({ name: "accumulate" }, 200_000)).toBe(
      "invalid generations: 200000 (fewer: accumulate keeps every data point of an ngram model, at most 20000000)",
    );
  });
});
