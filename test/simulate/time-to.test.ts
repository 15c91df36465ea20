import { describe, expect, it } from "vitest";
import { addSquare, addSquares, emptySquares, squaresAt } from "../../src/chunks/squares.ts";
import { categorical, follow, simulate } from "../../src/index.ts";
import { risingTimes, TimeTo } from "../../src/simulate/time-to.ts";

/** Times, cut at the last generation, of the given symbols in one trajectory. */
function timesOf(symbols: readonly number[], seed: number, trajectory: number, model: Model, last: number) {
  const life = follow(model, { seed, trajectory });
  const times = symbols.map(() => last);
  for (let k = 1; k <= last; ++k) {
    life.advance();
    const counts = life.counts();
    symbols.forEach((symbol, i) => {
      if (counts[symbol] === 0) times[i] = Math.min(times[i], k);
    });
  }
  return times;
}

type Model = ReturnType<typeof categorical>;

describe("the standard error of the time of a group of symbols", () => {
  // Of the counts 5 and 5 one is lost and the other stays; of a hundred symbols of count 1 one stays.
  it.each([
    [[5, 5], 300],
    [new Array(100).fill(1), 60],
    [[3, 3, 20, 3], 30],
  ])("is that of the means over single trajectories, %#", async (counts, generations) => {
    const trajectories = 50;
    const model = categorical({ counts });
    const run = await simulate({ model, generations, trajectories, seed: 3 });
    const { groups } = run.forgetting();
    const symbols = [...counts.keys()].filter((i) => counts[i] === groups.at(-1)?.weight);
    const means = Array.from({ length: trajectories }, (_, trajectory) => {
      const times = timesOf(symbols, 3, trajectory, model, generations);
      return times.reduce((a, b) => a + b) / times.length;
    });
    const mean = means.reduce((a, b) => a + b) / trajectories;
    const squares = means.reduce((a, b) => a + (b - mean) ** 2, 0);
    const time = groups.at(-1)?.time;
    expect(time?.mean).toBeCloseTo(mean, 10);
    expect(time?.standardError).toBeCloseTo(Math.sqrt(squares / (trajectories - 1) / trajectories), 10);
  });

  it("is not there for a single trajectory, however many symbols it has", async () => {
    const run = await simulate({
      model: categorical({ counts: [1, 1, 1, 1] }),
      generations: 5,
      trajectories: 1,
      seed: 1,
    });
    expect(run.forgetting().groups[0].time.standardError).toBeNaN();
  });
});

describe("the standard error of a time", () => {
  it("does not cancel where the times are late and near each other", () => {
    const late = 2_000_000_000;
    const time = new TimeTo(
      risingTimes(
        new Map([
          [late, 300],
          [late + 1, 1],
        ]),
      ),
      301,
      2 ** 31 - 1,
    );
    // the variance of one success in 301, over 301
    expect(time.standardError).toBeCloseTo(Math.sqrt(300 / 301 / 300) / Math.sqrt(301), 15);
  });
});

describe("sums of squares", () => {
  it("are exact, also past 2^53, and the same in any order and cut", () => {
    const numbers = [3, 2 ** 26, 94906267, 2 ** 40 + 1, 2 ** 45 - 1, 7, 2 ** 26 - 1];
    const exact = numbers.reduce((sum, x) => sum + BigInt(x) ** 2n, 0n);
    const all = emptySquares(1);
    const parts = [emptySquares(1), emptySquares(1)];
    for (const x of numbers) addSquare(all, 0, x);
    [...numbers].reverse().forEach((x, i) => {
      addSquare(parts[i % 2], 0, x);
    });
    addSquares(parts[1], parts[0]);
    expect(squaresAt(all, 0)).toBe(exact);
    expect(parts[1]).toEqual(all);
  });
});
