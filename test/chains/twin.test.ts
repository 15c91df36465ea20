// Every chain must give the same bits in Wasm and in the twin, whatever blocks it is advanced in.
import { describe, expect, it } from "vitest";
import type { Kernels } from "../../src/kernels/kernels.ts";
import type {
  CategoricalPlan,
  ChainPlan,
  DensitiesPlan,
  MixturePlan,
  MultivariatePlan,
  NgramPlan,
  RegressionPlan,
  ScalarPlan,
} from "../../src/kernels/plans.ts";
import { REPLACE } from "../../src/kernels/regime.ts";
import { popcount, REACH } from "../../src/kernels/rows.ts";
import { inRange } from "../../src/random/check.ts";
import { twin } from "../../src/reference/kernels.ts";
import { seedKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { u8 } from "../../src/wasm/memory.ts";
import { lodge } from "../../src/wasm/room.ts";

const GENERATIONS = 60;

/** All rows of some trajectories, [trajectory][observable][generation], and last of all the deaths of the last one. */
function run(kernels: Kernels, plan: ChainPlan, blocks: number[], first = 0, count = 3): number[][] {
  const chain = kernels.chain(plan, seedKey("chains"));
  const width = popcount(plan.mask);
  const out = Array.from({ length: count * width }, () => [] as number[]);
  let died: number[] = [];
  for (let t = 0; t < count; t += chain.width) {
    const tile = Math.min(chain.width, count - t);
    chain.start(first + t, tile);
    for (const block of blocks) {
      const rows = chain.advance(block, new Uint8Array(chain.reach).fill(1));
      for (let r = 0; r < tile * width; ++r)
        out[t * width + r].push(...rows.subarray(r * block, (r + 1) * block));
    }
    died = [...chain.died()];
  }
  return [...out, died];
}

/** Whether two runs are the same to the last bit. Millions of numbers are compared: `toEqual` alone would take most of the time. */
function expectSame(actual: number[][], expected: number[][]): void {
  const isSame = (row: number[], i: number) =>
    row.length === expected[i].length && row.every((x, k) => Object.is(x, expected[i][k]));
  if (actual.length === expected.length && actual.every(isSame)) return;
  expect(actual).toEqual(expected);
  expect.fail("the bits differ");
}

const scalar = (plan: Partial<ScalarPlan> & Pick<ScalarPlan, "kind" | "samples" | "values">): ScalarPlan => ({
  divisor: plan.samples,
  mask: plan.kind === "gaussian" ? 7 : 1,
  bySamples: false,
  ...plan,
});

/** Of a covariance that is no diagonal. */
const multivariate = ({
  dimension,
  ...plan
}: Partial<MultivariatePlan> & Pick<MultivariatePlan, "dimension" | "samples">): MultivariatePlan => ({
  kind: "multivariate",
  dimension,
  bySamples: false,
  truth: Float64Array.from({ length: dimension * (dimension + 1) }, (_, i) => {
    const [row, place] = [Math.floor(i / (dimension + 1)), i % (dimension + 1)];
    return place > row + 1 ? 0 : 1 + ((row * 7 + place * 3) % 5);
  }),
  less: 0,
  mask: 15,
  watched: 15,
  ...plan,
});

const categorical = (plan: Partial<CategoricalPlan> & Pick<CategoricalPlan, "weights">): CategoricalPlan => ({
  kind: "categorical",
  samples: 500,
  bySamples: false,
  byPoisson: false,
  splitting: false,
  mask: 15,
  watched: 15,
  ...plan,
});

const mixture = (plan: Partial<MixturePlan> & Pick<MixturePlan, "estimator">): MixturePlan => ({
  kind: "mixture",
  samples: 10,
  bySamples: true,
  values: [1, 1, 0],
  parameter: plan.estimator === "notebook" ? 1 : 0.04,
  eta: 2,
  mask: 3,
  ...plan,
});

const accumulate = { ...REPLACE, name: "accumulate" } as const;
const regression = (plan: Partial<RegressionPlan>): RegressionPlan => ({
  kind: "regression",
  ...{ bySamples: false, dimension: 3, samples: 12, noise: 1, fresh: false, mask: 1 },
  ...plan,
});

const mixtures = (["ml", "approximate-ml", "notebook"] as const).flatMap(
  (estimator): [string, ChainPlan][] => [
    [`mixture, ${estimator}`, mixture({ estimator })],
    [`mixture, ${estimator}, separated`, mixture({ estimator, values: [1, 0.01, 0] })],
    [`mixture, ${estimator}, from mean 0`, mixture({ estimator, values: [0, 1, 0], parameter: 0 })],
    [`mixture, ${estimator}, overlapping`, mixture({ estimator, samples: 400, values: [0.2, 1, 0] })],
    [`mixture, ${estimator}, to a tiny std`, mixture({ estimator, samples: 2, values: [1, 1e-290, 0] })],
    [`mixture, ${estimator}, huge and tiny`, mixture({ estimator, samples: 3, values: [1e100, 1e-100, 0] })],
    [`mixture, ${estimator}, std only`, mixture({ estimator, samples: 7, mask: 2 })],
  ],
);

/** A text of 20 words, some of them rare; word 3 counts as two types, word 5 as none. */
const text = Uint32Array.from({ length: 700 }, (_, i) => Math.floor(20 * ((i * i * 0.618034) % 1) ** 2));
const ngram = (plan: Partial<NgramPlan> & Pick<NgramPlan, "order">): NgramPlan => ({
  kind: "ngram",
  bySamples: true,
  tokens: text,
  ends: Uint32Array.of(text.length),
  vocabulary: 20,
  typeStarts: Uint32Array.from({ length: 21 }, (_, i) => i + (i > 3 ? 1 : 0) - (i > 5 ? 1 : 0)),
  typeList: Uint32Array.of(0, 1, 2, 3, 20, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
  types: 21,
  samples: text.length,
  span: 3,
  documents: false,
  mask: 63,
  watched: 63,
  ...plan,
});
const sentences = { documents: true, ends: Uint32Array.of(1, 30, 37, 200, 201, 690, 700) };

const zipf = Float64Array.from({ length: 300 }, (_, i) => 1 / (i + 1));
/** Counts of every kind: in a table of their own, in parts, and too large for either. */
const corpus = Float64Array.from({ length: 900 }, (_, i) => Math.ceil(2000 / (i + 1)));
const corpusSize = corpus.reduce((sum, count) => sum + count);
const wide = Float64Array.from({ length: 3000 }, (_, i) => 5 + Math.floor(20_000 / (i + 1)));
const wideSize = wide.reduce((sum, count) => sum + count);
const gaps = Float64Array.from({ length: 40 }, (_, i) => (i % 3 === 1 ? 0 : i * 1e-9 + (i === 7 ? 1e9 : 0)));

/** A normal law, or points, or normals of one width. */
const densities = (
  samples: number,
  centres: number[][],
  std: number,
  plan: Partial<DensitiesPlan> = {},
): DensitiesPlan => ({
  kind: "densities",
  bySamples: true,
  samples,
  truth: {
    uniform: false,
    dimension: centres.length,
    weights: new Float64Array(centres[0].length).fill(1 / centres[0].length),
    centres: centres.map((axis) => Float64Array.from(axis)),
    stds: new Float64Array(centres[0].length).fill(std),
  },
  bandwidth: 0.5,
  kernelWidth: 0.5,
  mask: 3,
  watched: 3,
  ...plan,
});

const plans: [string, ChainPlan][] = [
  ["bernoulli", scalar({ kind: "bernoulli", samples: 100, values: [0.2, 0.8, 0] })],
  ["bernoulli of one sample", scalar({ kind: "bernoulli", samples: 1, values: [0.5, 0.5, 0] })],
  ["bernoulli of 2^53-1 samples", scalar({ kind: "bernoulli", samples: 2 ** 53 - 1, values: [0.3, 0.7, 0] })],
  ["bernoulli at p = 0 and 1", scalar({ kind: "bernoulli", samples: 10, values: [1, 0, 0] })],
  ["bernoulli, soon extinct", scalar({ kind: "bernoulli", samples: 5, values: [0.4, 0.6, 0] })],
  ["bernoulli with the most tables", scalar({ kind: "bernoulli", samples: 2048, values: [0.5, 0.5, 0] })],
  ["bernoulli without tables", scalar({ kind: "bernoulli", samples: 2049, values: [0.5, 0.5, 0] })],
  ["bernoulli of an odd number", scalar({ kind: "bernoulli", samples: 333, values: [0.501, 0.499, 0] })],
  [
    "bernoulli by samples",
    scalar({ kind: "bernoulli", samples: 99, values: [0.6, 0.4, 0], bySamples: true }),
  ],
  [
    "bernoulli by samples, of a tiny p",
    scalar({ kind: "bernoulli", samples: 99, values: [1e-20, 1, 0], bySamples: true }),
  ],
  ["poisson", scalar({ kind: "poisson", samples: 10, values: [10, 0, 0] })],
  ["poisson of a tiny mean", scalar({ kind: "poisson", samples: 10, values: [1e-20, 0, 0] })],
  ["poisson, soon extinct", scalar({ kind: "poisson", samples: 10, values: [1.5, 0, 0] })],
  ["poisson about the third digit", scalar({ kind: "poisson", samples: 1, values: [2048.5, 0, 0] })],
  ["poisson about the most with digits", scalar({ kind: "poisson", samples: 1, values: [14_336, 0, 0] })],
  ["poisson at rate 0", scalar({ kind: "poisson", samples: 10, values: [0, 0, 0] })],
  ["poisson of a large mean", scalar({ kind: "poisson", samples: 1000, values: [1e9, 0, 0] })],
  ["poisson by samples", scalar({ kind: "poisson", samples: 7, values: [20, 0, 0], bySamples: true })],
  ["gaussian", scalar({ kind: "gaussian", samples: 10, values: [1, 2, 0], divisor: 9 })],
  ["gaussian of two samples", scalar({ kind: "gaussian", samples: 2, values: [0, 1, 0], divisor: 2 })],
  ["gaussian of three samples", scalar({ kind: "gaussian", samples: 3, values: [0, 1, 0], divisor: 2 })],
  ["gaussian of 30,000 samples", scalar({ kind: "gaussian", samples: 30_000, values: [0, 1, 0] })],
  ["gaussian near underflow", scalar({ kind: "gaussian", samples: 2, values: [0, 1e-76, -3] })],
  ["gaussian near overflow", scalar({ kind: "gaussian", samples: 3, values: [0, 1e77, 0], divisor: 2 })],
  ["gaussian of 2^53-1 samples", scalar({ kind: "gaussian", samples: 2 ** 53 - 1, values: [0, 1, 0] })],
  ["gaussian, std only", scalar({ kind: "gaussian", samples: 10, values: [0, 1, 0], mask: 2 })],
  ["gaussian by samples", scalar({ kind: "gaussian", samples: 700, values: [0, 1, 0], bySamples: true })],
  ["gaussian by two samples", scalar({ kind: "gaussian", samples: 2, values: [0, 1, 0], bySamples: true })],
  ...mixtures,
  ["categorical", categorical({ weights: zipf })],
  ["categorical, poisson", categorical({ weights: zipf, byPoisson: true, samples: 50 })],
  ["categorical with gaps", categorical({ weights: gaps, samples: 2 ** 53 - 1 })],
  ["categorical of whole counts", categorical({ weights: corpus, samples: corpusSize })],
  ["categorical of 3,000 symbols", categorical({ weights: wide, samples: wideSize })],
  [
    "categorical of 3,000 symbols, poisson counts",
    categorical({ weights: wide, samples: wideSize, byPoisson: true }),
  ],
  ["categorical, poisson counts", categorical({ weights: corpus, samples: corpusSize, byPoisson: true })],
  ["categorical by splitting", categorical({ weights: corpus, samples: corpusSize, splitting: true })],
  ["categorical of 10^12 samples", categorical({ weights: zipf, samples: 1e12 })],
  ["categorical of one symbol", categorical({ weights: Float64Array.of(3) })],
  ["categorical of tiny weights", categorical({ weights: inRange(zipf.map((w) => w * 2 ** -1060)) })],
  [
    "categorical of tiny weights, poisson",
    categorical({ weights: inRange(zipf.map((w) => w * 2 ** -1060)), byPoisson: true }),
  ],
  ["categorical of huge weights", categorical({ weights: inRange(zipf.map((w) => w * 2 ** 1023)) })],
  ["categorical by samples", categorical({ weights: zipf, bySamples: true })],
  [
    "categorical by samples, poisson",
    categorical({ weights: gaps, bySamples: true, byPoisson: true, samples: 40 }),
  ],
  ["ngram of order 1", ngram({ order: 1 })],
  ["ngram of order 2", ngram({ order: 2, samples: 1003 })],
  ["ngram of order 5, few samples", ngram({ order: 5, samples: 97 })],
  ["ngram of order 16", ngram({ order: 16, span: 17 })],
  ["ngram of order 64, one walker", ngram({ order: 64, samples: 127 })],
  ["ngram of one word", ngram({ order: 3, tokens: new Uint32Array(9), ends: Uint32Array.of(9), samples: 9 })],
  ["ngram, documents of order 1", ngram({ order: 1, documents: true })],
  ["ngram, documents of order 2", ngram({ order: 2, ...sentences })],
  ["ngram, documents of order 8", ngram({ order: 8, ...sentences, samples: 333 })],
  ["ngram, documents of order 64", ngram({ order: 64, ...sentences })],
  ["ngram, entropy and novelty", ngram({ order: 3, mask: 36, watched: 36 })],
  ["regression", regression({})],
  ["regression of one coefficient and row", regression({ dimension: 1, samples: 1 })],
  ["regression of 100 coefficients and rows", regression({ dimension: 100, samples: 100, noise: 1e100 })],
  ["regression of 2^53-1 rows", regression({ dimension: 10, samples: 2 ** 53 - 1, noise: 1e-100 })],
  ["regression, data kept", regression({ dimension: 7, samples: 9, regime: accumulate })],
  ["regression, fresh design", regression({ fresh: true })],
  ["regression, fresh design, one coefficient", regression({ dimension: 1, samples: 1, fresh: true })],
  ["regression, fresh design, 100 coefficients", regression({ dimension: 100, samples: 101, fresh: true })],
  ["categorical, entropy and tv", categorical({ weights: zipf, mask: 10, watched: 10 })],
  ["multivariate of one dimension", multivariate({ dimension: 1, samples: 2 })],
  ["multivariate of three dimensions", multivariate({ dimension: 3, samples: 4, less: 1 })],
  ["multivariate of seven dimensions", multivariate({ dimension: 7, samples: 20, mask: 12 })],
  ["multivariate of ten dimensions", multivariate({ dimension: 10, samples: 2 ** 53 - 1, mask: 3 })],
  ["multivariate of 17 dimensions", multivariate({ dimension: 17, samples: 18, watched: 0 })],
  ["kde", densities(100, [[0]], 1)],
  ["kde of one sample", densities(1, [[0]], 1)],
  ["kde of 1025 samples, one at a time", densities(1025, [[0]], 1, { bandwidth: "scott" })],
  ["kde on the plane", densities(33, [[0], [0]], 1, { bandwidth: "silverman" })],
  ["kde of normals of one width", densities(7, [[-2, 0, 5]], 0.1)],
  ["kde of points, within only", densities(9, [[3, 1, 4, 1, 5]], 0, { mask: 2 })],
  [
    "kde of points of the plane",
    densities(
      9,
      [
        [3, 1, 4],
        [1, 5, 9],
      ],
      0,
    ),
  ],
  ["empirical", densities(20, [[0]], 1, { bandwidth: 0 })],
];

describe("Wasm = twin", () => {
  const wasm = wasmKernels();
  it.each(plans)("%s", (_, plan) => {
    const whole = run(wasm, plan, [GENERATIONS]);
    expectSame(run(twin, plan, [GENERATIONS]), whole);
    const pieces = [1, 2, 30, 20, GENERATIONS - 53];
    expectSame(run(wasm, plan, pieces), whole);
    expectSame(run(twin, plan, pieces), whole);
    for (const value of whole.flat()) if (!Number.isFinite(value)) expect.fail(`${value} in the rows`);
  });

  it.each(plans.filter(([, { kind, bySamples }]) => !bySamples && kind !== "categorical"))(
    "%s: blocks of 1, 7 and as many generations as there may be, all at once or not",
    (_, plan) => {
      const whole = run(wasm, plan, [REACH, REACH], 0, 34);
      for (const kernels of [wasm, twin]) {
        expectSame(run(kernels, plan, [...Array(REACH).fill(1), ...Array(REACH / 7).fill(7)], 0, 34), whole);
      }
    },
  );

  it.each(plans)("%s: a trajectory does not depend on those beside it", (_, plan) => {
    // The last of two tiles; only scalar chains have tiles of more than one.
    const last = wasm.chain(plan, seedKey("chains")).width + 1;
    const many = run(wasm, plan, [GENERATIONS], 0, last + 1);
    expectSame(run(wasm, plan, [GENERATIONS], last, 1), many.slice(last * popcount(plan.mask)));
  });

  it.each(plans)("%s: generation 0 and the text, where the chain has them", (_, plan) => {
    const [a, b] = [wasm, twin].map((kernels) => {
      const chain = kernels.chain(plan, seedKey("chains"));
      chain.start(5, 1);
      chain.advance(9, new Uint8Array(chain.reach));
      return { initial: chain.initial, text: chain.text && [...chain.text()] };
    });
    expect(a).toEqual(b);
  });

  // 3,000 symbols of the mean of one digit alone. In these trajectories, found by looking, a half of a word and an entry
  // are the same in all the bits that are compared, so that a second word decides.
  it.each([
    ["middle digits", 480, 11],
    ["low digits", 31, 99],
    ["low digits, in doubles", 31, 99],
  ])("categorical with a tie of %s", (name, mean, trajectory) => {
    const weights = new Float64Array(3000).fill(mean);
    const byPoisson = name.endsWith("doubles");
    const plan = categorical({ weights, samples: 3000 * mean, byPoisson });
    expectSame(run(wasm, plan, [10], trajectory, 1), run(twin, plan, [10], trajectory, 1));
  });

  it("categorical of more samples than a count of 32 bits has room for", () => {
    const weights = Float64Array.from({ length: 19_000 }, (_, i) => 1 + (i % 700));
    const rest = weights.reduce((sum, count) => sum + count);
    for (const samples of [2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1]) {
      weights[0] += samples - rest - weights[0] + 1;
      const plan = categorical({ weights, samples });
      const [rows, ...others] = [wasm, twin].map((kernels) => run(kernels, plan, [3], 0, 1));
      for (const other of others) expectSame(other, rows);
      // All samples are somewhere.
      const chain = wasm.chain(plan, seedKey("chains"));
      chain.start(0, 1);
      for (let g = 0; g < 4; ++g) {
        const counts = new Float64Array(weights.length);
        chain.counts?.(counts);
        expect(counts.reduce((sum, count) => sum + count)).toBe(samples);
        chain.advance(1, new Uint8Array(chain.reach));
      }
    }
  });

  it("what is watched is written at every generation, the rest where it is recorded", () => {
    const recorded = Uint8Array.from({ length: REACH }, (_, g) => (g % 7 === 0 ? 1 : 0));
    for (const [plan, watched] of [
      [categorical({ weights: zipf }), 5],
      [ngram({ order: 3 }), 9],
      [ngram({ order: 3, ...sentences }), 32],
    ] as const) {
      const everything = run(wasm, plan, [GENERATIONS], 0, 1).slice(0, -1);
      for (const kernels of [wasm, twin]) {
        const chain = kernels.chain({ ...plan, watched }, seedKey("chains"));
        chain.start(0, 1);
        const rows = chain.advance(GENERATIONS, recorded);
        for (let g = 0; g < GENERATIONS; ++g) {
          for (let o = 0; o < everything.length; ++o) {
            const written = recorded[g] || watched & (1 << o);
            if (written) expect(rows[o * GENERATIONS + g]).toBe(everything[o][g]);
          }
        }
      }
    }
  });
});

describe("chains that share a memory", () => {
  const wasm = wasmKernels();

  /** Leaves what others may leave, NaN and large numbers, wherever these chains come to be. */
  function litter(): void {
    const bytes = 2 ** 24;
    lodge((room) => ({ traces: u8(room.wasm, room.reserve(bytes), bytes).fill(0xff) })).free();
  }

  /** What some chains make that take turns. */
  function inTurns(kernels: Kernels, several: ChainPlan[]): number[][] {
    const chains = several.map((plan) => kernels.chain(plan, seedKey("chains")));
    for (const chain of chains) chain.start(0, 1);
    const made = chains.map((): number[] => []);
    for (let turn = 0; turn < 4; ++turn) {
      for (const [i, chain] of chains.entries()) {
        made[i].push(...chain.advance(9, new Uint8Array(chain.reach).fill(1)));
      }
    }
    for (const [i, chain] of chains.entries()) {
      made[i].push(...chain.died(), ...(chain.initial ?? []), ...(chain.text?.() ?? []));
      chain.free?.();
    }
    return made;
  }

  it.each(plans.map(([name, plan], i) => [name, plan, plans[(i + 1) % plans.length][1]] as const))(
    "%s: it minds neither what was there before nor who is beside it",
    (_, plan, other) => {
      litter();
      expectSame(inTurns(wasm, [plan, other, plan]), inTurns(twin, [plan, other, plan]));
    },
  );
});
