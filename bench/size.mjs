import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { base64 } from "../dist/wasm/bytes.js";
import { measurePeers } from "./peers/sizes.mjs";

const ENTRY = "lethe-bench-entry";
const built = (file) => JSON.stringify(fileURLToPath(new URL(`../dist/${file}`, import.meta.url)));
const SIMULATE = `export { simulate, gaussian } from ${built("index.js")};`;

/** What of lethe/random a page takes, which is there before any WebAssembly. */
const RANDOM = {
  someLaws: "generatorWith, uniform, normal, integers",
  moreLaws: "generatorWith, uniform, integers, normal, exponential, gamma, poisson",
  allLaws: "Generator",
};
const random = (names) => `export { ${names} } from ${built("random/index.js")};`;

/** Gzipped bytes that are allowed: a tenth more than they were when the budget was set. */
export const BUDGET = {
  ...{ wasmGzipped: 28_200, bundleGzipped: 118_000 },
  ...{ workersGzipped: 52_300, lawsGzipped: 30_000 },
  ...{ someLawsGzipped: 5_400, moreLawsGzipped: 7_200, allLawsGzipped: 12_600, fillsGzipped: 18_700 },
};

/**
 * Bytes: of the kernels, of what a page downloads that imports `simulate` and `gaussian` only, and of what it downloads
 * besides when it first asks for workers, and for theory when it first simulates.
 */
export async function measureSize() {
  const wasm = Buffer.from(base64, "base64");
  const { first, later } = await bundled(SIMULATE);
  const ofWorkers = (chunk) => chunk.moduleIds.some((id) => id.endsWith("/workers/source.js"));
  return {
    wasm: wasm.length,
    wasmGzipped: gzipSync(wasm).length,
    bundle: first.length,
    bundleGzipped: gzipSync(first).length,
    workersGzipped: gzipSync(code(later.filter(ofWorkers))).length,
    lawsGzipped: gzipSync(code(later.filter((chunk) => !ofWorkers(chunk)))).length,
    ...(await measureRandom()),
    peers: await measurePeers(),
  };
}

/** The same of lethe/random, and of the fills that come later. */
async function measureRandom() {
  const [someLaws, moreLaws, allLaws] = await Promise.all(
    [RANDOM.someLaws, RANDOM.moreLaws, RANDOM.allLaws].map((names) => bundled(random(names))),
  );
  return {
    someLawsGzipped: gzipSync(someLaws.first).length,
    moreLawsGzipped: gzipSync(moreLaws.first).length,
    allLawsGzipped: gzipSync(allLaws.first).length,
    fillsGzipped: gzipSync(code(someLaws.later)).length,
  };
}

const code = (chunks) => Buffer.from(chunks.map((chunk) => chunk.code).join("\n"));

/** The chunks, minified: those that come at once, as one, and those that come later. */
async function bundled(source) {
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
  return { first: code([...atOnce]), later: output.filter((chunk) => !atOnce.has(chunk)) };
}
