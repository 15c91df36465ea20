// A Chromium for tests, measurements and pictures: the one inside @sparticuz/chromium, or CHROME=<path>.
import { mkdirSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Where its program is. Throws where none can be had. */
export async function chromiumPath() {
  const chosen = process.env["CHROME"];
  if (chosen) return chosen;
  // Unpacked into a directory of this clone: elsewhere one of another version may lie in wait.
  const directory = fileURLToPath(new URL("../.cache/tmp", import.meta.url));
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

/** How to start it. Under LANG=C.UTF-8 its own language would be one that Intl refuses. */
export async function chromiumOptions() {
  const env = { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en_US" };
  return { executablePath: await chromiumPath(), env, args: ["--no-sandbox", "--disable-gpu"] };
}
