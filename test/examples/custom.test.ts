// The models of examples/custom are what their first lines say.
import { expect, it } from "vitest";
import { bernoulli, moduleModel, simulate } from "../../src/index.ts";

const example = (name: string, options?: object) =>
  moduleModel(new URL(`../../examples/custom/${name}.mjs`, import.meta.url), options);

it("bernoulli: the library's by samples, bit for bit", async () => {
  const common = { generations: 100, trajectories: 200, seed: 7, survival: ["p!=0,1"] as const };
  const options = { p: 0.2, samples: 100 };
  const run = await simulate({ ...common, model: example("bernoulli", options) });
  const built = await simulate({ ...common, model: bernoulli({ ...options, method: "samples" }) });
  expect(run.observable("p").mean).toEqual(built.observable("p").mean);
  expect(run.observable("p").sd).toEqual(built.observable("p").sd);
  expect(run.survival("p!=0,1").probability).toEqual(built.survival("p!=0,1").probability);
});

it("ridge: without a penalty a martingale, whose variance grows by noise^2 / (samples - 2)", async () => {
  const options = { slope: 1, samples: 12, penalty: 0, noise: 0.5 };
  const common = { generations: 20, trajectories: 20_000, seed: 3 };
  const run = await simulate({ ...common, model: example("ridge", options) });
  const [slope, error] = [run.observable("slope"), run.observable("error")];
  for (const [measured, expected] of [
    [slope, () => 1],
    [error, (k: number) => (k * options.noise ** 2) / (options.samples - 2)],
  ] as const) {
    // Twenty generations that depend on each other, two observables: alpha is 2e-5 at most.
    for (const k of run.generations.slice(1)) {
      expect(Math.abs(measured.mean[k] - expected(k)) / measured.standardError[k]).toBeLessThan(5);
    }
  }
});

it("ridge: a penalty pulls the slope to zero, each time by the mean of Q / (Q + penalty), Q chi-squared", async () => {
  const options = { slope: 1, samples: 4, penalty: 1, noise: 0.5 };
  // The density of chi-squared with 4 degrees of freedom is q exp(-q / 2) / 4; Simpson's rule up to 200.
  const [steps, last] = [20_000, 200];
  let factor = 0;
  for (let i = 0; i <= steps; ++i) {
    const q = (i * last) / steps;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    factor += (((weight * q * q) / (q + 1)) * Math.exp(-q / 2)) / 4;
  }
  factor *= last / steps / 3;
  const run = await simulate({
    ...{ model: example("ridge", options), generations: 8, trajectories: 20_000, seed: 4 },
  });
  const { mean, standardError } = run.observable("slope");
  // Eight generations: alpha is 5e-6.
  for (const k of run.generations.slice(1)) {
    expect(Math.abs(mean[k] - factor ** k) / standardError[k]).toBeLessThan(5);
  }
});

it("markov: a letter that is gone does not come back, and in the end one is left, or a circle of some", async () => {
  const model = example("markov", { text: "the whale and the sea and the ship " });
  const run = await simulate({ model, generations: 300, trajectories: 50, seed: 5, survival: ["letters>3"] });
  const [letters, entropy] = [run.observable("letters"), run.observable("entropy")];
  for (let i = 0; i < 50; ++i) {
    const path = [...letters.trajectory(i)];
    expect(path[0]).toBe(new Set("the whale and the sea and the ship ").size);
    expect(path).toEqual([...path].sort((a, b) => b - a));
    expect(path.at(-1)).toBeLessThan(path[0]);
    for (const [k, value] of entropy.trajectory(i).entries()) {
      expect(value).toBeLessThanOrEqual(Math.log(path[k]) + 1e-12);
    }
  }
  expect(run.timeTo("letters>3").median).toBeGreaterThan(1);
});
