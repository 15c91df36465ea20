// What the page says where a part of it does not come, and that it can be had later.
import { describe, expect, it } from "vitest";
import { browser, open, still } from "./page.ts";

/** Parts of the page, by the names of their files. */
const PARTS = [
  ["the bench", "bench-*.js", "distributions", "#model=gaussian&generations=50&trajectories=50&seed=2&at=50"],
  [
    "a view",
    "distributions-*.js",
    "distributions",
    "#model=gaussian&generations=50&trajectories=50&seed=2&at=50",
  ],
  ["the other view", "text-*.js", "text", "#view=text&generations=20&seed=2&at=20"],
  [
    "the engine",
    "{worker,service}-*.js",
    "distributions",
    "#model=gaussian&generations=50&trajectories=50&seed=2&at=50",
  ],
  ["the book", "*.txt.gz", "text", "#view=text&generations=20&seed=2&at=20"],
] as const;

describe.skipIf(!browser)("where a part cannot be loaded", () => {
  it.each(PARTS)("%s is missed in words, and is there after another try", async (_, files, view, hash) => {
    const page = await open("", { expected: /Failed to load resource/ });
    await page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");
    await page.route(`**/${files}`, (route) => route.abort());
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    const again = page.locator("#notice").getByRole("button", { name: /^(Try|Load the page) again$/ });
    await again.waitFor();
    await page.unrouteAll();
    await again.click();
    await still(page, view);
    expect(await page.isHidden("#notice")).toBe(true);
  });

  it("loads the page again at the view that was turned to", async () => {
    const page = await open("#model=gaussian&generations=50&trajectories=50&seed=2&at=50", {
      expected: /Failed to load resource/,
    });
    await still(page, "distributions");
    await page.route("**/text-*.js", (route) => route.abort());
    await page.click("#tab-text");
    const again = page.locator("#notice").getByRole("button");
    // Without it there is nothing to be seen: it cannot be closed.
    expect(await again.allTextContents()).toEqual(["Load the page again"]);
    await page.unrouteAll();
    await again.click();
    await expect.poll(() => page.textContent("#about-text")).toMatch(/^Moby-Dick: /);
  });
});
