import { chromium } from "playwright-core";
import { preview } from "vite";
import { chromiumOptions } from "../scripts/chromium.mjs";

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let browser;

/** Opens the page of a folder in Chromium: what it answers. Throws where it warns or complains of anything. */
export async function askPage(folder, html) {
  const server = await preview({
    ...{ root: folder, configFile: false, logLevel: "silent", appType: "mpa", build: { outDir: "." } },
  });
  try {
    return await askAddress(`${server.resolvedUrls?.local[0]}${html}`);
  } finally {
    await server.close();
  }
}

/** The same of an address. */
export async function askAddress(address) {
  browser ??= chromiumOptions().then((options) =>
    chromium.launch(/** @type {import("playwright-core").LaunchOptions} */ (options)),
  );
  const page = await (await browser).newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  page.on("requestfailed", (request) => complaints.push(`not loaded: ${request.url()}`));
  try {
    await page.goto(address);
    // A page that renders itself has no answer at first.
    await page.waitForFunction(() => "answer" in globalThis, null, { timeout: 20_000 });
    const answer = await page.evaluate(() => /** @type {any} */ (globalThis).answer);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return answer;
  } catch (error) {
    throw new Error([...complaints, error.message].join("\n"));
  } finally {
    await page.close();
  }
}

export async function closeBrowser() {
  await (await browser)?.close();
}
