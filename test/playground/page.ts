// The built page, served as `lethe playground` does, in a real browser.
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { staticServer } from "../../src/cli/playground/static.ts";
import { launch } from "../browser/launch.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "dist/playground");

export const browser = await launch();

const server = staticServer(built);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
export const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

afterAll(async () => {
  await browser?.close();
  server.close();
});

const complaints: string[] = [];
const open_: Page[] = [];
/** Every test ends with a page that has not complained. */
afterEach(async () => {
  for (const page of open_.splice(0)) await page.context().close();
  expect(complaints.splice(0)).toEqual([]);
});

/** Opens the page at an address, in a browser of its own that remembers nothing. */
export async function open(
  hash = "",
  options: BrowserContextOptions & { readonly before?: () => void; readonly expected?: RegExp } = {},
): Promise<Page> {
  // `expected`: complaints of the browser that a test is about.
  const { before, expected, ...rest } = options;
  const context = await browser!.newContext({
    viewport: { width: 1400, height: 900 },
    locale: "en-GB",
    // It fetches all of the page, which only the test of it waits for.
    serviceWorkers: "block",
    ...rest,
  });
  const page = await context.newPage();
  open_.push(page);
  page.on("console", (message) => {
    const text = message.text();
    const isKnown = text === "Service Worker registration blocked by Playwright" || expected?.test(text);
    if (["error", "warning"].includes(message.type()) && !isKnown) complaints.push(text);
  });
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  if (before) await page.addInitScript(before);
  await page.goto(address + hash);
  return page;
}

/** Waits until a view stands still: all is worked out, and nothing plays. */
export async function still(page: Page, view: "distributions" | "text"): Promise<void> {
  await page.waitForFunction(
    (name) =>
      document.getElementById(`panel-${name}`)?.ariaBusy === "false" &&
      document.querySelector(`#player-${name} .primary`)?.textContent === "Play",
    view,
  );
}

/** Presses a button that offers a file, and reads it. */
export async function downloaded(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** The columns of a CSV by their names; empty cells are left out. */
export function columns(csv: Buffer): Record<string, string[]> {
  const [head, ...rows] = csv
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) =>
      line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "")),
    );
  return Object.fromEntries(
    head.slice(0, -1).map((name, i) => [name, rows.map((row) => row[i]).filter((cell) => cell !== "")]),
  );
}

/** The words of a command line, as a shell would take them. */
export const words = (command: string): string[] =>
  command.match(/'[^']*'|\S+/g)!.map((word) => word.replace(/^'|'$/g, ""));
