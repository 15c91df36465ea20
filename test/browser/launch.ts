import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { chromiumOptions } from "../../scripts/chromium.mjs";

/**
 * Starts a browser: the one inside @sparticuz/chromium, or with CHROME=<path> another Chromium. Undefined where none
 * can run: the tests that need one then skip, and this says so.
 */
export async function launch(): Promise<Browser | undefined> {
  try {
    return await chromium.launch((await chromiumOptions()) as LaunchOptions);
  } catch (error) {
    console.warn(`\nNO BROWSER CAN RUN HERE: the tests that need one are SKIPPED.\n${error}\n`);
    return undefined;
  }
}
