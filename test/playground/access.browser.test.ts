import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { CHART_NAMES } from "../../playground/src/embed/embed.ts";
import { browser, open, still } from "./page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Page = Awaited<ReturnType<typeof open>>;

/** What axe-core faults, as it is shown. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { run } = (globalThis as unknown as { axe: Axe }).axe;
    const { violations } = await run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

const HASHES = {
  distributions: "#model=gaussian&generations=50&trajectories=50&seed=2&at=50",
  text: "#view=text&generations=100&seed=2&at=100",
} as const;

describe.skipIf(!browser).each(["distributions", "text"] as const)("the view of %s", (view) => {
  it.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 1024],
    ["light", 390],
    ["dark", 390],
  ] as const)("has nothing that axe-core faults: %s, %i wide", async (colorScheme, width) => {
    const page = await open(HASHES[view], { colorScheme, viewport: { width, height: 844 } });
    await still(page, view);
    if (view === "text") {
      await page.locator("#words button").first().click();
      await expect.poll(() => page.textContent("#fate")).not.toBe("");
      await expect.poll(() => page.textContent("#reading-page")).not.toBe("");
    }
    for (const summary of await page.locator(`#panel-${view} summary`).all()) await summary.click();
    const faults = await faultsOf(page);
    // How faint a word is says how much of it is left: the contrast is what is shown. Its label says it too.
    expect(
      faults.filter((fault) => !/^color-contrast: <button type="button" (style|class|tabindex)/.test(fault)),
    ).toEqual([]);
  });

  it("does not scroll sideways on a phone", async () => {
    const page = await open(HASHES[view], { viewport: { width: 390, height: 844 }, isMobile: true });
    await still(page, view);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it("is told to a screen reader when it rests, not while it plays", async () => {
    const page = await open(HASHES[view].replace(/at=\d+/, "at=0"));
    await still(page, view);
    const heard = await hearing(page);
    await page.click(`#player-${view} .primary`);
    const where = () => page.textContent(`#player-${view} .where`);
    await expect.poll(where).toMatch(/^generation (\d+) of \1$/);
    await still(page, view);
    expect(heard.said).toBeLessThanOrEqual(2);
    expect(await page.textContent("#status")).toMatch(/^After \d+ generations/);
  });

  it("stands still for those who want less motion", async () => {
    const page = await open(HASHES[view].replace(/&at=\d+/, ""), { reducedMotion: "reduce" });
    await still(page, view);
    expect(await page.textContent(`#player-${view} .where`)).toMatch(/^generation (\d+) of \1$/);
  });
});

/** Counts what a screen reader is told from now on, unless it is let go: what changes in a live region. */
async function hearing(page: Page): Promise<{ said: number }> {
  const heard = { said: 0 };
  await page.exposeFunction("hear", () => ++heard.said);
  await page.evaluate(() => {
    const { hear } = globalThis as unknown as { hear(): void };
    const what = { childList: true, subtree: true, characterData: true };
    for (const live of document.querySelectorAll("output, [aria-live], [role=status], [role=alert]"))
      new MutationObserver(() => hear()).observe(live, what);
  });
  return heard;
}

const STEPS = ["step-urn", "step-bell", "step-guess", "step-scale", "step-rescue"] as const;

describe.skipIf(!browser)("a chart in somebody else's page", () => {
  it.each(CHART_NAMES)(
    "has nothing that axe-core faults, light or dark, narrow or wide: %s",
    async (chart) => {
      const rest = ["lines", "survival"].includes(chart)
        ? "&model=gaussian&generations=50&trajectories=20&seed=1&at=50"
        : chart === "vocabulary"
          ? "&view=text&generations=50&seed=1&at=50"
          : "&copy=10&fits=3&balls=13&guess=5";
      const page = await open(`#embed=${chart}${rest}`);
      const picture = page.locator("canvas:visible, #passage .gone:visible, #urn .ball:visible").first();
      await expect.poll(() => picture.isVisible(), { timeout: 20_000 }).toBe(true);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const width of [340, 700]) {
          await page.setViewportSize({ width, height: 640 });
          expect([colorScheme, width, await faultsOf(page)]).toEqual([colorScheme, width, []]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        }
      }
    },
  );
});

describe.skipIf(!browser)("the story", () => {
  it.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 390],
    ["dark", 390],
  ] as const)("has nothing that axe-core faults: %s, %i wide", async (colorScheme, width) => {
    const page = await open("#story&copy=100", { colorScheme, viewport: { width, height: 844 } });
    await page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");
    await page.click("#story-own summary");
    for (const id of STEPS) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await expect
        .poll(() => page.locator(`#${id} .told`).allTextContents(), { timeout: 20_000 })
        .not.toContain(id === "step-guess" ? "…" : "");
    }
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it("answers what, how fast and why on the first screen, of a laptop and of a phone", async () => {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 1280, height: 720 },
      { width: 390, height: 844 },
      // What a browser's bars leave of it.
      { width: 390, height: 664 },
    ]) {
      const page = await open("#story&copy=10", { viewport });
      await expect
        .poll(() => page.textContent("#fact-fast"))
        .toMatch(/^Half of the words written once are gone/);
      for (const id of ["story-play", "story-sentence", "passage", "fact-what", "fact-fast", "fact-why"]) {
        const { bottom } = await page
          .locator(`#${id}`)
          .evaluate((one) => one.getBoundingClientRect().toJSON());
        expect([viewport, id, bottom <= viewport.height]).toEqual([viewport, id, true]);
      }
    }
  });

  it("goes from mark to mark for those who want less motion", async () => {
    const page = await open("", { reducedMotion: "reduce" });
    await page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");
    const seen = new Set<string>();
    await page.exposeFunction("saw", (text: string) => seen.add(text));
    await page.evaluate(() => {
      const heard = globalThis as unknown as { saw(text: string): void };
      const sentence = document.getElementById("story-sentence")!;
      new MutationObserver(() => heard.saw(sentence.textContent!.split(",")[0])).observe(sentence, {
        childList: true,
      });
    });
    await page.click("#story-play");
    await expect.poll(() => page.textContent("#story-play"), { timeout: 10_000 }).toBe("Play");
    expect([...seen]).toEqual([
      "One copy later",
      "10 copies of copies later",
      "100 copies of copies later",
      "1",
    ]);
  });

  it("is told to a screen reader when it rests, not while it plays", async () => {
    const page = await open();
    await page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");
    const heard = await hearing(page);
    await page.click("#story-play");
    await expect.poll(() => page.textContent("#story-play"), { timeout: 15_000 }).toBe("Play");
    expect(heard.said).toBeLessThanOrEqual(2);
    expect(await page.textContent("#status")).toMatch(/^1,000 copies/);
  });
});

describe.skipIf(!browser)("the keyboard", () => {
  it("reaches the tabs, the words and the fate of a word", async () => {
    const page = await open(HASHES.distributions);
    await still(page, "distributions");
    await page.focus("#tab-distributions");
    await page.keyboard.press("ArrowRight");
    expect(await page.getAttribute("#tab-text", "aria-selected")).toBe("true");
    await expect.poll(() => page.locator("#words button").count()).toBe(300);
    await page.locator("#words button").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.textContent("#fate h2")).toBe("of");
    expect(await page.locator('#words button[tabindex="0"]').count()).toBe(1);
    // What has happened is said aloud.
    expect(await page.textContent("#status")).toContain("Chance that it is still there");
  });
});
