// A page that imports the installed package, through the bundlers that people use: the same bits as Node.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { BUDGET } from "../../bench/size.mjs";
import * as lethe from "../../src/index.ts";
import { install } from "../package/install.ts";
import { bundlers } from "./bundlers.ts";
import { browser, listen } from "./page.ts";
import { serve } from "./serve.ts";
import { longRun } from "./work.mjs";

const { project } = install();
afterAll(() => rmSync(project, { recursive: true, force: true }));

const entry = join(project, "main.js");
writeFileSync(
  entry,
  `import { gaussian, simulate } from "lethe";
  const run = (workers) => longRun({ gaussian, simulate }, { workers });
  globalThis.answer = run(1).then(async (alone) => [alone, await run(2)]);
  ${readFileSync(new URL("work.mjs", import.meta.url), "utf8").replace("export ", "")}`,
);

const expected = browser && (await longRun(lethe));

describe.each(Object.entries(bundlers))("a page made by %s", (name, bundle) => {
  const out = join(project, name);
  const scripts = () =>
    readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));

  it("is made without a warning, within the budget of bench/size.mjs", async () => {
    await bundle(project, entry, out);
    const sizes = scripts().map((file) => gzipSync(readFileSync(join(out, file))).length);
    console.info(`${name}: ${sizes.join(" + ")} bytes gzipped`);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(
      BUDGET.bundleGzipped + BUDGET.workersGzipped + BUDGET.lawsGzipped,
    );
  });

  it.skipIf(!browser)("has the bits of Node, in workers too", async () => {
    const files = Object.fromEntries(scripts().map((file) => [`/${file}`, pathToFileURL(join(out, file))]));
    const html = '<!doctype html><script type="module" src="main.js"></script>';
    const { address, close } = await serve({ "/": html, "/favicon.ico": "", ...files });
    const page = await browser!.newPage();
    let workers = 0;
    page.on("worker", () => ++workers);
    const complaints = listen(page);
    try {
      await page.goto(address);
      const answer = await page.evaluate(() => (globalThis as unknown as { answer: unknown }).answer);
      expect(answer).toEqual([expected, expected]);
      expect(workers).toBe(2);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
      close();
    }
  });
});
