// The engines that are browsers: a page of theirs imports the browser build and the experiments.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumOptions } from "../scripts/chromium.mjs";

const FIREFOX = process.env["FIREFOX"] || "/usr/bin/firefox-esr";

/** @type {Record<string, string>} */
const files = { "/lethe.js": "../dist/lethe.browser.js", "/experiments.mjs": "experiments.mjs" };

/** Serves an empty page and the two modules, on this machine alone. */
async function serve() {
  const server = createServer(async ({ url = "" }, response) => {
    const file = files[url];
    const type = file ? "text/javascript" : "text/html";
    const body = file ? await readFile(fileURLToPath(new URL(file, import.meta.url))) : "<!doctype html>";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** What the page does. */
async function ask() {
  const [lethe, { digests }] = await Promise.all(
    ["/lethe.js", "/experiments.mjs"].map((file) => import(file)),
  );
  return digests(lethe);
}

async function askBrowser(browser, version, address) {
  try {
    const page = await browser.newPage();
    await page.goto(address);
    return [version, await page.evaluate(ask)];
  } finally {
    await browser.close();
  }
}

/** Asks those that are installed: pairs of a name and a table, and the names of those that are not. */
export async function askBrowsers() {
  const { address, close } = await serve();
  const tables = [];
  const missing = [];
  try {
    const options = await chromiumOptions().catch(() => undefined);
    if (options) {
      const browser = await chromium.launch(options);
      tables.push(await askBrowser(browser, `Chromium ${browser.version()}`, address));
    } else missing.push("Chromium (CHROME=<path> names one)");
    // It may not be there.
    const puppeteer = await import(/** @type {string} */ ("puppeteer-core")).catch(() => undefined);
    if (puppeteer && existsSync(FIREFOX)) {
      const browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
      tables.push(
        await askBrowser(browser, (await browser.version()).replace("firefox/", "Firefox "), address),
      );
    } else missing.push("Firefox (FIREFOX=<path> names one)");
  } finally {
    close();
  }
  return { tables, missing };
}
