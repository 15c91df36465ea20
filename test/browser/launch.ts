import { type Browser, chromium } from "playwright-core";
import { unpacked } from "./unpack.ts";

/**
 * Starts a browser: the one inside @sparticuz/chromium, or with CHROME=<path> another Chromium. Undefined where none
 * can run: the tests that need one then skip, and this says so.
 */
export async function launch(): Promise<Browser | undefined> {
  try {
    const executablePath = process.env["CHROME"] || (await unpacked());
    // Under LANG=C.UTF-8 Chromium's own language is one that Intl refuses.
    const env = { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en_US" } as Record<string, string>;
    return await chromium.launch({ executablePath, env, args: ["--no-sandbox", "--disable-gpu"] });
  } catch (error) {
    console.warn(`\nNO BROWSER CAN RUN HERE: the tests that need one are SKIPPED.\n${error}\n`);
    return undefined;
  }
}
