// The command line as it is built: few files, which need nothing of the many beside them.
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { program } from "../built.ts";

/** Packages with data or programs of their own; what else is used is inside. */
const APART = /^(#pdfkit|vega|vega-lite|@resvg\/resvg-js)$/;

const IMPORT = /^(?:import|export)\b[^;]*?\bfrom "([^"]+)";|\bimport\("([^"]+)"\)|^import "([^"]+)";/gm;

/** Comments name types of other files. */
const COMMENT = /^\s*\/?\*.*$/gm;

const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").replaceAll(COMMENT, "").matchAll(IMPORT)].map(([, ...found]) =>
    found.find((name) => name),
  );

it("loads its own parts, Node's modules, and large packages when it needs them", () => {
  const folder = dirname(program);
  const parts = readdirSync(folder).filter((name) => /^part-[\w-]+\.js$/.test(name));
  // The first one's are found at all.
  expect(importsOf(program).length).toBeGreaterThan(3);
  const others = [program, ...parts.map((name) => join(folder, name))]
    .flatMap(importsOf)
    .filter((name = "") => !parts.includes(name.slice(2)) && !isBuiltin(name) && !APART.test(name));
  expect(others).toEqual([]);
});
