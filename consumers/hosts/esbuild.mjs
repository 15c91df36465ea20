import { cpSync } from "node:fs";
import { join } from "node:path";
import { build, version } from "esbuild";
import { askPage } from "../browser.mjs";
import { WORK } from "../install.mjs";
import { judge } from "../judge.mjs";

const OUT = join(WORK, "esbuild");

/** How the bundle is cut: in one file each, or in modules that come later. */
const CUTS = { "one file": {}, splitting: { splitting: true, format: /** @type {const} */ ("esm") } };

/** esbuild knows no workers: one of one's own is an entry beside the page. */
export function esbuild(expected) {
  const names = { page: ["page"], "worker-page": ["worker-page", "worker"] };
  return Object.entries(names).flatMap(([name, entries]) =>
    Object.entries(CUTS).map(([cut, options]) => [
      `esbuild ${version}, ${name}, ${cut}`,
      async () => {
        const entryPoints = entries.map((entry) => join(WORK, `${entry}.js`));
        const format = /** @type {const} */ ("esm");
        await build({
          entryPoints,
          outdir: OUT,
          bundle: true,
          minify: true,
          format,
          logLevel: "silent",
          ...options,
        });
        cpSync(join(WORK, `${name}.html`), join(OUT, `${name}.html`));
        judge(await askPage(OUT, `${name}.html`), expected);
      },
    ]),
  );
}
