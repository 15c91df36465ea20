import { rolldown } from "rolldown";

/** Writes the whole library as one module, for pages without a bundler. Its code is readable beside it: no source map. */
export async function bundle(file = "dist/lethe.browser.js") {
  const build = await rolldown({ input: "dist/index.js", platform: "browser" });
  await build.write({ file, format: "esm", minify: true, codeSplitting: false });
  await build.close();
}
