// The examples run as they stand, in a process, in a plain page and through Vite, and say what Node says.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, createServer, type InlineConfig, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { categorical, countTokens, type Experiment, forget, gaussian, simulate } from "../../src/index.ts";
import { browser, listen } from "../browser/page.ts";
import { serve } from "../browser/serve.ts";
import { install, root } from "../package/install.ts";

/** What a page shows when it is done. */
async function output(address: string): Promise<string | null> {
  const page = await browser!.newPage();
  try {
    const complaints = listen(page);
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector("output")?.textContent !== "…");
    expect(complaints).toEqual([]);
    return await page.textContent("output");
  } finally {
    await page.close();
  }
}

it("node-script", async () => {
  const args = [join(root, "examples/node-script/main.js"), join(root, "LICENSE")];
  const lines = execFileSync(process.execPath, args, { encoding: "utf8" }).trim().split("\n");
  const corpus = countTokens(readFileSync(join(root, "LICENSE"), "utf8"));
  const [{ types, median }] = (await forget(corpus, { seed: 1 })).byCount;
  expect(lines[0]).toBe(`${corpus.words.length} different words among ${corpus.total}`);
  expect(lines[1]).toBe(`${types} that occurred 1 times: forgotten after ${median} generations (median)`);
});

describe.skipIf(!browser)("in a browser", () => {
  it("browser-plain", async () => {
    const names = ["examples/browser-plain/index.html", "dist/lethe.browser.js"];
    const files = Object.fromEntries(
      names.map((name) => [`/${name}`, new URL(`../../${name}`, import.meta.url)]),
    );
    const { address, close } = await serve({ ...files, "/favicon.ico": "" });
    const model = gaussian({ samples: 10 });
    const experiment: Experiment = {
      model,
      generations: 500,
      trajectories: 10_000,
      seed: 1,
      survival: ["std>0.1"],
    };
    const { median } = (await simulate(experiment)).timeTo("std>0.1");
    expect(await output(address + names[0])).toBe(String(median));
    close();
  });

  describe("vite", () => {
    const { project } = install();
    const app = join(project, "app");
    const config: InlineConfig = { root: app, logLevel: "error", server: { port: 0 }, preview: { port: 0 } };
    let expected: string;
    beforeAll(async () => {
      // Where the package is installed, instead of linked.
      cpSync(join(root, "examples/vite"), app, { recursive: true });
      const model = categorical({ zipf: { size: 1000, exponent: 1 }, samples: 5000 });
      const run = await simulate({ model, generations: 100, trajectories: 2000, seed: 1 });
      expected = run.observable("unique").mean.at(-1)!.toFixed(1);
    });
    afterAll(() => rmSync(project, { recursive: true, force: true }));

    it("while it is developed", async () => {
      const server = await createServer(config);
      await server.listen();
      expect(await output(server.resolvedUrls!.local[0])).toBe(expected);
      await server.close();
    });

    it("built", async () => {
      await build(config);
      const server = await preview(config);
      expect(await output(server.resolvedUrls!.local[0])).toBe(expected);
      await server.close();
    });
  });
});
