import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { base64 } from "../dist/wasm/bytes.js";

const ENTRY = "lethe-bench-entry";
const index = fileURLToPath(new URL("../dist/index.js", import.meta.url));
const source = `export { simulate, gaussian } from ${JSON.stringify(index)};`;

/** Gzipped bytes that are allowed: a tenth more than they were when the budget was set. */
export const BUDGET = { wasmGzipped: 9_800, bundleGzipped: 41_800 };

/** Bytes: of the kernels, and of what a page downloads that imports `simulate` and `gaussian` only. */
export async function measureSize() {
  const wasm = Buffer.from(base64, "base64");
  const bundle = await bundled();
  return {
    wasm: wasm.length,
    wasmGzipped: gzipSync(wasm).length,
    bundle: bundle.length,
    bundleGzipped: gzipSync(bundle).length,
  };
}

/** All the chunks, minified, as one. */
async function bundled() {
  const build = await rolldown({
    input: ENTRY,
    platform: "browser",
    external: /^node:/,
    treeshake: true,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return Buffer.from(output.map((chunk) => chunk.code ?? chunk.source).join("\n"));
}
