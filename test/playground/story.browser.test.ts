import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isStory, type Place, parseStory, START, storyLink } from "../../playground/src/story/address.ts";
import { classesOf, countsOf } from "../../playground/src/story/classes.ts";
import { placed } from "../../playground/src/story/placed.ts";
import { generationAt, LAST, placeOf } from "../../playground/src/story/time.ts";
import { categorical, countTokens, simulate, theory } from "../../src/index.ts";
import { browser, open } from "./page.ts";

type Page = Awaited<ReturnType<typeof open>>;

const book = () =>
  gunzipSync(readFileSync(new URL("../../dist/playground/moby-dick.txt.gz", import.meta.url))).toString();

/** Waits until the opening has been worked out. */
const told = (page: Page) =>
  page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");
const sentence = (page: Page) => page.textContent("#story-sentence");

describe("the story's axis", () => {
  it("has a place for every generation, at which it has been reached", () => {
    for (let k = 0; k <= LAST; ++k) expect(generationAt(placeOf(k))).toBe(k);
    expect([0, 1, 10, 100, 1000].map(placeOf)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});

describe("the story's address", () => {
  it("is read back as it was written", () => {
    for (const seed of [1, 2, "a & b"]) {
      for (const generation of [0, 10, 1000]) {
        const link = storyLink({ seed, generation });
        expect(isStory(link)).toBe(true);
        expect(parseStory(link)).toEqual({ place: { ...START, seed, generation }, faults: [] });
      }
    }
    const tried: Partial<Place>[] = [
      { step: "urn", balls: 60, urnSeed: "a,b" },
      { step: "bell", fits: 120, threshold: 0.25, bellSeed: 3 },
      { step: "guess", guess: 12.5, answer: "shown" },
      { seed: "x", generation: 5, step: "scale", samples: [5, 30, 1000], estimator: "ml" },
      { step: "rescue", real: 0, keep: 0.95 },
    ];
    for (const place of tried)
      expect(parseStory(storyLink(place))).toEqual({ place: { ...START, ...place }, faults: [] });
    // What a reader finds is left out.
    expect(storyLink(START)).toBe("#story");
    expect(isStory("#view=text")).toBe(false);
  });

  it("names what cannot be used", () => {
    expect(parseStory("#story&copy=1001&seed=-1&x=1&step=nine&guess=0&samples=5,4&real=.6").faults).toEqual([
      "copy: “1001” (an integer from 0 to 1000)",
      "seed: “-1” (an integer from 0 to 9007199254740991, or other text of up to 80 characters)",
      "“x” is not known here",
      "step: “nine” (one of urn, bell, guess, scale, rescue)",
      "guess: “0” (a number from 1 to 1000)",
      "samples: “5,4” (at most five numbers, each an integer from 5 to 1000)",
      "real: “.6” (a number from 0 to 0.5)",
    ]);
  });
});

describe("a passage", () => {
  it("keeps case, punctuation and composed letters", () => {
    const text = "“Well!”—said the Whale’s éclair, WELL.";
    const words = ["well", "said", "the", "whale", "s", "éclair", "well"];
    const pieces = placed(text, words);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text.normalize("NFC"));
    expect(pieces.flatMap((piece) => (piece.word === undefined ? [] : [piece.text]))).toEqual([
      "Well",
      "said",
      "the",
      "Whale",
      "s",
      "éclair",
      "WELL",
    ]);
  });

  it("has its counts as classes, and back", () => {
    const counts = [9, 9, 4, 1, 1, 1];
    expect(classesOf(counts)).toEqual([
      [9, 2],
      [4, 1],
      [1, 3],
    ]);
    expect([...countsOf(classesOf(counts))]).toEqual(counts);
  });
});

describe.skipIf(!browser)("the story", () => {
  it("opens on the passage, and forgets it as lethe does", async () => {
    const page = await open();
    await told(page);
    expect(await page.textContent("#passage")).toMatch(/^Call me Ishmael\. Some years ago—never mind/);
    expect(await page.locator("#passage .gone").count()).toBe(0);
    const { counts, words, total } = countTokens(book());
    const run = await simulate({
      model: categorical({ counts, samples: total }),
      ...{ generations: 10, trajectories: 1, seed: 1, observables: ["unique"] },
    });
    const { probability } = run.forgetting();
    const lost = new Set(words.filter((_, i) => probability[i] === 1));
    await page.click("#story-marks >> text=10");
    const left = run.observable("unique").mean[10];
    const share = Math.round(100 * (1 - left / words.length));
    expect(await sentence(page)).toBe(`10 copies of copies later, ${share}\u00a0% of the words are gone.`);
    const spans = await page
      .locator("#passage span")
      .evaluateAll((all) => all.map((span) => [span.textContent!.toLowerCase(), span.className === "gone"]));
    expect(spans.length).toBeGreaterThan(190);
    expect(spans).toEqual(spans.map(([word]) => [word, lost.has(word as string)]));
  });

  it("plays to the end, and its address holds where it stands", async () => {
    const page = await open("#story&seed=7&copy=100");
    await told(page);
    expect(await sentence(page)).toMatch(/^100 copies of copies later/);
    await page.click("#story-play");
    await expect.poll(() => page.textContent("#story-play"), { timeout: 10_000 }).toBe("Play");
    expect(await sentence(page)).toMatch(/^1,000 copies of copies later, 9\d\s% of the words are gone\.$/);
    await expect.poll(() => new URL(page.url()).hash).toBe("#story&copy=1000&seed=7");
    // What has happened is said once it stands still.
    expect(await page.textContent("#status")).toBe(await sentence(page));
  });

  it("lights a word up that was looked for, with the law of its time", async () => {
    const page = await open("#story&copy=100");
    await told(page);
    await page.fill("#story-word", "Spleen’s");
    await page.press("#story-word", "Enter");
    const { counts, words, total } = countTokens(book());
    const count = counts[words.indexOf("spleen")];
    const median = theory.forgetting.wrightFisherQuantile({ count, samples: total, q: 0.5 });
    await expect
      .poll(() => page.textContent("#story-fate"))
      .toContain(`By the exact law half of such words are gone by copy ${median}.`);
    expect(await page.locator("#passage .lit").allTextContents()).toEqual(["spleen"]);
    await page.fill("#story-word", "internet");
    await page.press("#story-word", "Enter");
    await expect.poll(() => page.textContent("#story-fate")).toBe("“internet” is not a word of this text.");
  });

  it("lets words drop from the text as it plays, and the line grow with them", async () => {
    const page = await open("#story&seed=2");
    await told(page);
    const line = () =>
      page.evaluate(() => {
        const canvas = document.querySelectorAll<HTMLCanvasElement>("#dots canvas")[1];
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d")!;
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        let found = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] > 200 && data[i + 2] < 40) ++found;
        return found;
      });
    expect(await line()).toBe(0);
    await page.click("#story-play");
    await page.locator(".rain").waitFor({ state: "attached" });
    await page.click("#story-play");
    await page.locator(".rain").waitFor({ state: "detached" });
    await page.click("#story-marks >> text=10");
    const short = await line();
    await page.click("#story-marks >> text=1,000");
    await page.locator(".rain").waitFor({ state: "detached" });
    expect(short).toBeGreaterThan(50);
    expect(await line()).toBeGreaterThan(2 * short);
    const still = await open("#story&seed=2", { reducedMotion: "reduce" });
    await told(still);
    await still.click("#story-marks >> text=10");
    await still.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await still.locator(".rain").count()).toBe(0);
  });

  it("takes a text of the reader's, and says what is wrong with one that has no word", async () => {
    const page = await open();
    await told(page);
    await page.click("#story-own summary");
    await page.fill("#story-paste", "…");
    await page.click("#story-use");
    await expect.poll(() => page.textContent("#notice")).toContain("there is no word in Your text");
    await page.fill("#story-paste", `${"The cat sat on the mat, and THE dog lay by. ".repeat(9)}A word.`);
    await page.click("#story-use");
    await expect.poll(() => page.textContent("#passage")).toMatch(/^The cat sat on the mat, and THE dog/);
    expect(await page.textContent("#passage-name")).toBe("Your text");
    await page.click("#story-marks >> text=1,000");
    await expect.poll(() => page.locator("#passage .gone").count()).toBeGreaterThan(20);
  });

  it("draws, fits, plays on, and takes a threshold that is dragged", async () => {
    const page = await open();
    await told(page);
    await page.locator("#step-bell").scrollIntoViewIfNeeded();
    const said = () => page.textContent("#bell-told");
    const law = (threshold: number) =>
      theory.gaussian.firstPassage({ std: 1, samples: 10, threshold }).median.toLocaleString("en-GB");
    await expect.poll(said).toContain(`are there by generation ${law(0.1)} (exact law).`);
    await page.click("#bell-step");
    await expect.poll(said).toMatch(/^Generation 1: width [\d.]+\./);
    await page.click("#bell-play");
    await expect.poll(said, { timeout: 30_000 }).toMatch(/^Generation 120: /);
    // By the mouse, from wherever the line is to near the top of the picture.
    const box = (await page.locator("#bell-widths").boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 120);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 60, { steps: 5 });
    await page.mouse.up();
    const threshold = Number(await page.getAttribute("#bell-threshold", "aria-valuetext"));
    expect(threshold).toBeGreaterThan(0.1);
    await expect.poll(said).toContain(`are there by generation ${law(threshold)} (exact law).`);
    expect(await said()).toContain(`It fell to ${threshold} at generation `);
  });

  it("asks for a guess first, then says how long", async () => {
    const page = await open();
    await told(page);
    await page.locator("#step-guess").scrollIntoViewIfNeeded();
    const [few, many] = [10, 100].map(
      (samples) => theory.gaussian.firstPassage({ std: 1, samples, threshold: 0.1 }).median,
    );
    await expect.poll(() => page.textContent("#guess-few")).toBe(String(few));
    expect(await page.isDisabled("#guess-answer")).toBe(true);
    await page.fill("#guess", "700");
    expect(await page.textContent("#guess-value")).toBe("130 times as long");
    await page.click("#guess-answer");
    expect(await page.textContent("#guess-told")).toContain(
      `${(many / few).toPrecision(3)} times as long: generation ${many} in place of ${few}.`,
    );
  });

  it("simulates any n, whose time is about n by the law", async () => {
    const page = await open();
    await told(page);
    await page.locator("#step-scale").scrollIntoViewIfNeeded();
    const meaning = () => page.textContent("#scale-meaning");
    await expect.poll(meaning).toMatch(/1\/e of itself in 2 n generations.* a tenth after 3\.8 n\.$/);
    const said = () => page.textContent("#scale-told");
    await expect.poll(said, { timeout: 20_000 }).toMatch(/^n = 100: half of 400 simulated runs/);
    await page.fill("#scale-samples", "338");
    await page.click("#scale-try");
    const law = theory.gaussian.firstPassage({ std: 1, samples: 30, threshold: 0.1 }).median;
    await expect.poll(said, { timeout: 20_000 }).toContain(`The exact law says ${law}.`);
    await page.selectOption("#scale-estimator", "ml");
    await expect.poll(meaning).toMatch(/1\/e of itself in 1 n generations.* a tenth after 2\.1 n\.$/);
  });

  it("says what real data keep, and how many are needed, by the law", async () => {
    const page = await open();
    await told(page);
    await page.locator("#step-rescue").scrollIntoViewIfNeeded();
    const { counts, total } = countTokens(book());
    const law = { weights: counts, samples: total };
    const [kept] = theory.regimes.keptByShare({ ...law, realShares: [0.1] });
    await expect
      .poll(() => page.textContent("#rescue-told"))
      .toBe(
        `With 10\u00a0% real words in every copy, ${Math.round((100 * kept) / counts.length)}\u00a0% of the vocabulary stays in the long run.`,
      );
    const share = theory.regimes.realShareFor({ ...law, keep: 0.5 })!;
    expect(await page.textContent("#rescue-need")).toBe(
      `It takes ${Number((100 * share).toPrecision(2))}\u00a0% of real words in every copy.`,
    );
    await page.fill("#real-keep", "90");
    await expect.poll(() => page.textContent("#rescue-need")).toMatch(/^Not even real data alone would/);
    // Of a text of the reader's, too.
    const text = `${"The cat sat on the mat, and the dog lay by. ".repeat(9)}A word.`;
    await page.click("#story-own summary");
    await page.fill("#story-paste", text);
    await page.click("#story-use");
    const own = countTokens(text);
    const [left] = theory.regimes.keptByShare({
      ...{ weights: own.counts, samples: own.total },
      realShares: [0.1],
    });
    await expect
      .poll(() => page.textContent("#rescue-told"))
      .toContain(`, ${Math.round((100 * left) / own.counts.length)}\u00a0% of the vocabulary`);
  });

  it("goes back and forward between story, bench, tabs and models", async () => {
    const page = await open();
    await told(page);
    await page.click("#to-bench");
    await expect.poll(() => new URL(page.url()).hash).toContain("view=distributions&model=gaussian");
    await page.selectOption("#model", "poisson");
    await expect.poll(() => new URL(page.url()).hash).toContain("model=poisson");
    await page.click("#tab-text");
    await expect.poll(() => new URL(page.url()).hash).toContain("view=text");
    await page.goBack();
    await expect.poll(() => page.inputValue("#model")).toBe("poisson");
    expect(await page.isVisible("#panel-distributions")).toBe(true);
    await page.goBack();
    await expect.poll(() => page.inputValue("#model")).toBe("gaussian");
    await page.goBack();
    await expect.poll(() => page.isVisible("#passage")).toBe(true);
    await page.goForward();
    await expect.poll(() => page.isVisible("#model")).toBe(true);
  });
});
