// Exact means of estimates against numbers that were found without this library.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Regime } from "../../src/experiment/regime.ts";
import { empirical, kde } from "../../src/index.ts";
import { bandwidthOf } from "../../src/kernels/densities.ts";
import { meanTheory } from "../../src/laws/index.ts";
import { checkModel } from "../../src/models/index.ts";
import { expectRow } from "./expect.ts";
import { LAWS, titleOf } from "./regimes/laws.ts";

const AT = [2, 10, 100];
const mean = (
  model: ReturnType<typeof kde> | ReturnType<typeof empirical>,
  regime: Regime,
  observable: string,
  at: number[],
) => {
  const [curve, ...others] = meanTheory({ model, regime }, observable, at);
  expect(others).toEqual([]);
  return curve?.values ?? expect.fail(`nothing of ${observable}`);
};

// Simulation, and sums over frequencies of another program, N(0, 1), n = 100.
it.each([
  [0.5, "replace", ".012805589 .0697038224 .225598246"],
  [0.5, "accumulate", ".00789841007 .0152200669 .028326463"],
  [0.5, "accumulate-subsample", ".00950700903 .0186260467 .0323009222"],
  [0.1, "replace", ".0424193831 .111587197 .278480205"],
  [0.1, "accumulate", ".0270784348 .0241244714 .0176680544"],
  [0.1, "accumulate-subsample", ".039710984 .0496841511 .0456860183"],
] as const)("the integrated squared error, h = %d, %s", (bandwidth, name, row) => {
  const values = mean(kde({ samples: 100, bandwidth }), { name }, "ise", AT);
  expectRow((i) => values[i], row);
});

it("that of the first fit", () => {
  const first = (bandwidth: number) =>
    mean(kde({ samples: 100, bandwidth }), { name: "replace" }, "ise", [1]);
  expectRow((i) => first([0.5, 0.1][i])[0], ".00560376675 .0254077549");
});

describe("moments in closed form", () => {
  const [n, h] = [10, 0.3];
  const model = kde({ samples: n, bandwidth: h });
  const harmonic = (k: number) => Array.from({ length: k }, (_, j) => 1 / (j + 1)).reduce((a, b) => a + b, 0);

  it.each([1, 2, 10, 50])("at generation %d", (k) => {
    const at = (name: Regime["name"], observable: string) =>
      mean(model, { name } as Regime, observable, [k])[0];
    expect(at("replace", "secondMoment")).toBeCloseTo(1 + k * h * h, 12);
    expect(at("replace", "within")).toBeCloseTo(n * h * h + (1 - 1 / n) ** k * (1 - n * h * h), 12);
    for (const name of ["accumulate", "accumulate-subsample"] as const)
      expect(at(name, "secondMoment")).toBeCloseTo(1 + h * h * harmonic(k), 12);
  });

  it("in the long run with real data", () => {
    const regime = { name: "fresh", realShare: 0.1 } as const;
    expect(mean(model, regime, "secondMoment", [2000])[0]).toBeCloseTo(1 + (h * h) / 0.1, 12);
  });
});

it("the bandwidth is that of scikit-learn", () => {
  // KernelDensity(bandwidth="scott") and "silverman", of 100 points.
  expect(bandwidthOf("scott", 100, 1)).toBeCloseTo(100 ** (-1 / 5), 14);
  expect(bandwidthOf("scott", 100, 2)).toBeCloseTo(100 ** (-1 / 6), 14);
  expect(bandwidthOf("silverman", 100, 1)).toBeCloseTo(75 ** (-1 / 5), 14);
  expect(bandwidthOf("silverman", 100, 2)).toBeCloseTo(100 ** (-1 / 6), 14);
});

describe.each(LAWS.map((law) => [titleOf(law), law as Regime] as const))("%s", (_, regime) => {
  it("a wide kernel sees the moments alone, and a narrow one the density", () => {
    const at = [1, 3, 7];
    for (const more of [{}, { dimension: 2 }, { means: [0, 2], stds: [1, 0.5] }]) {
      const base = { samples: 10, bandwidth: 0.4, ...more };
      const ise = mean(kde(base), regime, "ise", at);
      const narrow = 1e-3;
      const mmd = mean(kde({ ...base, kernelWidth: narrow }), regime, "mmd", at);
      const dimension = "dimension" in more ? 2 : 1;
      mmd.forEach((value, i) => {
        expect(value / (Math.sqrt(2 * Math.PI) * narrow) ** dimension / ise[i]).toBeCloseTo(1, 4);
      });
    }
    // k(x, y) = 1 - |x - y|^2 / 2s^2 + ...: what is left is the squared distance of the means, over s^2.
    const wide = 1e3;
    const model = kde({ samples: 10, bandwidth: 0.4, kernelWidth: wide });
    const [mmd, second, within] = ["mmd", "secondMoment", "within"].map((name) =>
      mean(model, regime, name, at),
    );
    mmd.forEach((value, i) => {
      expect((value * wide ** 2) / (second[i] - within[i])).toBeCloseTo(1, 4);
    });
  });

  it("an estimate with hardly a kernel has the moments of an empirical law", () => {
    const at = [1, 2, 9];
    const variance = mean(empirical({ samples: 10 }), regime, "variance", at);
    const within = mean(kde({ samples: 10, bandwidth: 1e-8 }), regime, "within", at);
    const cvm = mean(empirical({ samples: 10 }), regime, "cvm", at);
    variance.forEach((value, i) => {
      expect(value).toBeCloseTo(within[i], 12);
      // Both are what the squared error of a mean leaves.
      expect(value).toBeCloseTo(1 - 6 * cvm[i], 12);
    });
  });
});

it("theory is silent where there is no density, and of the surprise", () => {
  const regime = { name: "replace" } as const;
  expect(meanTheory({ model: kde({ samples: 5, points: [1, 2] }), regime }, "ise", [1])).toEqual([]);
  expect(meanTheory({ model: kde({ samples: 5 }), regime }, "nll", [1])).toEqual([]);
});

interface Table {
  readonly name: string;
  readonly experiment: { readonly model: object; readonly regime: Regime };
  readonly rows: readonly {
    readonly observable: string;
    readonly at: number[];
    readonly expected: number[];
  }[];
}

// The tables that simulations are verified by, in which no integral over frequencies is taken.
const tables: Table[] = JSON.parse(
  readFileSync(new URL("../../verify/tables/densities.json", import.meta.url), "utf8"),
);

it.each(
  tables.filter(({ name }) => !name.includes("likelihood")).map((table) => [table.name, table] as const),
)("%s, by closed forms", (_, { experiment, rows }) => {
  const model = checkModel(experiment.model) as ReturnType<typeof kde>;
  for (const { observable, at, expected } of rows) {
    mean(model, experiment.regime, observable, at).forEach((value, i) => {
      expect(Math.abs(value / expected[i] - 1), `${observable} ${value}`).toBeLessThan(1e-9);
    });
  }
});
