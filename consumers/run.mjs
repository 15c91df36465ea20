import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { promisify } from "node:util";

/** Runs a program of Node: what it prints. Throws, with all that it said, where it fails. */
export async function run(cwd, args, env = {}) {
  try {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26, timeout: 600_000 };
    return (await promisify(execFile)(process.execPath, args, options)).stdout;
  } catch (error) {
    throw new Error(`${error.stdout}${error.stderr}`.trim() || error.message);
  }
}

/** The version of a package in a folder. */
export const versionOf = (folder) =>
  JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), "utf8")).version;
