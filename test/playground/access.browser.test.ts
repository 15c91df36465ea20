import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { browser, open, still } from "./page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const HASHES = {
  distributions: "#model=gaussian&generations=50&trajectories=50&seed=2&at=50",
  text: "#view=text&generations=100&seed=2&at=100",
} as const;

describe.skipIf(!browser).each(["distributions", "text"] as const)("the view of %s", (view) => {
  it.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 390],
  ] as const)("has nothing that axe-core faults: %s, %i wide", async (colorScheme, width) => {
    const page = await open(HASHES[view], { colorScheme, viewport: { width, height: 844 } });
    await still(page, view);
    if (view === "text") {
      await page.locator("#words button").first().click();
      await expect.poll(() => page.textContent("#fate")).not.toBe("");
      await expect.poll(() => page.textContent("#reading-page")).not.toBe("");
    }
    for (const summary of await page.locator(`#panel-${view} summary`).all()) await summary.click();
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      type Axe = { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      const { run } = (globalThis as unknown as { axe: Axe }).axe;
      const { violations } = await run({ include: ["body"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
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

  it("stands still for those who want less motion", async () => {
    const page = await open(HASHES[view].replace(/&at=\d+/, ""), { reducedMotion: "reduce" });
    await still(page, view);
    expect(await page.textContent(`#player-${view} output`)).toMatch(/^generation (\d+) of \1$/);
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
