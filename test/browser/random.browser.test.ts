// A page that imports lethe/random, through the bundlers that people use: the same bits as Node, the WebAssembly apart.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { BUDGET } from "../../bench/size.mjs";
import { Generator } from "../../src/index.ts";
import { install } from "../package/install.ts";
import { bundlers } from "./bundlers.ts";
import { browser, listen } from "./page.ts";
import { serve } from "./serve.ts";

const { project } = install();
afterAll(() => rmSync(project, { recursive: true, force: true }));

const entry = join(project, "main.js");
writeFileSync(
  entry,
  `import { generatorWith, init, integers, normal, uniform } from "lethe/random";
  const rng = new (generatorWith({ integers, normal, uniform }))("page");
  globalThis.answer = (async () => {
    const twin = [rng.uniform(), ...rng.normal(new Float64Array(5000))];
    await init();
    return [...twin, ...rng.normal(new Float64Array(5000)), rng.integers(0, 10)];
  })();`,
);

function expected(): number[] {
  const rng = new Generator("page");
  return [rng.uniform(), ...rng.normal(new Float64Array(10_000)), rng.integers(0, 10)];
}

describe.each(Object.entries(bundlers))("a page made by %s", (name, bundle) => {
  const out = join(project, name);
  const scripts = () =>
    readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));

  it("is within the budget of bench/size.mjs", async () => {
    await bundle(project, entry, out);
    const sizes = scripts().map((file) => gzipSync(readFileSync(join(out, file))).length);
    console.info(`${name}: ${sizes.join(" + ")} bytes gzipped`);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(BUDGET.someLawsGzipped + BUDGET.fillsGzipped);
  });

  it.skipIf(!browser)("has the bits of Node", async () => {
    const files = Object.fromEntries(scripts().map((file) => [`/${file}`, pathToFileURL(join(out, file))]));
    const html = '<!doctype html><script type="module" src="main.js"></script>';
    const { address, close } = await serve({ "/": html, "/favicon.ico": "", ...files });
    const page = await browser!.newPage();
    const complaints = listen(page);
    try {
      await page.goto(address);
      const answer = await page.evaluate(() => (globalThis as unknown as { answer: unknown }).answer);
      expect(answer).toEqual(expected());
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
      close();
    }
  });
});
