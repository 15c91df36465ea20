/** Takes docs/playground.png from the built playground. `node scripts/playground-picture.mjs [FILE]` */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { staticServer } from "../dist/cli/playground/static.js";
import { chromiumOptions } from "./chromium.mjs";

const BENCH = "#model=gaussian&samples=10&generations=100&trajectories=400&seed=1&at=60";
const file = process.argv[2] ?? fileURLToPath(new URL("../docs/playground.png", import.meta.url));

const server = staticServer(fileURLToPath(new URL("../dist/playground", import.meta.url)));
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await chromium.launch(await chromiumOptions());
const page = await browser.newPage({
  viewport: { width: 1280, height: 960 },
  locale: "en-GB",
  colorScheme: "light",
});
await page.goto(`http://127.0.0.1:${port}/${BENCH}`);
await page.waitForFunction(
  () =>
    document.getElementById("panel-distributions")?.ariaBusy === "false" &&
    document.querySelector("#player-distributions .primary")?.textContent === "Play",
);
await page.screenshot({ path: file });
await browser.close();
server.close();
