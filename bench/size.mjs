import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { base64 } from "../dist/wasm/bytes.js";

const ENTRY = "lethe-bench-entry";
const index = fileURLToPath(new URL("../dist/index.js", import.meta.url));
const source = `export { simulate, gaussian } from ${JSON.stringify(index)};`;

/** Gzipped bytes that are allowed: a tenth more than they were when the budget was set. */
export const BUDGET = {
  ...{ wasmGzipped: 24_300, bundleGzipped: 93_000 },
  ...{ workersGzipped: 40_500, lawsGzipped: 24_000 },
};

/**
 * Bytes: of the kernels, of what a page downloads that imports `simulate` and `gaussian` only, and of what it downloads
 * besides when it first asks for workers, and for theory when it first simulates.
 */
export async function measureSize() {
  const wasm = Buffer.from(base64, "base64");
  const { first, workers, laws } = await bundled();
  return {
    wasm: wasm.length,
    wasmGzipped: gzipSync(wasm).length,
    bundle: first.length,
    bundleGzipped: gzipSync(first).length,
    workersGzipped: gzipSync(workers).length,
    lawsGzipped: gzipSync(laws).length,
  };
}

/** The chunks, minified: those that come at once, as one, and those that come later. */
async function bundled() {
  const build = await rolldown({
    input: ENTRY,
    platform: "browser",
    treeshake: true,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
    ],
  });
  const generated = await build.generate({ format: "esm", minify: true });
  const output = generated.output.filter((part) => part.type === "chunk");
  await build.close();
  const atOnce = new Set([output[0]]);
  for (const { imports } of atOnce) {
    for (const chunk of output) if (imports.includes(chunk.fileName)) atOnce.add(chunk);
  }
  const code = (chunks) => Buffer.from(chunks.map((chunk) => chunk.code).join("\n"));
  const later = output.filter((chunk) => !atOnce.has(chunk));
  const ofWorkers = (chunk) => chunk.moduleIds.some((id) => id.endsWith("/workers/source.js"));
  return {
    first: code([...atOnce]),
    workers: code(later.filter(ofWorkers)),
    laws: code(later.filter((chunk) => !ofWorkers(chunk))),
  };
}
