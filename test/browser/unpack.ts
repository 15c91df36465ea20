import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/**
 * The browser inside @sparticuz/chromium, unpacked where no other version of it can lie: the package takes whatever is
 * there already.
 */
export async function unpacked(): Promise<string> {
  const file = require.resolve("@sparticuz/chromium").replace(/(@sparticuz.chromium).*/, "$1/package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8"));
  const directory = join(fileURLToPath(new URL("../../.cache", import.meta.url)), `chromium-${version}`);
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

/** Once before all test files: they run side by side, and would unpack over each other. */
export default async function setup(): Promise<void> {
  // Where it fails, launch() says so.
  if (!process.env["CHROME"]) await unpacked().catch(() => {});
}
