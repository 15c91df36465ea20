import { describe, expect, it } from "vitest";
import { theory } from "../../src/index.ts";
import { browser, open } from "./page.ts";

type Page = Awaited<ReturnType<typeof open>>;

const WEIGHTS = [4, 2, 2, 2, 1, 1];
const SAMPLES = 12;
const GENERATIONS = 5;

const said = (page: Page) => page.textContent("#urn-told");
/** The letters on the balls of each generation. */
const rows = (page: Page) =>
  page
    .locator("#urn .urn")
    .evaluateAll((all) =>
      all.map((row) => Array.from(row.querySelectorAll(".ball:not(.none)"), (ball) => ball.textContent!)),
    );
const kinds = (balls: readonly string[]) => new Set(balls);

async function shown(hash = "", options = {}): Promise<Page> {
  const page = await open(hash, options);
  await page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");
  await page.locator("#step-urn").scrollIntoViewIfNeeded();
  await expect.poll(() => said(page)).not.toBe("");
  return page;
}

describe.skipIf(!browser)("the urn", () => {
  it("is drawn by hand for five generations, by the keyboard, and no word comes back", async () => {
    const page = await shown("#story&urn-seed=4");
    const [first] = await rows(page);
    expect(first).toEqual([..."WWWWMMLLTTIO"]);
    const expected = theory.categorical.expectedUnique({
      weights: WEIGHTS,
      samples: SAMPLES,
      generations: Array.from({ length: GENERATIONS }, (_, k) => k + 1),
    });
    await page.focus("#urn-draw");
    for (let k = 1; k <= GENERATIONS; ++k) {
      for (let i = 1; i <= SAMPLES; ++i) {
        await page.keyboard.press("Enter");
        const all = await rows(page);
        expect(all[k]).toHaveLength(i);
        for (const ball of all[k]) expect(all[k - 1]).toContain(ball);
        if (i < SAMPLES) {
          expect(await said(page)).toBe(`Generation ${k}: ${i} of ${SAMPLES} balls drawn.`);
          // The ball that was drawn and its copy are marked, and are of one word.
          const marked = await page.locator("#urn .taken").allTextContents();
          expect(marked).toEqual([all[k][i - 1], all[k][i - 1]]);
        }
      }
      const words = kinds((await rows(page))[k]).size;
      const sentence = `Generation ${k}: ${words} of 6 words ${words === 1 ? "is" : "are"} left. On average ${expected[k - 1].toFixed(2)} are left (exact law).`;
      expect(await said(page)).toBe(sentence);
      expect(await page.textContent("#status")).toBe(sentence);
      expect(await page.locator("#urn-words .gone").count()).toBe(WEIGHTS.length - words);
      if (k < GENERATIONS) {
        expect(await page.textContent("#urn-draw")).toBe("Next generation");
        await page.keyboard.press("Enter");
        expect(await page.textContent("#urn-draw")).toBe("Draw");
      }
    }
    const all = await rows(page);
    for (let k = 1; k <= GENERATIONS; ++k)
      for (const ball of kinds(all[k])) expect(kinds(all[k - 1])).toContain(ball);
    // At least one was lost, or the test would show nothing.
    expect(kinds(all[GENERATIONS]).size).toBeLessThan(WEIGHTS.length);
    // The keyboard is led to what can still be done.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("urn-again");
    expect(await page.isDisabled("#urn-draw")).toBe(true);
  });

  it("draws the rest at once, as by hand, and begins where a link says", async () => {
    const page = await shown("#story&urn-seed=4");
    await page.focus("#urn-rest");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("urn-draw");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const here = await rows(page);
    expect(here.map((balls) => balls.length)).toEqual([12, 12, 1, 0, 0, 0]);
    const there = await shown("#story&step=urn&balls=13&urn-seed=4");
    expect(await rows(there)).toEqual(here);
    await there.click("#urn-again");
    await expect
      .poll(async () => (await rows(there)).map((balls) => balls.length))
      .toEqual([12, 0, 0, 0, 0, 0]);
  });

  it("does not move for those who want less motion", async () => {
    const moving = (page: Page) => page.evaluate(() => document.getAnimations().length);
    for (const [reducedMotion, animations] of [
      ["reduce", 0],
      ["no-preference", 1],
    ] as const) {
      const page = await shown("", { reducedMotion });
      const seen = await page.evaluate(() => {
        document.getElementById("urn-draw")!.click();
        const urn = document.getElementById("urn")!;
        return urn.getAnimations({ subtree: true }).length;
      });
      expect(seen).toBe(animations);
      await expect.poll(() => moving(page)).toBe(0);
    }
  });
});
