import { describe, expect, it } from "vitest";
import { MODELS } from "../../playground/src/models.ts";
import { bernoulli, gaussian, simulate } from "../../src/index.ts";
import { lethe } from "../cli/lethe.ts";
import { browser, columns, downloaded, open, still, words } from "./page.ts";

const numbers = (cells: string[]) => cells.map(Number);

describe.skipIf(!browser)("the view of the distributions", () => {
  it("plays from the first generation to the last, and shows the numbers of simulate()", async () => {
    const page = await open("#model=gaussian&samples=10&generations=60&trajectories=500&seed=7");
    await page.selectOption("#player-distributions-speed", "4");
    await still(page, "distributions");
    expect(await page.textContent("#player-distributions .where")).toBe("generation 60 of 60");
    const { name, content } = await downloaded(page, "#csv-distributions");
    expect(name).toBe("lethe-gaussian-7.csv");
    const csv = columns(content);
    const run = await simulate({
      model: gaussian({ samples: 10 }),
      generations: 60,
      trajectories: 500,
      seed: 7,
      survival: ["std>0.1"],
    });
    expect(numbers(csv["std mean"])).toEqual([...run.observable("std").mean]);
    expect(numbers(csv["std>0.1 probability"])).toEqual([...run.survival("std>0.1").probability]);
    expect(numbers(csv["std of trajectory 39"])).toEqual([...run.observable("std").trajectory(39)]);
  });

  it("gives a command line for the same numbers, for every model", async () => {
    for (const model of Object.keys(MODELS)) {
      const page = await open(`#model=${model}&trajectories=50&generations=40&seed=3&at=40`);
      await still(page, "distributions");
      const command = words((await page.textContent("#command-distributions"))!);
      const csv = columns((await downloaded(page, "#csv-distributions")).content);
      const { code, stdout } = await lethe([...command.slice(1), "--json"]);
      expect([model, code]).toEqual([model, 0]);
      const { observables, survival } = JSON.parse(stdout);
      const [name] = Object.keys(csv)[1].split(" ");
      expect(numbers(csv[`${name} mean`])).toEqual(observables[name].mean);
      expect(numbers(csv[`${survival[0].event} probability`])).toEqual(survival[0].probability);
    }
  });

  it("draws the theory beside the simulation", async () => {
    const page = await open("#model=bernoulli&generations=50&trajectories=200&seed=1&at=50");
    await still(page, "distributions");
    const legend = await page.locator("#chart-survival + .labels li").allTextContents();
    expect(legend).toEqual(["simulated (200)", "exact chain", "Theorem 1 (at most)", "Theorem 1 (at least)"]);
    const csv = columns((await downloaded(page, "#csv-distributions")).content);
    const run = await simulate({
      model: bernoulli({ p: 0.003, samples: 1000 }),
      generations: 50,
      trajectories: 200,
      seed: 1,
      survival: ["p!=0"],
    });
    const exact = run.survival("p!=0").theory.find(({ side }) => side === "exact")!.values;
    numbers(csv["exact chain (exact)"]).forEach((value, k) => {
      // Theory may use Math.exp, in which engines differ by rounding.
      expect(value).toBeCloseTo(exact[k], 12);
    });
  });

  it("changes the model, a number and the seed", async () => {
    const page = await open("#model=gaussian&seed=1&at=10");
    await still(page, "distributions");
    await page.selectOption("#model", "poisson");
    await page.click("#player-distributions .primary");
    await page.fill("#fields-samples", "50");
    await expect
      .poll(() => page.textContent("#command-distributions"))
      .toContain("poisson --rate 1 --samples 50");
    const before = await page.inputValue("#player-distributions-seed");
    await page.getByRole("button", { name: "New seed" }).first().click();
    await expect.poll(() => page.inputValue("#player-distributions-seed")).not.toBe(before);
    await page.fill("#fields-samples", "many");
    expect(await page.getAttribute("#fields-samples", "aria-invalid")).toBe("true");
    expect(await page.textContent("#fields-samples-wrong")).toBe("not an integer from 1 to 1,000,000");
    expect(await page.textContent("#command-distributions")).toContain("--samples 50");
  });

  it("steps, plays, pauses and goes back", async () => {
    const page = await open("#model=gaussian&generations=100&trajectories=50&seed=1&at=10");
    await still(page, "distributions");
    const where = () => page.textContent("#player-distributions .where");
    const press = (name: string) =>
      page.locator("#player-distributions").getByRole("button", { name, exact: true }).click();
    await press("Step");
    expect(await where()).toBe("generation 11 of 100");
    await press("Play");
    await expect.poll(where).not.toBe("generation 11 of 100");
    await press("Pause");
    const stopped = await where();
    await page.waitForTimeout(200);
    expect(await where()).toBe(stopped);
    await press("Reset");
    expect(await where()).toBe("generation 0 of 100");
    // Nothing is said of what is still to come.
    const finding = () => page.textContent("#finding-distributions");
    expect(await finding()).toBe("At first, std > 0.1 holds in each of 50 trajectories.");
    const median = Number((await page.textContent("#player-distributions .where"))!.match(/of (\d+)/)![1]);
    await page.goto(`${page.url().replace(/at=\d+/, "at=")}${median}`);
    await expect.poll(finding).toMatch(/Half of all trajectories have lost it by generation \d+\.$/);
  });

  it("follows the trajectory that is clicked, and lets it go again, without another run", async () => {
    const page = await open("#model=gaussian&generations=60&trajectories=50&seed=1&at=60");
    await still(page, "distributions");
    const names = () => page.locator("#chart-lines + .labels li").allTextContents();
    expect(await names()).toEqual(["median, and 10–90 % of 50", "mean of 50", "exact mean"]);
    const click = () => page.locator("#chart-lines .u-over").click({ position: { x: 150, y: 70 } });
    await click();
    await expect.poll(names).toHaveLength(4);
    const follow = await page.inputValue("#fields-follow");
    expect((await names())[0]).toMatch(new RegExp(`^trajectory ${follow}\\b`));
    await expect.poll(() => page.evaluate(() => location.hash)).toContain(`follow=${follow}&`);
    const csv = columns((await downloaded(page, "#csv-distributions")).content);
    const run = await simulate({
      model: gaussian({ samples: 10 }),
      generations: 60,
      trajectories: 50,
      seed: 1,
    });
    expect(numbers(csv[`std of trajectory ${follow}`])).toEqual([
      ...run.observable("std").trajectory(Number(follow)),
    ]);
    for (const [column, q] of [
      ["std q10", 0.1],
      ["std median", 0.5],
      ["std q90", 0.9],
    ] as const)
      expect(numbers(csv[column])).toEqual([...run.observable("std").quantile(q)]);
    await click();
    await expect.poll(() => page.inputValue("#fields-follow")).toBe("none");
    // By the keyboard, too.
    await page.selectOption("#fields-follow", "7");
    await expect.poll(async () => (await names())[0]).toMatch(/^trajectory 7/);
  });

  it("lets the generations grow with the samples, until they are chosen by hand", async () => {
    const page = await open("#model=gaussian&trajectories=50&seed=1&at=10");
    await still(page, "distributions");
    const generations = () => page.inputValue("#fields-generations");
    expect(await generations()).toBe("200");
    await page.fill("#fields-samples", "100");
    await expect.poll(generations).toBe("2000");
    await expect.poll(() => page.textContent("#command-distributions")).toContain("--generations 2000 ");
    await page.fill("#fields-generations", "300");
    await page.fill("#fields-samples", "50");
    await expect.poll(() => page.textContent("#command-distributions")).toContain("--samples 50 ");
    expect(await generations()).toBe("300");
  });

  it("is not empty after Reset: all curves begin in a dot", async () => {
    const page = await open("#model=gaussian&generations=50&trajectories=50&seed=2&at=50");
    await still(page, "distributions");
    await page.locator("#player-distributions").getByRole("button", { name: "Reset" }).click();
    for (const chart of ["#chart-lines", "#chart-survival"]) {
      const painted = await page.locator(`${chart} canvas.trace`).evaluateAll((layers) =>
        layers.map((layer) => {
          const { width, height } = layer as HTMLCanvasElement;
          const { data } = (layer as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
          return data.filter((_, i) => i % 4 === 3).some((alpha) => alpha > 200);
        }),
      );
      expect([chart, painted]).toEqual([chart, [expect.anything(), true]]);
    }
  });

  it("makes an SVG and a PNG of the picture", async () => {
    const page = await open("#model=gaussian&generations=50&trajectories=50&draw=each&seed=2&at=50");
    await still(page, "distributions");
    const { content: svg } = await downloaded(page, "#svg-distributions");
    const parsed = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "image/svg+xml");
      return [document.querySelector("parsererror")?.textContent, document.querySelectorAll("path").length];
    }, svg.toString());
    expect(parsed[0]).toBeUndefined();
    // Forty trajectories and the six curves at least.
    expect(parsed[1]).toBeGreaterThan(46);
    expect(svg.toString()).toContain("--seed 2");
    const { content: png } = await downloaded(page, "#png-distributions");
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(png.readUInt32BE(16)).toBe(1800);
  });

  it("works without a worker, to the same bits", async () => {
    const hash = "#model=poisson&generations=40&trajectories=300&seed=5&at=40";
    const here = await open(hash, { before: () => Reflect.deleteProperty(globalThis, "Worker") });
    const there = await open(hash);
    await Promise.all([still(here, "distributions"), still(there, "distributions")]);
    expect(here.workers()).toHaveLength(0);
    expect(there.workers()).toHaveLength(1);
    const [a, b] = [
      await downloaded(here, "#csv-distributions"),
      await downloaded(there, "#csv-distributions"),
    ];
    expect(a.content.toString()).toBe(b.content.toString());
  });

  it("says when the worker is lost, and starts it again", async () => {
    const page = await open("#model=gaussian&generations=50&trajectories=50&seed=2&at=20");
    await still(page, "distributions");
    await page.workers()[0].evaluate(() => {
      setTimeout(() => {
        throw new Error("out of memory");
      });
    });
    await page.getByRole("button", { name: "Restart it" }).click();
    await still(page, "distributions");
    expect(await page.textContent("#player-distributions .where")).toBe("generation 20 of 50");
    expect(await page.isHidden("#notice")).toBe(true);
  });
});
