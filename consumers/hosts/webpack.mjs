import { cpSync } from "node:fs";
import { join } from "node:path";
import pack from "webpack";
import { askPage } from "../browser.mjs";
import { WORK } from "../install.mjs";
import { judge } from "../judge.mjs";

const OUT = join(WORK, "webpack");

export function webpack(expected) {
  return ["page", "worker-page"].map((name) => [
    `webpack ${pack.version}, ${name}`,
    async () => {
      await bundle(name);
      cpSync(join(WORK, `${name}.html`), join(OUT, `${name}.html`));
      judge(await askPage(OUT, `${name}.html`), expected);
    },
  ]);
}

const bundle = (name) =>
  new Promise((resolve, reject) => {
    const options = { context: WORK, entry: { [name]: `./${name}.js` }, output: { path: OUT } };
    // Sizes have tests of their own.
    pack({ ...options, mode: "production", performance: { hints: false } }, (error, stats) => {
      if (error || stats?.hasErrors() || stats?.hasWarnings()) reject(error ?? new Error(String(stats)));
      else resolve(undefined);
    });
  });
