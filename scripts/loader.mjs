// @assemblyscript/loader without what it does when it is loaded: it writes to Object, which may be frozen, and makes a
// TextDecoder, which a host may not have. Nothing that instantiates is changed.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";

const NAME = "@assemblyscript/loader";
const file = join(dirname(createRequire(import.meta.url).resolve(NAME)), "../index.js");

/** What is replaced, and by what. Each must stand there exactly once. */
const REPLACEMENTS = [
  [
    'const utf16 = new TextDecoder("utf-16le", { fatal: true }); // != wtf16',
    // Asked for long strings only, which there are none of; where it throws, the loader has another way.
    "const utf16 = {};",
  ],
  [
    `Object.hasOwn = Object.hasOwn || function(obj, prop) {
  return Object.prototype.hasOwnProperty.call(obj, prop);
};`,
    "const hasOwn = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);",
  ],
];
const USES = 3;

/** The loader's source, made harmless. Throws where it is not the one that is known here. */
export function tame(source) {
  let tamed = source;
  for (const [from, to] of REPLACEMENTS) {
    const parts = tamed.split(from);
    if (parts.length !== 2) throw new Error(`${NAME} has changed: scripts/loader.mjs does not find ${from}`);
    tamed = parts.join(to);
  }
  const parts = tamed.split("!Object.hasOwn(");
  if (parts.length !== USES + 1)
    throw new Error(`${NAME} has changed: scripts/loader.mjs knows ${USES} uses of hasOwn`);
  return parts.join("!hasOwn(");
}

/** The part of it that lethe calls, as a module. */
export async function loaderSource() {
  const { version, license } = JSON.parse(readFileSync(join(dirname(file), "package.json"), "utf8"));
  const build = await rolldown({
    input: "loader",
    plugins: [
      {
        name: "tame",
        resolveId: (id) => (id === "loader" || id === NAME ? id : null),
        load: (id) =>
          id === "loader"
            ? `export { instantiateSync } from ${JSON.stringify(NAME)};`
            : tame(readFileSync(file, "utf8")),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  return `// @ts-nocheck\n// ${NAME} ${version}, by Daniel Wirtz and others (${license}).\n${output[0].code}`;
}
