// Kernel density estimates and empirical laws: the same bits from both backends, whatever is observed, and measures that are
// what they are called.
import { describe, expect, it } from "vitest";
import type { Regime } from "../../src/experiment/regime.ts";
import {
  type EmpiricalModel,
  type Experiment,
  empirical,
  type KdeModel,
  kde,
  simulate,
} from "../../src/index.ts";
import { normalSurvival } from "../../src/theory/normal.ts";
import { LAWS, titleOf } from "../theory/regimes/laws.ts";

const MIXTURE = { means: [-2, 0, 1], stds: [0.8, 1, 1.3], weights: [1, 0, 2] };
const PLANE = {
  means: [
    [0, 0],
    [3, -4],
  ],
  stds: [1, 0.5],
};

const models: [string, KdeModel | EmpiricalModel][] = [
  ["normal", kde({ samples: 10, bandwidth: 0.5 })],
  ["two normals", kde({ samples: 12, ...MIXTURE, bandwidth: "silverman" })],
  ["uniform", kde({ samples: 9, truth: "uniform" })],
  ["points", kde({ samples: 7, points: [3, 1, 4, 1, 5], bandwidth: 0.2 })],
  ["the plane", kde({ samples: 11, dimension: 2, kernelWidth: 2 })],
  ["two normals of the plane", kde({ samples: 6, ...PLANE, bandwidth: 1 })],
  [
    "points of the plane",
    kde({
      samples: 5,
      points: [
        [0, 1],
        [2, 3],
      ],
    }),
  ],
  ["uniform on the plane", kde({ samples: 5, truth: "uniform", dimension: 2 })],
  ["an empirical law", empirical({ samples: 8 })],
  ["an empirical law of points", empirical({ samples: 8, points: [3, 1, 4, 1, 5] })],
  ["an empirical law of two normals", empirical({ samples: 8, ...MIXTURE })],
];

const ALL = {
  kde: ["secondMoment", "within", "ise", "mmd", "nll"],
  empirical: ["secondMoment", "variance", "cvm"],
};
type Asked = {
  observables: string[];
  backend?: "wasm" | "typescript";
  generations?: number;
  trajectories?: number;
};

async function paths(
  model: KdeModel | EmpiricalModel,
  regime: Regime | Regime["name"],
  { observables, backend = "wasm", generations = 6, trajectories = 3 }: Asked,
): Promise<number[][][]> {
  const run = await simulate(
    { model, regime, generations, trajectories, seed: "densities", observables } as Experiment,
    { backend },
  );
  return observables.map((name) =>
    Array.from({ length: trajectories }, (_, i) => [...run.observable(name as never).trajectory(i)]),
  );
}

describe.each(LAWS.map((law) => [titleOf(law), law as Regime] as const))("%s", (_, regime) => {
  it.each(models)("%s: Wasm = twin, and no moment depends on what else is observed", async (_, model) => {
    const all = ALL[model.name];
    for (const growth of [undefined, "linear"]) {
      const grown = { ...regime, ...(growth && { growth }) } as Regime;
      const whole = await paths(model, grown, { observables: all });
      expect(await paths(model, grown, { observables: all, backend: "typescript" })).toEqual(whole);
      const moments = all.slice(0, 2);
      for (const backend of ["wasm", "typescript"] as const)
        expect(await paths(model, grown, { observables: moments, backend })).toEqual(whole.slice(0, 2));
      expect(whole.flat(2).some(Number.isNaN)).toBe(false);
    }
  });
});

const density = (x: number, variance: number) =>
  Math.exp(-(x * x) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

describe("an estimate of one point x", () => {
  const h = 0.5;

  it("has the integrated squared error, the discrepancy and the surprise of N(x, h^2)", async () => {
    const model = kde({ samples: 1, bandwidth: h, kernelWidth: 0.7 });
    const [second, within, ise, mmd, nll] = await paths(model, "replace", { observables: ALL.kde });
    expect(within.flat().slice(1, 7)).toEqual(new Array(6).fill(h * h));
    for (const [t, path] of second.entries()) {
      for (const [k, moment] of path.entries()) {
        if (k === 0) {
          expect([moment, ise[t][0], mmd[t][0]]).toEqual([1, 0, 0]);
          expect(nll[t][0]).toBeCloseTo(Math.log(2 * Math.PI * Math.E) / 2, 12);
          continue;
        }
        const square = moment - h * h;
        const x = Math.sqrt(square);
        const distance = (more: number) =>
          density(0, 2 * h * h + more) - 2 * density(x, h * h + 1 + more) + density(0, 2 + more);
        expect(ise[t][k]).toBeCloseTo(distance(0), 12);
        expect(mmd[t][k]).toBeCloseTo(Math.sqrt(2 * Math.PI) * 0.7 * distance(0.49), 12);
        // E -ln of the density of N(x, h^2) at a standard normal.
        const expected = Math.log(2 * Math.PI * h * h) / 2 + (1 + square) / (2 * h * h);
        expect(nll[t][k]).toBeCloseTo(expected, 10);
      }
    }
  });

  it("has them against uniform numbers", async () => {
    const model = kde({ samples: 1, truth: "uniform", bandwidth: h });
    const [second, ise] = await paths(model, "replace", { observables: ["secondMoment", "ise"] });
    const x = Math.sqrt(second[0][1] - h * h);
    const inside = normalSurvival(-x / h) - normalSurvival((1 - x) / h);
    expect(ise[0][1]).toBeCloseTo(density(0, 2 * h * h) - 2 * inside + 1, 12);
  });

  it("has the Cramér–von Mises distance of a step at x", async () => {
    const [second, cvm] = await paths(empirical({ samples: 1 }), "replace", {
      observables: ["secondMoment", "cvm"],
    });
    for (const [t, path] of second.entries()) {
      const u = normalSurvival(Math.sqrt(path[1]));
      expect(cvm[t][1]).toBeCloseTo((u ** 3 + (1 - u) ** 3) / 3, 12);
    }
    const points = empirical({ samples: 1, points: [0, 1, 1, 3] });
    const [moments, distances] = await paths(points, "replace", {
      observables: ["secondMoment", "cvm"],
      trajectories: 20,
    });
    // F is 1/4, 3/4, 3/4, 1 at the points.
    const expected = new Map([
      [0, (9 / 16 + 2 / 16) / 4],
      [1, (1 / 16 + 2 / 16) / 4],
      [9, (1 / 16 + 2 * (9 / 16)) / 4],
    ]);
    moments.forEach((path, t) => {
      expect(distances[t][1]).toBeCloseTo(expected.get(path[1]) ?? Number.NaN, 12);
    });
    expect(new Set(moments.map((path) => path[1])).size).toBe(3);
  });
});

describe("an estimate of many points", () => {
  it("is close to the truth", async () => {
    for (const model of [
      kde({ samples: 1000, ...MIXTURE, bandwidth: 0.3 }),
      kde({ samples: 1000, ...PLANE, bandwidth: 0.3 }),
      kde({ samples: 1000, truth: "uniform", bandwidth: 0.02 }),
    ]) {
      const [second, within, ise, mmd] = await paths(model, "replace", {
        observables: ALL.kde.slice(0, 4),
        generations: 1,
        trajectories: 1,
      });
      expect(second[0][1] / second[0][0]).toBeCloseTo(1, 1);
      expect(within[0][1] / within[0][0]).toBeCloseTo(1, 1);
      expect(ise[0][1]).toBeLessThan(0.05);
      expect(mmd[0][1]).toBeLessThan(0.005);
    }
  });

  it("has no integrated squared error from points", async () => {
    const [ise] = await paths(kde({ samples: 5, points: [1, 2] }), "replace", { observables: ["ise"] });
    expect(ise[0].slice(1)).toEqual(new Array(6).fill(Number.POSITIVE_INFINITY));
  });
});

// The numbers of a seed are a promise: when these change, the change is "value-breaking" in the changelog.
it("the numbers of a seed", async () => {
  const lines: string[] = [];
  for (const [name, model] of models) {
    lines.push(name);
    for (const law of LAWS) {
      const all = ALL[model.name];
      const rows = await paths(model, law as Regime, { observables: all, trajectories: 1 });
      lines.push(`  ${titleOf(law)}`, ...rows.map(([path], i) => `    ${all[i]} ${path.slice(1).join(" ")}`));
    }
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../vectors/densities.txt");
});
