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
