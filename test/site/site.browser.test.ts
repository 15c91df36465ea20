// The site, as `npm run site` makes it: read from a folder, without a server, at the width of a desk and of a phone.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize, relative } from "node:path/posix";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { theory } from "../../src/index.ts";
import { launch } from "../browser/launch.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
// A name that has to be written otherwise in an address.
const site = mkdtempSync(join(tmpdir(), "lethe site "));
let pages: string[];
beforeAll(() => {
  execFileSync(process.execPath, [join(root, "site/main.mjs"), site], { cwd: root, stdio: "pipe" });
  pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".html") && !file.startsWith("playground/"),
  );
}, 400_000);

const browser = await launch();
afterAll(async () => {
  await browser?.close();
  rmSync(site, { recursive: true });
});

const read = (page: string) => readFileSync(join(site, page), "utf8");

describe("the site", () => {
  it("has links and pictures that lead somewhere, by relative addresses", () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const page of pages) {
      const html = read(page);
      for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (/^(https?:|mailto:|data:|javascript:)/.test(address)) continue;
        const [path, anchor] = decodeURI(address.replaceAll("&amp;", "&")).split("#");
        const target = path === "" ? page : normalize(join(dirname(page), path));
        const isThere = existsSync(join(site, target)) && !target.startsWith("..");
        const hasAnchor = !anchor || !target.endsWith(".html") || read(target).includes(`id="${anchor}"`);
        if (!isThere || !hasAnchor || address.startsWith("/")) wrong.push(`${page}: ${address}`);
        ++seen;
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(pages.length);
  });

  it("has a page for every function of theory, with what it takes and gives", () => {
    const namespaces = Object.entries(theory).filter(([, value]) => typeof value === "object");
    const functions = namespaces.flatMap(([name, inner]) =>
      Object.entries(inner as object)
        .filter(([, value]) => typeof value === "function")
        .map(([one]) => `${name}/${one}`),
    );
    expect(functions.length).toBeGreaterThan(80);
    for (const one of functions) {
      // A function and a type of the same letters, timeToOne and TimeToOne, have names that differ on every disk.
      const html = [".html", "-1.html"]
        .map((end) => `api/lethe/theory/${one}${end}`)
        .filter((page) => pages.includes(page))
        .map(read)
        .find((page) => page.includes("<h1>Function "));
      expect(html, one).toMatch(/Parameters/);
      expect(html, one).toMatch(/Returns/);
    }
  });

  it("loads nothing from elsewhere", () => {
    for (const page of pages)
      expect(read(page)).not.toMatch(/<(?:script|link|img|iframe)[^>]*(?:src|href)="https?:/);
  });
});

const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 800 } };
const colours = ["light", "dark"] as const;

describe.skipIf(!browser)("the site in a browser, from a folder", () => {
  async function open(
    page: string,
    size: keyof typeof sizes,
    colorScheme: (typeof colours)[number],
  ): Promise<Page> {
    const context = await browser!.newContext({
      viewport: sizes[size],
      colorScheme,
      locale: "en-GB",
      offline: true,
    });
    const opened = await context.newPage();
    await opened.goto(pathToFileURL(join(site, page)).href);
    return opened;
  }

  const look = [
    ["index.html"],
    ["docs/theory.html"],
    ["docs/options.html"],
    ["docs/models/gaussian.html"],
    ["bench/RESULTS.html"],
    ["api/lethe.html"],
    ["api/lethe/theory/gaussian/survival.html"],
  ];
  it.each(look)("%s fits a desk and a phone, in light and in dark", async (name) => {
    const papers = new Set<string>();
    for (const size of ["desk", "phone"] as const)
      for (const colour of colours) {
        const page = await open(name, size, colour);
        await page.waitForSelector("h1");
        const { wide, paper } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - window.innerWidth,
          paper: getComputedStyle(document.body).backgroundColor,
        }));
        expect(wide, `${size} ${colour}`).toBeLessThanOrEqual(0);
        papers.add(paper);
        await page.context().close();
      }
    expect(papers.size).toBe(2);
  });

  const sought = "survival probability of a Gaussian by the exact law";
  it.each(["desk", "phone"] as const)("finds it by one search, at a %s", async (size) => {
    const page = await open("index.html", size, "light");
    await page.click("#tsd-search-trigger");
    await page.fill("#tsd-search-input", sought);
    const first = page.locator("#tsd-search-results a").first();
    await first.waitFor();
    const found = await page
      .locator("#tsd-search-results a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    const places = found.map((path) => relative(site, decodeURI(path)));
    expect(places[0]).toBe("api/lethe/theory/gaussian/survival.html");
    await page.context().close();
  });

  it("leads there in two clicks", async () => {
    const page = await open("index.html", "desk", "light");
    await page.click("header >> text=Theory");
    await page.click("a:has-text('theory.gaussian.survival') >> nth=0");
    await page.waitForURL(/theory\/gaussian\/survival\.html$/);
    expect(await page.textContent("h1")).toContain("survival");
    await page.context().close();
  });
});
