// What was built must be what stands in the sources: looked at once, before the tests of a project run.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
export const program = join(root, "dist/cli/main.js");
export const library = join(root, "dist/index.js");

/** Throws where what was made of a folder is missing, or older than a file in it. */
export function checkMade(made: string, folder: string): void {
  const advice = "run `npm run build` first";
  if (!existsSync(resolve(root, made))) throw new Error(`${made} is missing: ${advice}`);
  const { mtimeMs } = statSync(resolve(root, made));
  for (const name of readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })) {
    if (/\.(ts|css|html)$/.test(name) && statSync(resolve(root, folder, name)).mtimeMs > mtimeMs)
      throw new Error(`${made} is older than ${folder}/${name}: ${advice}`);
  }
}

/** Every project uses the kernels; two run the program, the package and the page as they were built. */
export default function setup({ name }: TestProject): void {
  checkMade("src/wasm/bytes.ts", "assembly");
  if (name === "unit" || name === "stats") return;
  checkMade("dist/cli/main.js", "src");
  for (const folder of ["playground", "src"]) checkMade("dist/playground/index.html", folder);
}
