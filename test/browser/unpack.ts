import { unpacked } from "../../scripts/chromium.mjs";

/** Once before all test files: they run side by side, and would unpack over each other. */
export default async function setup(): Promise<void> {
  // Where it fails, launch() says so.
  if (!process.env["CHROME"]) await unpacked().catch(() => {});
}
