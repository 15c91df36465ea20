// Bad options of kernel density estimates and empirical laws: each error names the option, the value and what is allowed.
import { expect, it } from "vitest";
import { empirical, kde } from "../../src/index.ts";
import { message } from "../message.ts";

const loose = (make: unknown) => make as (options?: unknown) => unknown;
const BANDWIDTH = 'a number from 1e-100 to 1e+100, "scott" or "silverman"';

it.each([
  [{ samples: 0 }, "invalid samples: 0 (an integer from 1 to 10000000)"],
  [{}, "invalid samples: missing (an integer from 1 to 10000000)"],
  [{ samples: 5, bandwidth: 0 }, `invalid bandwidth: 0 (${BANDWIDTH})`],
  [{ samples: 5, bandwidth: -1 }, `invalid bandwidth: -1 (${BANDWIDTH})`],
  [{ samples: 5, bandwidth: Number.NaN }, `invalid bandwidth: NaN (${BANDWIDTH})`],
  [{ samples: 5, bandwidth: "sheather" }, `invalid bandwidth: "sheather" (${BANDWIDTH})`],
  [{ samples: 5, kernelWidth: 0 }, "invalid kernelWidth: 0 (a number from 1e-100 to 1e+100)"],
  [{ samples: 5, dimension: 3 }, "invalid dimension: 3 (an integer from 1 to 2)"],
  [{ samples: 5, dimension: 2, means: [0, 1] }, "invalid dimension: 2 (1, as means and points are)"],
  [{ samples: 5, truth: "cauchy" }, 'invalid truth: "cauchy" ("normal", "uniform", "mixture" or "points")'],
  [{ samples: 5, truth: "mixture" }, "invalid means: missing (an array of numbers)"],
  [{ samples: 5, truth: "points" }, "invalid points: missing (an array of numbers)"],
  [{ samples: 5, stds: [1] }, 'invalid stds: [1] (only with truth "mixture")'],
  [{ samples: 5, truth: "uniform", points: [1] }, 'invalid points: [1] (only with truth "points")'],
  [{ samples: 5, means: [0, 1], points: [1] }, 'invalid points: [1] (only with truth "points")'],
  [{ samples: 5, means: [0, 1], weights: [1] }, "invalid weights: 1 elements (as many as means: 2)"],
  [{ samples: 5, means: [0, 1], weights: [0, 0] }, "invalid weights: all zero (at least one above 0)"],
  [{ samples: 5, means: [0], stds: [0] }, "invalid stds[0]: 0 (a number from 1e-100 to 1e+100)"],
  [{ samples: 5, points: [] }, "invalid points: 0 elements (from 1 to 1000000)"],
  [{ samples: 5, points: 7 }, "invalid points: 7 (an array of numbers, or of pairs of numbers)"],
  [{ samples: 5, points: [0, "x"] }, 'invalid points[1]: "x" (a number from -1e+100 to 1e+100)'],
  [{ samples: 5, points: [0, Number.NaN] }, "invalid points[1]: NaN (a number from -1e+100 to 1e+100)"],
  [{ samples: 5, points: [0, [1, 2]] }, "invalid points[1]: [1,2] (a number from -1e+100 to 1e+100)"],
  [
    { samples: 5, points: [[0, 1], [2]] },
    "invalid points[1]: [2] (a pair of numbers from -1e+100 to 1e+100, as the first is one)",
  ],
  [
    {
      samples: 5,
      points: [
        [0, 1],
        [2, 1e101],
      ],
    },
    "invalid points[1][1]: 1e+101 (a number from -1e+100 to 1e+100)",
  ],
])("kde: %j", (options, expected) => {
  expect(message(() => loose(kde)(options))).toBe(expected);
});

it.each([
  [{ samples: 5, points: [[0, 1]] }, "invalid points[0]: [0,1] (a number from -1e+100 to 1e+100)"],
  [
    { samples: 5, bandwidth: 1 },
    "unknown option: bandwidth (one of truth, means, stds, weights, points, samples)",
  ],
])("empirical: %j", (options, expected) => {
  expect(message(() => loose(empirical)(options))).toBe(expected);
});

it("a model is what its maker takes", () => {
  for (const model of [
    kde({
      samples: 5,
      means: [
        [0, 1],
        [2, 3],
      ],
      stds: [1, 2],
      weights: [1, 3],
    }),
    kde({ samples: 5, points: Float64Array.of(1, 2), bandwidth: 2 }),
  ]) {
    expect(kde(JSON.parse(JSON.stringify(model)))).toEqual(model);
  }
});
