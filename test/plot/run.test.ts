import { expect, it } from "vitest";
import { custom } from "../../src/models/custom.ts";
import { gaussian } from "../../src/models/gaussian.ts";
import { drawSvg, notDrawn, runPictures } from "../../src/plot/index.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { pinned } from "./pinned.ts";

const model = gaussian({ samples: 10 });

it("draws every observable and event of a run beside theory", async () => {
  const sizes = { generations: 40, trajectories: 500, seed: 1, record: "every:4" };
  const run = await simulate({ model, ...sizes, survival: ["std>0.5"] });
  const pictures = runPictures(run);
  expect(pictures.map(({ name }) => name)).toEqual(["observable-mean", "observable-std", "survival"]);
  const specs = Object.fromEntries(pictures.map(({ name, spec }) => [name, spec]));
  await expect(`${pinned(specs)}\n`).toMatchFileSnapshot("specs/run.txt");
  const [mean, std, survival] = await Promise.all(pictures.map(drawSvg));
  expect(mean).toContain('width="85mm" height="68mm"');
  expect(std).toContain(">mean of std<");
  expect(survival).toContain(">Pr(std&gt;0.5)<");
  for (const label of ["Theorem 3 (upper)", "exact law", "simulation"])
    expect(survival).toContain(`>${label}<`);
});

it("numbers the pictures of several events, and takes a logarithmic axis where steps grow", async () => {
  const sizes = { generations: 3000, trajectories: 10, seed: 1 };
  const run = await simulate({
    model,
    ...sizes,
    survival: ["std>0.5", "std>0.1"],
    observables: [],
  });
  const pictures = runPictures(run);
  expect(pictures.map(({ name }) => name)).toEqual(["survival-1", "survival-2"]);
  expect(pictures[1].spec).toMatchObject({
    encoding: { x: { scale: { type: "log" } }, y: { title: "Pr(std>0.1)" } },
  });
});

it("draws what is infinite, or alone, or says so of what is too much", async () => {
  const names = Array.from({ length: 21 }, (_, i) => `x${i}`);
  const model = custom({
    ...{ name: "wild", observables: names, start: () => 0, generation: (state: number) => state + 1 },
    observe: (state: number) => Object.fromEntries(names.map((name, i) => [name, i === 0 ? 1 / 0 : state])),
  });
  const run = await simulate({ model, generations: 3, trajectories: 1, seed: 1 });
  const pictures = runPictures(run);
  expect(pictures).toHaveLength(20);
  expect(notDrawn(run)).toEqual(["pictures show the first 20 of 21 observables"]);
  for (const svg of await Promise.all(pictures.slice(0, 2).map(drawSvg))) {
    expect(svg).toContain("<svg");
    expect(svg).not.toMatch(/NaN|Infinity/);
  }
});
