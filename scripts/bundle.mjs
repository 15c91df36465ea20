import { rolldown } from "rolldown";
import { comment, packagesOf } from "./notices.mjs";

/**
 * Writes the whole library as one module, for pages without a bundler. Its code is readable beside it: no source map.
 * Returns the packages inside.
 */
export async function bundle(file = "dist/lethe.browser.js") {
  const build = await rolldown({ input: "dist/index.js", platform: "browser" });
  const { output } = await build.write({
    file,
    format: "esm",
    minify: true,
    codeSplitting: false,
    banner: (chunk) => comment(packagesOf(chunk.moduleIds)),
  });
  await build.close();
  return packagesOf(output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : [])));
}

/**
 * Writes the package that makes PDFs as one module: a twentieth of what it is with all that it would install. Returns the
 * packages inside.
 */
export async function bundlePdf(file = "dist/plot/pdfkit.js") {
  const isKept = (id) => !/node_modules.(png-js|brotli)\b/.test(id);
  const build = await rolldown({
    input: file,
    platform: "node",
    checks: { bundlerTimings: false },
    plugins: [
      {
        name: "no images, no web fonts",
        // Pictures of ours have none.
        load: (id) => (isKept(id) ? null : "export default undefined;"),
      },
    ],
  });
  const { output } = await build.write({
    file,
    format: "esm",
    minify: true,
    codeSplitting: false,
    banner: (chunk) => comment(packagesOf(chunk.moduleIds.filter(isKept))),
  });
  await build.close();
  return packagesOf(output.flatMap((part) => (part.type === "chunk" ? part.moduleIds.filter(isKept) : [])));
}

/** Large packages that few commands need, with data or programs of their own beside them. */
const APART = [/^#pdfkit$/, /^vega/, /^@resvg\//];

/**
 * Puts the modules of the command line together in few files, as reading two hundred takes longer than a small run does:
 * `dist/cli/main.js` and what it loads, when it is asked for, from beside it. Their code is not minified: what they throw can be read.
 * Modules are where they were, a folder below dist, for the addresses of files that they read. Returns the packages inside.
 */
export async function bundleProgram(folder = "dist/cli") {
  const build = await rolldown({
    ...{ input: `${folder}/main.js`, platform: "node", external: APART },
    // Of use to whoever writes a plugin.
    checks: { bundlerTimings: false },
  });
  const { output } = await build.write({
    dir: folder,
    format: "esm",
    entryFileNames: "main.js",
    chunkFileNames: "part-[hash].js",
    banner: (chunk) => comment(packagesOf(chunk.moduleIds)),
  });
  await build.close();
  return packagesOf(output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : [])));
}
