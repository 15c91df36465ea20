// Writes what travels inside the code, so that no file is to be hosted, into TypeScript files.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { loaderSource } from "./loader.mjs";
import { comment, packagesOf } from "./notices.mjs";

/** Embeds build/lethe.wasm and build/fills.wasm, the version of package.json, the loader, and what a worker runs. */
export async function embed() {
  const wasm = readFileSync("build/lethe.wasm");
  const hash = createHash("sha256").update(wasm).digest("hex");
  write("src/wasm/bytes.ts", "assembly/", { sha256: hash, base64: wasm.toString("base64") });
  write("src/wasm/fill-bytes.ts", "assembly/fills.ts", {
    base64: readFileSync("build/fills.wasm").toString("base64"),
  });
  const { version, optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const pictures = Object.entries(optionalDependencies).map((one) => one.join("@"));
  write("src/version.ts", "package.json", { version, pictures: pictures.join(" ") });
  writeFileSync("src/wasm/loader.ts", `// Made by scripts/loader.mjs.\n${await loaderSource()}`);
  write("src/workers/source.ts", "src/workers/web.ts", { source: await workerSource() });
}

function write(file, origin, constants) {
  const lines = Object.entries(constants).map(
    ([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)};\n`,
  );
  writeFileSync(file, `// Made by scripts/embed.mjs from ${origin}.\n${lines.join("")}`);
}

/** The code of a Web Worker, as a classic script. */
async function workerSource() {
  const build = await rolldown({
    input: "src/workers/web.ts",
    platform: "browser",
    plugins: [
      {
        name: "no kernels",
        // They come compiled, with the first order.
        load: (id) => (/wasm.bytes\.ts$/.test(id) ? 'export const base64 = "";' : null),
      },
    ],
  });
  const { output } = await build.generate({
    format: "iife",
    minify: true,
    banner: (chunk) => comment(packagesOf(chunk.moduleIds)),
  });
  await build.close();
  return output[0].code;
}
