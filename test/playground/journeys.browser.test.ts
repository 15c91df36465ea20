// What readers do, from the first screen to the last.
import { describe, expect, it } from "vitest";
import { browser, open } from "./page.ts";

type Page = Awaited<ReturnType<typeof open>>;

const told = (page: Page) =>
  page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");

describe.skipIf(!browser)("a reader", () => {
  it("goes through the story from its start to the bench", async () => {
    const page = await open("", { reducedMotion: "reduce" });
    await told(page);
    await page.click("#story-play");
    await expect.poll(() => page.textContent("#story-play"), { timeout: 20_000 }).toBe("Play");
    expect(await page.textContent("#story-sentence")).toMatch(/^1,000 copies of copies later, 9\d/);
    await page.locator("#step-bell").scrollIntoViewIfNeeded();
    await expect.poll(() => page.textContent("#bell-told")).toContain("(exact law)");
    await page.click("#bell-step");
    await expect.poll(() => page.textContent("#bell-told")).toMatch(/^Generation 1: /);
    await page.locator("#step-guess").scrollIntoViewIfNeeded();
    await expect.poll(() => page.textContent("#guess-few")).toMatch(/^\d+$/);
    // Predicts by dragging the point itself.
    const box = (await page.locator("#guess-picture").boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.7);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.4, { steps: 4 });
    await page.mouse.up();
    const guess = Number(/^([\d,.]+) times as long$/.exec((await page.textContent("#guess-value"))!)![1]);
    expect(guess).toBeGreaterThan(1);
    await page.click("#guess-answer");
    expect(await page.textContent("#guess-told")).toMatch(/^1\d(\.\d)? times as long/);
    await page.locator("#step-scale").scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.textContent("#scale-told"), { timeout: 20_000 })
      .toMatch(/^n = 100: half of 400/);
    await page.locator("#step-rescue").scrollIntoViewIfNeeded();
    await expect.poll(() => page.textContent("#rescue-told")).toContain("stays in the long run");
    await page.getByRole("link", { name: "Open the bench" }).click();
    await expect.poll(() => page.isVisible("#model")).toBe(true);
    await page.goBack();
    await expect.poll(() => page.isVisible("#passage")).toBe(true);
    expect(await page.textContent("#story-sentence")).toMatch(/^1,000 copies of copies later/);
  });

  it("without a network has the whole page that was seen before, bench and book too", async () => {
    const page = await open("", { serviceWorkers: "allow" });
    await told(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await told(page);
    await page.click("#story-marks >> text=100");
    expect(await page.textContent("#story-sentence")).toMatch(/^100 copies of copies later/);
    // The book itself is read when a word of it is looked for.
    await page.fill("#story-word", "harpoon");
    await page.press("#story-word", "Enter");
    await expect.poll(() => page.textContent("#story-fate")).toContain("By the exact law");
    await page.locator("#step-rescue").scrollIntoViewIfNeeded();
    await expect.poll(() => page.textContent("#rescue-told")).toContain("stays in the long run");
    await page.click("#to-bench");
    await expect
      .poll(() => page.textContent("#finding-distributions"), { timeout: 20_000 })
      .toMatch(/still holds in/);
  });

  it("brings a text of very many words, any of which can be found", async () => {
    const page = await open();
    await told(page);
    const word = (i: number) =>
      `w${i.toString(26).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)])}x`;
    const text = Array.from({ length: 60_000 }, (_, i) => `${word(i)} `.repeat(1 + (i % 3))).join("");
    await page.setInputFiles("#story-file", {
      name: "many.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
    await expect.poll(() => page.textContent("#passage-name"), { timeout: 20_000 }).toBe("many.txt");
    await page.click("#story-marks >> text=100");
    const different = new Set(text.trim().split(" ")).size.toLocaleString("en-GB");
    await page.click("#story-marks button");
    expect(await page.textContent("#story-sentence")).toBe(`many.txt has ${different} different words.`);
    // A word far beyond the beginning has its name from the worker that has read them.
    await page.fill("#story-word", word(59_999));
    await page.press("#story-word", "Enter");
    await expect.poll(() => page.textContent("#story-fate")).toContain(`“${word(59_999)}”: written `);
    await page.click("#story-own summary");
    await page.click("#story-moby");
    await expect.poll(() => page.textContent("#passage")).toMatch(/^Call me Ishmael/);
    await page.fill("#story-word", "whale");
    await page.press("#story-word", "Enter");
    await expect.poll(() => page.textContent("#story-fate")).toContain("“whale”: written ");
  });
});
