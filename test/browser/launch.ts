import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

/**
 * Starts a browser: the one inside @sparticuz/chromium, or with CHROME=<path> another one. Undefined where none can
 * be had: the tests that need one then skip, and say so.
 */
export async function launch(): Promise<Browser | undefined> {
  try {
    // Chosen by path, or unpacked into a directory of this clone: elsewhere one of another version may lie in wait.
    const executablePath = process.env["CHROME"] || (await unpacked());
    // Under LANG=C.UTF-8 Chromium's own language is one that Intl refuses.
    const env = { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en_US" } as Record<string, string>;
    return await chromium.launch({ executablePath, env, args: ["--no-sandbox", "--disable-gpu"] });
  } catch (error) {
    console.warn(`\nNO BROWSER: the tests that need one are SKIPPED.\n${error}\n`);
    return undefined;
  }
}

async function unpacked(): Promise<string> {
  const directory = fileURLToPath(new URL("../../.cache/tmp", import.meta.url));
  mkdirSync(directory, { recursive: true });
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = directory;
  try {
    const { default: sparticuz } = await import("@sparticuz/chromium");
    return await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
