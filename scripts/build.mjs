// Builds everything that the package ships: `npm ci` runs it through "prepare".
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { embed } from "./embed.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

if (!existsSync("node_modules/assemblyscript")) {
  // `npm ci --omit=dev` runs "prepare" too, and has nothing to build with.
  console.error("lethe: development dependencies are not installed, so nothing is built");
  process.exit(existsSync("dist/index.js") || process.env.npm_config_omit?.includes("dev") ? 0 : 1);
}

/** Runs a program of a package in node_modules; stops the build when it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

run("node_modules/assemblyscript/bin/asc.js", "--config", "asconfig.json", "--target", "release");

await embed();

rmSync("dist", { recursive: true, force: true });
run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
chmodSync("dist/cli/main.js", 0o755);
await bundle();

const { buildCorpus } = await import("./corpus.mjs");
await buildCorpus("dist/data");

run("node_modules/vite/bin/vite.js", "build", "--config", "playground/vite.config.ts", "--logLevel", "warn");

// In a clone, let `npx lethe` find this very build at once instead of installing the folder into npm's cache first.
if (process.platform !== "win32") {
  rmSync("node_modules/.bin/lethe", { force: true });
  symlinkSync("../../dist/cli/main.js", "node_modules/.bin/lethe");
}
