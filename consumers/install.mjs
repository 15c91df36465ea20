import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What is built here finds the library in node_modules of its own, and everything else in those of `consumers` and above. */
export const WORK = fileURLToPath(new URL("work", import.meta.url));

/** Packs what stands in dist/, and has npm install it, without its optional packages, beside a copy of the pages. */
export function install() {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK);
  writeFileSync(join(WORK, "package.json"), '{ "type": "module", "private": true }');
  const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, encoding: "utf8" });
  const tarball = npm(root, "pack", "--silent", "--ignore-scripts", "--pack-destination", WORK).trim();
  npm(WORK, "install", "--omit=optional", "--prefer-offline", "--no-audit", "--no-fund", join(WORK, tarball));
  cpSync(fileURLToPath(new URL("app", import.meta.url)), WORK, { recursive: true });
}

/** Makes a copy of the page with a worker, which imports the library as one module: its folder. */
export function oneModule() {
  const folder = join(WORK, "one-module");
  for (const name of ["worker-page.html", "worker-page.js", "worker.js"])
    cpSync(join(WORK, name), join(folder, name));
  const answers = readFileSync(join(WORK, "answers.js"), "utf8");
  writeFileSync(join(folder, "answers.js"), answers.replaceAll(/"lethe(\/random)?"/g, '"lethe/browser"'));
  return folder;
}
