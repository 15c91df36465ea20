// The engines that are programs: each runs digest.mjs and prints its table.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const programs = [
  [process.execPath],
  [path("node_modules/node22/bin/node")],
  [path("node_modules/node24/bin/node")],
  [path("node_modules/@oven/bun-linux-x64/bin/bun")],
  [path("node_modules/@deno/linux-x64-glibc/deno"), "run", "--allow-all"],
];

const run = async (program, ...args) => (await promisify(execFile)(program, args)).stdout;

/** The first line that it says of its version, with its name where that says only a number. */
async function nameOf(program) {
  const [line] = (await run(program, "--version")).split("\n");
  if (line.startsWith("v")) return `Node ${line.slice(1)}`;
  return /^[\d.]+$/.test(line) ? `Bun ${line}` : line.replace(/ \(.*/, "").replace("deno", "Deno");
}

/** Asks those that are installed: pairs of a name and a table, and the paths of those that are not. */
export async function askPrograms() {
  const present = programs.filter(([program]) => existsSync(program));
  const tables = [];
  for (const [program, ...args] of present) {
    tables.push([await nameOf(program), JSON.parse(await run(program, ...args, path("digest.mjs")))]);
  }
  return { tables, missing: programs.filter((one) => !present.includes(one)).map(([program]) => program) };
}
