import { cpSync } from "node:fs";
import { join } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup as bundle, VERSION } from "rollup";
import { askPage } from "../browser.mjs";
import { WORK } from "../install.mjs";
import { judge } from "../judge.mjs";

const OUT = join(WORK, "rollup");

/** Rollup knows no workers: one of one's own is an entry beside the page. */
export function rollup(expected) {
  return Object.entries({ page: ["page"], "worker-page": ["worker-page", "worker"] }).map(
    ([name, entries]) => [
      `Rollup ${VERSION}, ${name}`,
      async () => {
        const input = Object.fromEntries(entries.map((entry) => [entry, join(WORK, `${entry}.js`)]));
        const build = await bundle({
          ...{ input, plugins: [nodeResolve({ browser: true })] },
          onwarn({ message }) {
            throw new Error(message);
          },
        });
        await build.write({ dir: OUT, format: "es" });
        await build.close();
        cpSync(join(WORK, `${name}.html`), join(OUT, `${name}.html`));
        judge(await askPage(OUT, `${name}.html`), expected);
      },
    ],
  );
}
