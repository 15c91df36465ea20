import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CHART_NAMES, type Chart, embedHash, parseEmbed } from "../../playground/src/embed/embed.ts";
import { wrapped } from "../../playground/src/share/lines.ts";
import { categorical, countTokens, simulate } from "../../src/index.ts";
import { lethe } from "../cli/lethe.ts";
import { address, browser, downloaded, open, still, words } from "./page.ts";

type Page = Awaited<ReturnType<typeof open>>;

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const told = (page: Page) =>
  page.waitForFunction(() => document.getElementById("story")?.ariaBusy === "false");

const book = () =>
  gunzipSync(readFileSync(new URL("../../dist/playground/moby-dick.txt.gz", import.meta.url))).toString();

/** Presses a button by its words, and reads what it has copied. */
async function copied(page: Page, part: string, label: string): Promise<string> {
  const button = page.locator(`#share-${part} button[data-label="${label}"]`);
  // A step is ready when its numbers are.
  await expect
    .poll(async () => {
      await button.click();
      return await button.textContent();
    })
    .toBe("Copied");
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** Runs a command that was copied, and reads its JSON. */
async function run(command: string) {
  const [npx, program, ...args] = words(command);
  expect([npx, program]).toEqual(["npx", "lethe"]);
  const { code, stdout } = await lethe([...args, "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** How many pixels of a colour a part of a PNG has. */
const pixels = (page: Page, png: Buffer, colour: string, [x, y, width, height]: readonly number[]) =>
  page.evaluate(
    async ({ png, colour, x, y, width, height }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(x, y, width, height);
      const wanted = colour.match(/../g)!.map((part) => Number.parseInt(part, 16));
      let found = 0;
      for (let i = 0; i < data.length; i += 4) if (wanted.every((part, j) => data[i + j] === part)) ++found;
      return found;
    },
    { png: png.toString("base64"), colour, x, y, width, height },
  );

describe("lines of a card", () => {
  it("break between words, in an address after a mark, and anywhere where they must", () => {
    const lines = (text: string) => wrapped(text, 10, (part) => part.length);
    expect(lines("a word or two of them")).toEqual(["a word or", "two of", "them"]);
    expect(lines("http://a.example/#b=1&c=2")).toEqual(["http://", "a.example/", "#b=1&c=2"]);
    expect(lines("n\u00a0=\u00a010000 0")).toEqual(["n\u00a0=\u00a010000", "0"]);
    expect(lines("abcdefghijklmnopqrstuvwxyz")).toEqual(["abcdefghij", "klmnopqrst", "uvwxyz"]);
    expect(lines("")).toEqual([]);
  });
});

describe("the address of an embedded chart", () => {
  it("holds what that of the page does", () => {
    for (const [chart, hash] of [
      ["dots", "#story&copy=10&seed=7"],
      ["curve", "#story"],
      ["urn", "#story&step=urn&balls=13"],
      ["bell", "#story&step=bell&fits=3"],
      ["lines", "#view=distributions&model=gaussian&seed=1"],
    ] as [Chart, string][])
      expect(parseEmbed(embedHash(chart, hash))).toEqual({ chart, hash });
    expect(parseEmbed("#story&copy=10")).toBeUndefined();
    expect(parseEmbed("#embed=toString")).toEqual({ unknown: "toString" });
  });
});

describe.skipIf(!browser)("a card", () => {
  it.each([
    ["light", "ffffff", "0072b2"],
    ["dark", "16181b", "56b4e9"],
  ] as const)(
    "has a sentence and a picture, in the colours of a %s page",
    async (colorScheme, paper, blue) => {
      const page = await open("#story&copy=100", { colorScheme });
      await told(page);
      const { name, content } = await downloaded(page, "#share-story button");
      expect(name).toBe("lethe-100-1.png");
      expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(await pixels(page, content, paper, [1180, 0, 20, 630])).toBe(20 * 630);
      const sentence = [48, 104, 392, 300];
      const picture = [464, 40, 688, 400];
      expect(await pixels(page, content, blue, sentence)).toBe(0);
      expect(await pixels(page, content, paper, sentence)).toBeLessThan(0.9 * 392 * 300);
      expect(await pixels(page, content, blue, picture)).toBeGreaterThan(1000);
    },
  );

  it("is made of every step, and of the bench", async () => {
    const page = await open("#story&copy=100");
    await told(page);
    for (const part of ["dots", "urn", "bell", "guess", "scale", "rescue"]) {
      if (part !== "dots") await page.locator(`#step-${part}`).scrollIntoViewIfNeeded();
      const button = page.locator(`#share-${part} button`).first();
      await expect
        .poll(async () => {
          const download = page.waitForEvent("download", { timeout: 500 }).catch(() => undefined);
          await button.click();
          return (await download)?.suggestedFilename();
        })
        .toMatch(/^lethe-.*\.png$/);
    }
    const bench = await open("#model=gaussian&generations=50&trajectories=50&seed=2&at=50");
    await still(bench, "distributions");
    expect((await downloaded(bench, "#share-distributions button")).name).toBe("lethe-gaussian-2.png");
  });
});

describe.skipIf(!browser)("what is copied", () => {
  it("is a command that gives the numbers of the sentence", async () => {
    const page = await open("#story&copy=37&seed=5", CLIPBOARD);
    await told(page);
    const percent = /, (\d+)\u00a0% of the words/.exec((await page.textContent("#story-sentence"))!)![1];
    const { unique, types, generations } = await run(await copied(page, "story", "Copy command"));
    expect(generations.at(-1)).toBe(37);
    expect(Math.round(100 * (1 - unique.mean.at(-1) / types))).toBe(Number(percent));

    await page.locator("#step-bell").scrollIntoViewIfNeeded();
    await page.fill("#bell-threshold", "-500");
    await expect.poll(() => page.textContent("#bell-told")).toMatch(/generation \d+ \(exact law\)/);
    const median = /by generation (\d+) \(exact law\)/.exec((await page.textContent("#bell-told"))!)![1];
    const { code, stdout } = await lethe(words(await copied(page, "bell", "Copy command")).slice(2));
    expect([code, /its median \(first passage\) +([\d,]+)/.exec(stdout)![1]]).toEqual([0, median]);

    await page.locator("#step-scale").scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.textContent("#scale-told"), { timeout: 20_000 })
      .toMatch(/^n = 100: half of 400/);
    const { timeTo } = await run(await copied(page, "scale", "Copy command"));
    expect(await page.textContent("#scale-told")).toContain(`by generation ${timeTo[0].median},`);

    await page.locator("#step-rescue").scrollIntoViewIfNeeded();
    await expect.poll(() => page.textContent("#rescue-told")).not.toBe("");
    const { unique: kept } = await run(await copied(page, "rescue", "Copy command"));
    const { words: all, counts, total } = countTokens(book());
    expect(all.length).toBe(types);
    const here = await simulate({
      model: categorical({ counts, samples: total }),
      ...{ generations: 100, trajectories: 1, seed: 5, observables: ["unique"] },
      regime: { name: "fresh", realShare: 0.1 },
    });
    expect(kept.mean).toEqual([...here.observable("unique").mean]);
  });

  it("is a link that shows the same step with the same tries", async () => {
    const hash = "#story&step=bell&fits=40&threshold=0.25&bell-seed=9";
    const here = await open(hash, CLIPBOARD);
    const said = (page: Page) => page.textContent("#bell-told");
    await expect.poll(() => said(here)).toMatch(/^Generation 40: .*It fell to 0\.25 at .*\(exact law\)\.$/);
    expect(
      await here.locator("#step-bell").evaluate((step) => step.getBoundingClientRect().top),
    ).toBeLessThan(900);
    const link = await copied(here, "bell", "Copy link");
    expect(new URL(link).hash).toBe(hash);
    const there = await open(new URL(link).hash);
    const text = await said(here);
    await expect.poll(() => said(there)).toBe(text);
    const scale = await open("#story&step=scale&samples=8,20&estimator=ml", CLIPBOARD);
    await expect
      .poll(() => scale.textContent("#scale-told"), { timeout: 20_000 })
      .toMatch(/^n = 20: half of 400/);
    expect(new URL(await copied(scale, "scale", "Copy link")).hash).toBe(
      "#story&step=scale&samples=8,20&estimator=ml",
    );
  });

  it("is no link to a text of the reader's, and BibTeX in any case", async () => {
    const page = await open("", CLIPBOARD);
    await told(page);
    await page.click("#story-own summary");
    await page.fill("#story-paste", "The cat sat on the mat, and the dog lay by. ".repeat(9));
    await page.click("#story-use");
    await expect.poll(() => page.textContent("#passage-name")).toBe("Your text");
    const link = page.locator("#share-story button").nth(1);
    await link.click();
    expect(await link.textContent()).toBe("No link can hold your text");
    expect(await copied(page, "story", "Copy command")).toMatch(/^npx lethe forget your-text\.txt --gen/);
    expect(await copied(page, "story", "Copy citation")).toContain("eprint        = {2412.17646}");
  });

  it("is shown where the browser does not let the page copy", async () => {
    const page = await open("#story&copy=10", {
      before: () => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      },
    });
    await told(page);
    await page.locator("#share-story").getByRole("button", { name: "Copy link" }).click();
    const shown = page.locator("#share-story textarea");
    expect(await shown.inputValue()).toBe(`${address}#story&copy=10`);
    expect(await shown.getAttribute("aria-label")).toBe("Copy link");
  });
});

const BUILT = fileURLToPath(new URL("../../dist/playground/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", html: "text/html" };

/** A host on which the page lies deep in a path. */
async function deep(page: Page): Promise<string> {
  const base = "https://notes.example/course/7/lethe/";
  await page.context().route(`${base}**`, (route) => {
    const file =
      new URL(route.request().url()).href.slice(base.length).replace(/[?#].*$/, "") || "index.html";
    return route.fulfill({
      body: readFileSync(BUILT + file),
      contentType: TYPES[file.split(".").pop()!] ?? "application/octet-stream",
    });
  });
  return base;
}

describe.skipIf(!browser)("an embedded chart", () => {
  it("is shown by the code that was copied, under any path, as the page showed it", async () => {
    const here = await open("#story&copy=10&seed=3", CLIPBOARD);
    await told(here);
    const sentence = await here.textContent("#story-sentence");
    const code = await copied(here, "dots", "Embed");
    expect(await here.locator("#share-dots textarea").inputValue()).toBe(code);
    const base = await deep(here);
    // The page of somebody else, without the policy of this one.
    await here.goto("about:blank");
    await here.setContent(`<h1>Notes</h1>${code.replace(address, base)}`);
    const frame = here.frameLocator("iframe");
    await expect.poll(() => frame.locator("#story-sentence").textContent()).toBe(sentence);
    expect(await frame.locator("#dots canvas").first().isVisible()).toBe(true);
    expect(
      await frame.locator("header, #passage, #step-bell, footer:not(.back)").evaluateAll(hidden),
    ).toEqual([]);
    const link = frame.locator(".back a");
    expect(await link.getAttribute("href")).toBe("#story&copy=10&seed=3");
    expect(await link.getAttribute("target")).toBe("_blank");
  });

  it.each(CHART_NAMES)("fits its frame and is alone there: %s", async (chart) => {
    const bench = ["lines", "survival"].includes(chart)
      ? "&model=gaussian&generations=50&trajectories=20&at=50"
      : chart === "vocabulary"
        ? "&view=text&generations=50&at=50"
        : "&copy=10";
    const page = await open(`#embed=${chart}${bench}`, { viewport: { width: 680, height: 760 } });
    const canvas = page.locator("canvas:visible, #passage .gone:visible, #urn .ball:visible").first();
    await expect.poll(() => canvas.isVisible(), { timeout: 20_000 }).toBe(true);
    const { scrollWidth, scrollHeight } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      scrollHeight: document.documentElement.scrollHeight,
    }));
    expect([scrollWidth, scrollHeight]).toEqual([680, 760]);
    expect(await page.locator("header, footer:not(.back), .share").evaluateAll(hidden)).toEqual([]);
    // Nothing of it writes over the address, which a reload of the frame needs.
    expect(new URL(page.url()).hash).toBe(`#embed=${chart}${bench}`);
  });

  it("that there is not is named, with those that there are", async () => {
    const page = await open("#embed=pie");
    await expect
      .poll(() => page.textContent("#notice"))
      .toContain("embed: “pie” (one of passage, curve, dots, urn, bell, ");
    expect(await page.isVisible("#passage")).toBe(true);
  });
});

/** Those that can be seen, of elements that are to be hidden. */
function hidden(all: Element[]): string[] {
  return all.filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML.slice(0, 80));
}
