import { describe, expect, it } from "vitest";
import { defaults } from "../../playground/src/fields.ts";
import { fieldsOf, linkOf, parseLink, type State } from "../../playground/src/link.ts";
import { MODELS } from "../../playground/src/models.ts";
import { browser, downloaded, open, still } from "./page.ts";

describe("an address", () => {
  it("is read back as it was written, for every model and for a text", () => {
    for (const model of [...Object.keys(MODELS), "text"]) {
      const view = model === "text" ? "text" : "distributions";
      for (const seed of [0, 42, Number.MAX_SAFE_INTEGER, "a seed & more=1#", "-1x", "é"]) {
        const state: State = { view, model, values: defaults(fieldsOf(model)), seed, at: 7 };
        expect(parseLink(linkOf(state))).toEqual({ state, faults: [] });
      }
    }
  });

  it("has defaults for what it leaves out", () => {
    const { state, faults } = parseLink("");
    expect(faults).toEqual([]);
    expect(state).toMatchObject({
      view: "distributions",
      model: "gaussian",
      values: defaults(MODELS["gaussian"].fields),
    });
  });

  it("names everything in it that is wrong", () => {
    const { state, faults } = parseLink(
      "#model=bernoulli&p=2&samples=1e99&generations=1.5&seed=-1&at=x&colour=red&p=1",
    );
    expect(faults).toEqual([
      "“p” is given twice",
      "samples: “1e99” (an integer from 1 to 1,000,000)",
      "p: “2” (a number from 0 to 1)",
      "generations: “1.5” (an integer from 1 to 100,000)",
      "seed: “-1” (an integer from 0 to 9007199254740991, or other text of up to 80 characters)",
      "at: “x” (an integer from 0 to 100, the last generation)",
      "“colour” is not known here",
    ]);
    expect(state.values).toEqual(defaults(MODELS["bernoulli"].fields));
  });
});

describe.skipIf(!browser)("a link", () => {
  it.each([
    ["distributions", "#model=mixture&samples=12&mean=2&generations=60&trajectories=80&seed=11&at=33"],
    ["text", "#view=text&generations=100&order=2&page=3&seed=11&at=33"],
  ] as const)("shows the same picture of the view of %s on another machine", async (view, hash) => {
    const here = await open(hash, { permissions: ["clipboard-read", "clipboard-write"] });
    await still(here, view);
    await here.click(`#link-${view}`);
    const link = await here.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("at=33");
    const there = await open(new URL(link).hash);
    await still(there, view);
    expect(await there.textContent(`#finding-${view}`)).toBe(await here.textContent(`#finding-${view}`));
    const svg = async (page: typeof here) => (await downloaded(page, `#svg-${view}`)).content.toString();
    expect(await svg(there)).toBe(await svg(here));
    const picture = (page: typeof here) => page.locator(`#panel-${view} figure .chart`).first().screenshot();
    expect((await picture(there)).equals(await picture(here))).toBe(true);
    if (view === "text") {
      const read = (page: typeof here) => page.textContent("#reading-page");
      await expect.poll(() => read(there)).not.toBe("");
      expect(await read(there)).toBe(await read(here));
    }
  });

  it("with nonsense in it says what is wrong and offers defaults", async () => {
    const page = await open("#model=gaussian&samples=-3&seed=5");
    expect(await page.textContent("#notice li")).toBe("samples: “-3” (an integer from 2 to 1,000,000)");
    expect(await page.isHidden("#panel-distributions")).toBe(true);
    await page.getByRole("button", { name: "Use the defaults for these" }).click();
    await expect.poll(() => page.textContent("#command-distributions")).toContain("--samples 10 ");
    expect(await page.textContent("#command-distributions")).toContain("--seed 5");
    // Edited by hand while the page is open.
    await page.evaluate(() => {
      location.hash = "#model=nothing";
    });
    await page.getByRole("button", { name: "Start afresh" }).click();
    await expect.poll(() => page.isHidden("#notice")).toBe(true);
  });
});
