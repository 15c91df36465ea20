// The bundlers that people use, as they come: an entry, a folder for the output, minified.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import * as rollup from "rollup";
import * as vite from "vite";
import webpack from "webpack";

const require = createRequire(import.meta.url);
const webpackVersion = JSON.parse(readFileSync(require.resolve("webpack/package.json"), "utf8")).version;

type Bundle = (project: string, entry: string, out: string) => Promise<unknown>;

/** Rollup leaves it to plugins. */
const minify: rollup.Plugin = {
  name: "minify",
  renderChunk: (code) => esbuild.transform(code, { minify: true }),
};

/** By name and version. Each writes `main.js`, and what that loads later. */
export const bundlers: Readonly<Record<string, Bundle>> = {
  [`Vite ${vite.version}`]: (root, input, outDir) =>
    vite.build({
      root,
      configFile: false,
      logLevel: "error",
      base: "./",
      build: { outDir, rollupOptions: { input, output: { entryFileNames: "main.js" } } },
    }),

  [`webpack ${webpackVersion}`]: (context, entry, path) =>
    new Promise((resolve, reject) =>
      // How large it may be says bench/size.mjs; webpack's own limit is for a whole page's scripts, before they are zipped.
      webpack(
        { context, entry, output: { path }, mode: "production", performance: { hints: false } },
        (error, stats) => {
          if (error || stats!.hasErrors() || stats!.hasWarnings()) reject(error ?? new Error(String(stats)));
          else resolve(stats);
        },
      ),
    ),

  [`esbuild ${esbuild.version}`]: (absWorkingDir, entry, outdir) =>
    esbuild.build({ absWorkingDir, entryPoints: [entry], outdir, bundle: true, minify: true }),

  [`Rollup ${rollup.VERSION}`]: async (_, input, dir) => {
    const build = await rollup.rollup({
      input,
      plugins: [nodeResolve({ browser: true }), minify],
      onwarn: ({ message }) => {
        throw new Error(message);
      },
    });
    await build.write({ dir, format: "es" });
    await build.close();
  },
};
