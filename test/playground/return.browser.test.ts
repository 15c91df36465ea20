// What was tried in the story is in its address: Back, Forward, a reload and a link bring it again.
import { describe, expect, it } from "vitest";
import { START, STEPS } from "../../playground/src/story/address.ts";
import { browser, open } from "./page.ts";

type Page = Awaited<ReturnType<typeof open>>;

const hash = (page: Page) => page.evaluate(() => location.hash);
const told = (page: Page) =>
  page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");

/** Goes to each step, so that all are made, and waits until what they say has come. */
async function visit(page: Page): Promise<void> {
  await told(page);
  for (const name of STEPS) {
    await page.locator(`#step-${name}`).scrollIntoViewIfNeeded();
    if (name === "guess") await expect.poll(() => page.textContent("#guess-few")).not.toBe("…");
    else await expect.poll(() => page.textContent(`#${name}-told`)).not.toBe("");
  }
}

/** All that says what has been tried. */
const tried = (page: Page) =>
  page.evaluate(
    (ids) => Object.fromEntries(ids.map((id) => [id, document.getElementById(id)!.textContent])),
    ["story-sentence", "urn-told", "bell-told", "bell-value", "guess-value", "guess-told"].concat([
      "scale-told",
      "scale-meaning",
      "rescue-told",
      "rescue-need",
      "real-value",
      "keep-value",
    ]),
  );

/** Tries something in each step, and waits until the address holds it. */
async function tryAll(page: Page): Promise<void> {
  await page.click("#story-marks >> text=100");
  await expect.poll(() => hash(page)).toBe("#story&copy=100");
  await visit(page);
  await page.click("#urn-again");
  await page.click("#urn-rest");
  await expect.poll(() => hash(page)).toMatch(/&step=urn&balls=12&urn-seed=\d+$/);
  await page.click("#bell-step");
  await page.fill("#bell-threshold", "-500");
  await expect.poll(() => hash(page)).toMatch(/&step=bell&balls=12&.*&fits=1&threshold=0\.32$/);
  await page.fill("#guess", "500");
  await page.click("#guess-answer");
  await expect.poll(() => hash(page)).toMatch(/&guess=32&answer=shown$/);
  await page.fill("#scale-samples", "338");
  await page.click("#scale-try");
  await expect.poll(() => page.textContent("#scale-told"), { timeout: 20_000 }).toMatch(/^n = 30: half/);
  await expect.poll(() => hash(page)).toMatch(/&step=scale&.*&samples=10,100,30$/);
  await page.fill("#real-share", "500");
  await page.fill("#real-keep", "25");
  await expect.poll(() => hash(page)).toMatch(/&step=rescue&.*&real=0\.022&keep=0\.25$/);
  await expect.poll(() => page.textContent("#rescue-need")).toMatch(/^It takes/);
}

describe.skipIf(!browser)("what was tried", () => {
  it("is there again on Back, on Forward, and by the link in the head of the page", async () => {
    const page = await open("", { reducedMotion: "reduce" });
    await told(page);
    await tryAll(page);
    const [last, all] = [await hash(page), await tried(page)];
    await page.click("#to-bench");
    await expect.poll(() => page.isVisible("#model")).toBe(true);
    await page.goBack();
    await expect.poll(() => tried(page)).toEqual(all);
    // What was tried later than in the step before is not there.
    await page.goBack();
    await expect.poll(() => hash(page)).toMatch(/&step=scale&/);
    await expect.poll(() => page.textContent("#real-value")).toBe(`${100 * START.real}\u00a0%`);
    expect(await page.textContent("#scale-told")).toBe(all["scale-told"]);
    await page.goBack();
    await expect.poll(() => hash(page)).toMatch(/&step=guess&/);
    await expect.poll(() => page.textContent("#scale-told")).toMatch(/^n = 100: half/);
    expect(await page.textContent("#guess-told")).toBe(all["guess-told"]);
    const top = () =>
      page.locator("#step-guess").evaluate((step) => Math.abs(step.getBoundingClientRect().top));
    await expect.poll(top).toBeLessThan(300);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => hash(page)).toMatch(/&step=urn&balls=12&urn-seed=\d+$/);
    expect(await page.textContent("#urn-told")).toBe(all["urn-told"]);
    await expect.poll(() => page.textContent("#bell-told")).toMatch(/^Generation 0: /);
    await page.goBack();
    await expect.poll(() => hash(page)).toBe("#story&copy=100");
    await expect.poll(() => page.textContent("#urn-told")).toMatch(/None is drawn yet\.$/);
    for (const _ of STEPS) await page.goForward();
    await expect.poll(() => hash(page)).toBe(last);
    await expect.poll(() => tried(page)).toEqual(all);
    await page.goForward();
    await expect.poll(() => page.isVisible("#model")).toBe(true);
    await page.click("#to-story");
    await expect.poll(() => tried(page)).toEqual(all);
    // The name of the page begins anew.
    await page.click(".name");
    await expect.poll(() => page.textContent("#story-sentence")).toMatch(/^Moby-Dick has/);
    await expect.poll(() => page.textContent("#guess-value")).toBe("not yet");
  });

  it("is there after a reload, and where the address is opened elsewhere", async () => {
    const page = await open("", { reducedMotion: "reduce" });
    await told(page);
    await tryAll(page);
    const [last, all] = [await hash(page), await tried(page)];
    await page.reload();
    await visit(page);
    await expect.poll(() => tried(page), { timeout: 20_000 }).toEqual(all);
    expect(await hash(page)).toBe(last);
    const there = await open(last, { reducedMotion: "reduce" });
    await visit(there);
    await expect.poll(() => tried(there), { timeout: 20_000 }).toEqual(all);
  });

  it("is where play was left for the bench", async () => {
    const page = await open("#story&seed=3");
    await told(page);
    await page.click("#story-play");
    await expect.poll(() => page.textContent("#story-sentence")).toMatch(/^\d+ copies of copies/);
    await page.click("#to-bench");
    await expect.poll(() => page.isVisible("#model")).toBe(true);
    const left = await page.textContent("#story-sentence");
    await page.goBack();
    await expect.poll(() => page.isVisible("#passage")).toBe(true);
    expect(await page.textContent("#story-sentence")).toBe(left);
    expect(left).not.toMatch(/has/);
  });
});
