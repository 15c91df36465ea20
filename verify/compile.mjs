// Compiles the kernels with some of their sources edited. In this process, where the compiler stays warm, and with less
// effort than for the package: what is compiled does the same, a little slower.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const baseDir = fileURLToPath(new URL("..", import.meta.url));
const options = [
  "assembly/index.ts",
  "--config",
  "asconfig.json",
  "--target",
  "release",
  "--optimizeLevel",
  "1",
];

/**
 * @param {Map<string, string>} edited sources that stand in for those at the same paths, such as assembly/index.ts
 * @returns {Promise<Uint8Array>} the module
 */
export async function compile(edited) {
  let module;
  const { error, stderr } = await asc.main(options, {
    readFile: (name, folder) => edited.get(name) ?? read(resolve(baseDir, folder, name)),
    writeFile: (name, contents) => {
      if (name.endsWith(".wasm")) module = contents;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return module;
}

/** The compiler asks for files at several places: null says that there is none. */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
