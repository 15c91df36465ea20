// Biases as data. Each says what it is, which edits plant it, and which tables have to notice: by how their names begin.
// An edit is a piece of a source with «what stands there → what is to stand there».
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("./biases/", import.meta.url);

/** All biases: [{ bias, edits, noticed }]. */
export function readBiases() {
  return readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
}

/** Where a kernel, its twin and the rest of the library are, in the package as it is built. */
const places = {
  kernel: (name) => [`assembly/${name}.ts`],
  twin: (name) => [`dist/reference/${name}.js`],
  both: (name) => [`assembly/${name}.ts`, `dist/reference/${name}.js`],
  library: (name) => [`dist/${name}.js`],
};

const MARKED = /«(.*?) ?→ ?(.*?)»/gsu;

/** The replacements that plant a bias: [{ path, find, replace }]. */
export function editsOf({ edits }) {
  return Object.entries(edits).flatMap(([where, texts]) => {
    const [place, name] = where.split(" ");
    return places[place](name).flatMap((path) =>
      [texts].flat().map((text) => ({
        path,
        find: text.replace(MARKED, "$1"),
        replace: text.replace(MARKED, "$2"),
      })),
    );
  });
}

/** Makes an edit in a source. @throws {Error} unless it fits in just one place, and changes it */
export function edit(source, { path, find, replace }) {
  const fits = source.split(find).length - 1;
  if (fits !== 1) throw new Error(`${path} holds ${JSON.stringify(find)} ${fits} times`);
  if (find === replace) throw new Error(`${path}: ${JSON.stringify(find)} changes nothing`);
  return source.replace(find, () => replace);
}
