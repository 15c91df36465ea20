// A copy of the package, in which biases are planted one after another.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.mjs";
import { edit, editsOf } from "./edits.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const BYTES = "dist/wasm/bytes.js";

/** Makes a copy of what runs. */
export function makeCopy(number) {
  const folder = `${root}build/sabotage-${number}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["dist", "verify", "package.json"])
    cpSync(root + name, folder + name, { recursive: true });
  return folder;
}

export function removeCopy(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/** Makes the edits of a bias in a copy; returns what takes them back. */
export async function plant(folder, bias) {
  const edited = new Map();
  for (const one of editsOf(bias)) {
    edited.set(one.path, edit(edited.get(one.path) ?? readFileSync(root + one.path, "utf8"), one));
  }
  const kernels = new Map([...edited].filter(([path]) => path.startsWith("assembly/")));
  const written = new Map([...edited].filter(([path]) => path.startsWith("dist/")));
  if (kernels.size > 0) {
    const base64 = Buffer.from(await compile(kernels)).toString("base64");
    const bytes = readFileSync(root + BYTES, "utf8");
    written.set(BYTES, bytes.replace(/"[A-Za-z0-9+/=]{1000,}"/, `"${base64}"`));
  }
  for (const [path, source] of written) writeFileSync(folder + path, source);
  return () => {
    for (const path of written.keys()) cpSync(root + path, folder + path);
  };
}

/** Runs a script in a copy: its exit code and what it printed. */
export function run(folder, ...args) {
  const child = spawn(process.execPath, args, { cwd: folder });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}
