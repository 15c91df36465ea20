import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { shown } from "../../playground/src/plot.ts";
import { categorical, countTokens, simulate, theory } from "../../src/index.ts";
import { file, lethe } from "../cli/lethe.ts";
import { browser, columns, downloaded, open, still, words } from "./page.ts";

const book = () =>
  gunzipSync(readFileSync(new URL("../../dist/playground/moby-dick.txt.gz", import.meta.url))).toString();

type Page = Awaited<ReturnType<typeof open>>;

/** Drops a file onto the page, as a hand would. */
async function drop(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const data = await page.evaluateHandle(
    ([title, base64]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], title));
      return transfer;
    },
    [name, Buffer.from(content).toString("base64")],
  );
  await page.dispatchEvent("#panel-text", "drop", { dataTransfer: data });
}

const opened = (page: Page, start: string) =>
  expect.poll(() => page.textContent("#about-text")).toMatch(new RegExp(`^${start}`));

describe.skipIf(!browser)("the view of a text", () => {
  it("forgets Moby-Dick as lethe does, word for word", async () => {
    const page = await open("#view=text&generations=60&seed=9&at=60");
    await still(page, "text");
    expect(await page.textContent("#about-text")).toBe("Moby-Dick: 214,620 words, 16,861 different ones.");
    const { counts, words: all } = countTokens(book());
    const run = await simulate({ model: categorical({ counts }), generations: 60, trajectories: 1, seed: 9 });
    const { content } = await downloaded(page, "#csv-text");
    const csv = columns(content);
    expect(csv["unique"].map(Number)).toEqual([...run.observable("unique").mean]);
    // What theory says of a generation stands in its row.
    const [head, ...rows] = content
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    expect(head).toEqual(["generation", "unique", "Corollary 1 (lower)", "Corollary 1 (upper)"]);
    expect(rows[0]).toEqual(["0", "16861", "16861", "16861"]);
    const generations = [1, 2, 60];
    const bounds = theory.categorical.uniqueBounds({
      weights: counts,
      samples: 214_620,
      generations,
      runningMinimum: true,
    });
    generations.forEach((k, i) => {
      expect(Number(rows[k][2])).toBeCloseTo(bounds.lower[i], 6);
      expect(Number(rows[k][3])).toBeCloseTo(bounds.upper[i], 6);
    });
    const [low, high, here] = [
      Math.floor(bounds.lower[2]),
      Math.ceil(bounds.upper[2]),
      Number(csv["unique"][60]),
    ].map(shown);
    expect(await page.isVisible("#promises-text")).toBe(true);
    expect(await page.locator("#promises-text > *").allTextContents()).toEqual([
      "Corollary 1 promises",
      `${low} to ${high} words at generation 60, on average over all runs`,
      "What happens",
      `${here} in this run: a single one may lie outside`,
    ]);
    const table = columns((await downloaded(page, "#counts-text")).content);
    expect(table["word"]).toEqual(all);
    const { probability } = run.forgetting();
    expect(table["count at generation 60"].map((count) => Number(count === "0"))).toEqual([...probability]);
    const command = words((await page.textContent("#command-text"))!);
    const { stdout } = await lethe([...command.slice(1), "--json"]);
    const { unique } = JSON.parse(stdout);
    expect(unique.mean.at(-1)).toBe(run.observable("unique").mean[60]);
    for (const side of ["lower", "upper"] as const) {
      expect(Number(csv[`Corollary 1 (${side})`].findLast((cell) => cell !== ""))).toBe(unique[side].at(-1));
    }
  });

  it("fades words, and strikes them when they are gone", async () => {
    const page = await open("#view=text&generations=1000&seed=2&at=200");
    await still(page, "text");
    const gone = await page.locator("#words button.gone").count();
    expect(gone).toBeGreaterThan(100);
    const shown = page.locator("#words button");
    expect(await shown.count()).toBe(300);
    expect(await shown.nth(299).getAttribute("aria-label")).toMatch(/, forgotten$/);
    // The frequent ones are there still, as dark as they are often written.
    expect(Number(await shown.first().evaluate((word) => word.style.opacity))).toBeGreaterThan(0.5);
  });

  it("tells the fate of a word: its count, its chances, its time", async () => {
    const page = await open("#view=text&generations=50&seed=2&at=50");
    await still(page, "text");
    await page.fill("#lookup-word", "Leviathan");
    await page.press("#lookup-word", "Enter");
    await expect.poll(() => page.textContent("#fate h2")).toBe("leviathan");
    const { counts, words: all, total } = countTokens(book());
    const law = { count: counts[all.indexOf("leviathan")], samples: total };
    const fate = await page.textContent("#fate");
    expect(fate).toContain(`Written ${law.count} times`);
    expect(fate).toContain(
      `Half of such words are forgotten by generation ${theory.forgetting.wrightFisherQuantile({ ...law, q: 0.5 })};`,
    );
    for (const [typed, word, parts] of [
      ["Queequeg's", "queequeg", "“queequeg”, “s”"],
      ["Moby-Dick", "moby", "“moby”, “dick”"],
    ]) {
      await page.fill("#lookup-word", typed);
      await page.press("#lookup-word", "Enter");
      await expect.poll(() => page.textContent("#fate h2")).toBe(word);
      expect(await page.textContent("#fate")).toContain(`The text is cut into ${parts}; this is the first.`);
    }
    const mean = theory.forgetting.wrightFisher(law).meanGivenLoss;
    expect(fate).toContain(
      `Expected time to forget: ${mean.toLocaleString("en-GB", { maximumSignificantDigits: mean >= 1000 ? 4 : 3 })} generations`,
    );
    await page.fill("#lookup-word", "internet");
    await page.press("#lookup-word", "Enter");
    await expect.poll(() => page.textContent("#fate")).toBe("“internet” is not a word of this text");
    await page.locator("#words button").nth(3).click();
    await expect.poll(() => page.textContent("#fate h2")).toBe("a");
  });

  it("lets the n-gram model's text be read", async () => {
    const page = await open("#view=text&generations=10&page=0&seed=2&at=0");
    await still(page, "text");
    await expect.poll(() => page.textContent("#reading-page")).toMatch(/^chapter 1 loomings call me ishmael/);
    await page.selectOption("#reading-fields-order", "1");
    await page.fill("#reading-fields-page", "20");
    await expect.poll(() => page.textContent("#reading-about")).toMatch(/^Generation 20: [\d,]+ of 16,861/);
    expect(await page.locator("#reading-page mark").count()).toBeGreaterThan(0);
  });

  it("takes a dropped file, plain or gzipped, and gives the command for it", async () => {
    const page = await open("#view=text&generations=20&seed=4&at=20");
    await still(page, "text");
    const text = "the cat sat on the mat and the dog lay by the door ".repeat(20);
    await drop(page, "small.txt.gz", gzipSync(text));
    await opened(page, "small.txt.gz: 260 words, 10 different ones.");
    expect(await page.textContent("#about-text")).toContain("sent nowhere");
    await still(page, "text");
    const command = words((await page.textContent("#command-text"))!);
    expect(command.slice(0, 3)).toEqual(["lethe", "forget", "small.txt.gz"]);
    const path = file("small.txt.gz", gzipSync(text));
    const { stdout } = await lethe(["forget", path, ...command.slice(3), "--json"]);
    const csv = columns((await downloaded(page, "#csv-text")).content);
    expect(csv["unique"].map(Number)).toEqual(JSON.parse(stdout).unique.mean);
  });

  it.each([
    ["latin-1.txt", Buffer.from("un caf\xe9 et un th\xe9 ".repeat(20), "latin1"), 40],
    ["utf-16.txt", Buffer.from(`\ufeff${"un café et un thé ".repeat(20)}`, "utf16le"), 0],
    ["utf-16-be.txt", Buffer.from(`\ufeff${"un café et un thé ".repeat(20)}`, "utf16le").swap16(), 0],
  ])("takes %s as `lethe forget` does", async (name, content, replaced) => {
    const page = await open("#view=text&generations=20&seed=4&at=20");
    await still(page, "text");
    await drop(page, name, content);
    await opened(page, `${name}: 100 words, 4 different ones.`);
    const about = await page.textContent("#about-text");
    if (replaced > 0) expect(about).toContain(`${replaced} characters of it are U+FFFD`);
    else expect(about).not.toContain("U+FFFD");
    await still(page, "text");
    const path = file(name, content);
    const { stdout, stderr } = await lethe([
      "forget",
      path,
      "--generations",
      "20",
      "--trajectories",
      "1",
      "--seed",
      "4",
      "--json",
    ]);
    if (replaced > 0) expect(stderr).toContain(`${replaced} invalid UTF-8 sequences`);
    const csv = columns((await downloaded(page, "#csv-text")).content);
    expect(csv["unique"].map(Number)).toEqual(JSON.parse(stdout).unique.mean);
  });

  it("refuses what is no text, in words, and stays alive", async () => {
    const page = await open("#view=text&generations=20&seed=4&at=20");
    await still(page, "text");
    const refused = async (words: string) => {
      await expect.poll(() => page.locator("#notice li").allTextContents()).toEqual([words]);
      await page.getByRole("button", { name: "Close" }).click();
    };
    const needed = "UTF-8 or UTF-16 text is needed, plain or gzipped";
    await drop(page, "cat.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13));
    await refused("cat.png is a picture; save it as plain text first");
    await drop(page, "memory.bin", Uint8Array.of(65, 66, 0, 67));
    await refused(`memory.bin is not text: ${needed}`);
    await drop(page, "notes.txt", Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0));
    await refused(`notes.txt is UTF-32: ${needed}`);
    await drop(page, "empty.txt", "");
    await refused("empty.txt is empty");
    await drop(page, "broken.gz", gzipSync("a few words ".repeat(1000)).subarray(0, 40));
    await refused("broken.gz cannot be read: a damaged or truncated file");
    await page.click("summary >> text=Paste a text");
    await page.click("#use-paste");
    await refused("there is no word in the pasted text");
    await page.fill("#paste", "to be or not to be");
    await page.click("#use-paste");
    await opened(page, "the pasted text: 6 words, 4 different ones.");
    expect(await page.isVisible("#counts-note")).toBe(true);
  });

  it("cuts Chinese into words, and sets Arabic from right to left", async () => {
    const page = await open("#view=text&generations=20&seed=4&at=20");
    await still(page, "text");
    await drop(page, "zh.txt", "我喜欢在北京散步，因为北京的秋天很美丽。".repeat(30));
    await opened(page, "zh.txt: ");
    expect(await page.textContent("#about-text")).toContain("dictionary");
    await expect.poll(() => page.locator("#words button").allTextContents()).toContain("北京");
    await drop(page, "ar.txt", "كان يا ما كان في قديم الزمان ملك عادل يحب شعبه ".repeat(30));
    await opened(page, "ar.txt: 330 words, 10 different ones.");
    const direction = (id: string) =>
      page.locator(id).evaluate((element) => getComputedStyle(element).direction);
    expect(await direction("#words")).toBe("rtl");
    await expect.poll(() => page.textContent("#reading-page")).toContain("كان");
    expect(await direction("#reading-page")).toBe("rtl");
  });

  it("says when the worker is lost, and takes the text up again", async () => {
    const page = await open("#view=text&generations=50&seed=2&at=20");
    await still(page, "text");
    for (const worker of page.workers()) {
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error("out of memory");
        });
      });
    }
    await page.getByRole("button", { name: "Restart it" }).click();
    await expect.poll(() => page.isHidden("#notice")).toBe(true);
    await still(page, "text");
    expect(await page.textContent("#about-text")).toMatch(/^Moby-Dick/);
  });
});
