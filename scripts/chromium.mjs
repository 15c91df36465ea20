// A Chromium for tests and measurements: the one inside @sparticuz/chromium, or CHROME=<path>.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/**
 * The browser inside @sparticuz/chromium, unpacked where no other version of it can lie: the package takes whatever is
 * there already.
 */
export async function unpacked() {
  const file = require.resolve("@sparticuz/chromium").replace(/(@sparticuz.chromium).*/, "$1/package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8"));
  const directory = join(fileURLToPath(new URL("../.cache", import.meta.url)), `chromium-${version}`);
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

/** How playwright starts it. Under LANG=C.UTF-8 its own language would be one that Intl refuses. */
export async function chromiumOptions() {
  const env = { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en_US" };
  const executablePath = process.env["CHROME"] || (await unpacked());
  return { executablePath, env, args: ["--no-sandbox", "--disable-gpu"] };
}
