// An estimator that a caller wrote, for the families that the library has.
import { describe, expect, it } from "vitest";
import {
  type CategoricalOptions,
  categorical,
  type GaussianOptions,
  gaussian,
  simulate,
} from "../../src/index.ts";
import { messageOf } from "../message.ts";

const sizes = { generations: 6, trajectories: 4, seed: 5 };
const many = { weights: [4, 3, 2, 1, 0], samples: 30 };

type Counts = (counts: Float64Array, n: number) => unknown;
const own = (estimator: unknown) => categorical({ ...many, estimator } as CategoricalOptions);
const ownGaussian = (estimator: unknown, more: object = {}) =>
  gaussian({ samples: 9, ...more, estimator } as GaussianOptions);

describe("an estimator of one's own", () => {
  it.each<[string, CategoricalOptions["estimator"], Counts]>([
    ["ml", "ml", (counts) => counts],
    ["add 1", "add", (counts) => counts.map((count) => count + 1)],
    [
      "add 1 as an array, of probabilities",
      "add",
      (counts, n) => Array.from(counts, (c) => (c + 1) / (n + 5)),
    ],
  ])(
    "that is %s of counts gives the same law and, where no draw is close, the same run",
    async (_, named, estimator) => {
      // The option for the loop that own estimators take, where the default takes another.
      const regime = "accumulate";
      const model = categorical({ ...many, ...(named && { estimator: named }) });
      const [built, mine] = await Promise.all(
        [model, own(estimator)].map((model) => simulate({ ...sizes, regime, model })),
      );
      expect([...mine.observable("unique").mean]).toEqual([...built.observable("unique").mean]);
      mine.observable("tv").mean.forEach((tv, i) => {
        expect(tv).toBeCloseTo(built.observable("tv").mean[i], 12);
      });
    },
  );

  it("of moments gives the run of ml, kept points or not", async () => {
    const estimator = ({ n, mean, squares }: { n: number; mean: number; squares: number }) => ({
      mean,
      std: Math.sqrt(squares / n),
    });
    for (const regime of ["accumulate", "accumulate-subsample"] as const) {
      const models = [gaussian({ samples: 9, estimator: "ml" }), ownGaussian(estimator)];
      const [built, mine] = await Promise.all(
        models.map((model) => simulate({ ...sizes, regime, model }, { backend: "typescript" })),
      );
      for (const name of ["mean", "std"]) {
        mine.observable(name).mean.forEach((x, i) => {
          expect(x).toBeCloseTo(built.observable(name).mean[i], 10);
        });
      }
    }
  });

  it("may write into the counts it gets, and give nothing to a symbol in the data", async () => {
    const run = await simulate({
      ...sizes,
      model: own((counts: Float64Array) => {
        counts[0] = 0;
        return counts;
      }),
      survival: ["unique>1"],
    });
    // Generation 1 is of the true law, and later ones lack the first symbol.
    expect(run.observable("unique").mean[1]).toBeGreaterThan(run.observable("unique").mean[2]);
  });

  it("stays in this thread", async () => {
    const model = own((counts: Float64Array) => counts);
    expect((await simulate({ ...sizes, model }, { workers: "auto" })).provenance.workers).toBe(1);
    expect(await simulate({ ...sizes, model }, { workers: 2 }).catch(messageOf)).toBe(
      "invalid workers: 2 (1: the estimator is a function, which stays in this thread)",
    );
    const normal = ownGaussian(() => ({ mean: 0, std: 1 }));
    expect(await simulate({ ...sizes, model: normal }, { workers: 3 }).catch(messageOf)).toBe(
      "invalid workers: 3 (1: the estimator is a function, which stays in this thread)",
    );
  });

  it("is shown by a word that makes no other run of it", async () => {
    const run = await simulate({ ...sizes, model: own((counts: Float64Array) => counts) });
    const { experiment } = JSON.parse(JSON.stringify(run));
    expect(experiment.model.estimator).toBe("custom");
    expect(await simulate(experiment).catch(messageOf)).toMatch(
      /^invalid model\.estimator: "custom" \("ml", /,
    );
  });

  const LIST = "a list of 5 numbers, one for each symbol, not all 0; trajectory 0, generation 1";
  it.each([
    [() => [1, 2], `invalid estimator(): 2 elements (${LIST})`],
    [() => undefined, `invalid estimator(): missing (${LIST})`],
    [() => Promise.resolve([1]), `invalid estimator(): {} (${LIST})`],
    [() => [0, 0, 0, 0, 0], `invalid estimator(): a sum of 0 (${LIST})`],
    [
      () => [1, 2, Number.NaN, 4, 5],
      "invalid estimator()[2]: NaN (a finite number, 0 or above; trajectory 0, generation 1)",
    ],
    [
      () => [1, 2, 3, -4, 5],
      "invalid estimator()[3]: -4 (a finite number, 0 or above; trajectory 0, generation 1)",
    ],
    [
      () => {
        throw new TypeError("no\nway");
      },
      "invalid estimator(): it threw TypeError: no way (it has to return; trajectory 0, generation 1)",
    ],
  ])("of counts, %s: one line", async (estimator, expected) => {
    expect(await simulate({ ...sizes, model: own(estimator) }).catch(messageOf)).toBe(expected);
  });

  const place = "; trajectory 0, generation 1)";
  it.each([
    [() => 1, `invalid estimator(): 1 (an object with mean and std${place}`],
    [() => ({ mean: 1 }), `invalid estimator().std: missing (a finite number, 0 or above${place}`],
    [() => ({ mean: Infinity, std: 1 }), `invalid estimator().mean: Infinity (a finite number${place}`],
    [() => ({ mean: 1, std: -1 }), `invalid estimator().std: -1 (a finite number, 0 or above${place}`],
  ])("of moments, %s: one line", async (estimator, expected) => {
    expect(await simulate({ ...sizes, model: ownGaussian(estimator) }).catch(messageOf)).toBe(expected);
  });

  it("is told with the trajectory and the generation", async () => {
    let calls = 0;
    const estimator = (counts: Float64Array) => (++calls === 9 ? [Number.NaN] : counts);
    expect(await simulate({ ...sizes, model: own(estimator) }).catch(messageOf)).toMatch(
      /; trajectory 1, generation 3\)$/,
    );
  });
});
