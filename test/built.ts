import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
export const program = join(root, "dist/cli/main.js");
export const library = join(root, "dist/index.js");

/** What is tested as it was built must be what stands in the sources. */
export function checkBuilt(): void {
  if (!existsSync(program)) throw new Error("dist/cli/main.js is missing: run `npm run build` first");
  const built = statSync(program).mtimeMs;
  for (const name of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })) {
    // The build makes these two itself.
    if (!name.endsWith(".ts") || /(version|wasm.bytes)\.ts$/.test(name)) continue;
    const { mtimeMs } = statSync(join(root, "src", name));
    if (mtimeMs > built) throw new Error(`dist is older than src/${name}: run \`npm run build\` first`);
  }
}
