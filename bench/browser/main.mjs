// The bundled library in Node and in Chromium, in turn: `npm run bench:browser`.
import { readFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import * as lethe from "lethe/browser";
import { chromium } from "playwright-core";
import { chromiumOptions } from "../../scripts/chromium.mjs";
import { digits, range, time as show } from "../report/format.mjs";
import { spread } from "../statistics.mjs";
import { cases, time } from "./cases.mjs";

const ROUNDS = 15;
const PAGE = "http://lethe.invalid/";
const files = { "lethe.js": "../../dist/lethe.browser.js", "cases.js": "cases.mjs" };

const browser = await chromium.launch(await chromiumOptions());
const page = await browser.newPage();
await page.route(`${PAGE}**`, async (route) => {
  const file = files[route.request().url().slice(PAGE.length)];
  const body = file
    ? await readFile(fileURLToPath(new URL(file, import.meta.url)), "utf8")
    : "<!doctype html>";
  await route.fulfill({ contentType: file ? "text/javascript" : "text/html", body });
});
await page.goto(PAGE);

/** What the page does. */
async function inPage(i) {
  const [library, { cases, time }] = await Promise.all(
    ["/lethe.js", "/cases.js"].map((file) => import(file)),
  );
  globalThis.all ??= cases(library);
  return time(globalThis.all[i]);
}

console.log(`Node ${process.versions.node}, Chromium ${browser.version()}, ${ROUNDS} rounds`);
for (const [i, item] of cases(lethe).entries()) {
  const rounds = [];
  for (let round = -1; round < ROUNDS; ++round) {
    const [node, there] = [await time(item), await page.evaluate(inPage, i)];
    // The first is for warming up.
    if (round >= 0) rounds.push({ node, there, ratio: there / node });
  }
  const [node, there, ratio] = ["node", "there", "ratio"].map((key) =>
    spread(rounds.map((round) => round[key])),
  );
  console.log(
    `${item.name}: Node ${show(node.median)} a ${item.unit}, Chromium ${show(there.median)}, ` +
      `times as long: ${range(ratio, digits)}`,
  );
}
await browser.close();
