import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a page takes of each library that draws uniforms, normals and integers, or the nearest that there is. */
const TAKEN = {
  "d3-random": [
    "uniform, normal, integers",
    'export { randomUniform, randomNormal, randomInt, randomLcg } from "d3-random";',
  ],
  "pure-rand": [
    "uniform, integers",
    `export { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
    export { uniformInt } from "pure-rand/distribution/uniformInt";
    export { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";`,
  ],
  "@stdlib": [
    "integers, poisson",
    'import a from "@stdlib/random-base-discrete-uniform"; import b from "@stdlib/random-base-poisson"; export { a, b };',
  ],
};

/** Gzipped bytes of what a page takes of the libraries that are installed, minified. */
export async function measurePeers() {
  const sizes = [];
  for (const [name, [laws, contents]] of Object.entries(TAKEN)) {
    try {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: import.meta.dirname },
        ...{
          bundle: true,
          minify: true,
          format: "esm",
          platform: "browser",
          write: false,
          logLevel: "silent",
        },
      });
      sizes.push({ name, laws, gzipped: gzipSync(outputFiles[0].contents).length });
    } catch (error) {
      if (!error.errors?.every(({ text }) => text.startsWith("Could not resolve"))) throw error;
    }
  }
  return sizes;
}
