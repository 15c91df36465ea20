import { existsSync, readFileSync } from "node:fs";
import { here } from "./here.mjs";

/** Where the samplers of a library are, and the package whose version is told. */
const PEERS = {
  "d3-random": ["../peers/d3-random.mjs", "d3-random"],
  "@stdlib": ["../peers/stdlib.mjs", "@stdlib/random-array-normal"],
  "pure-rand": ["../peers/pure-rand.mjs", "pure-rand"],
  "lib-r-math.js": ["../peers/lib-r-math.mjs", "lib-r-math.js"],
};

/** The JavaScript libraries that are installed; a word about each that is not. */
export async function loadPeers() {
  const present = [];
  const missing = [];
  for (const [name, [file, packageName]] of Object.entries(PEERS)) {
    try {
      const { default: cases } = await import(file);
      present.push({ name, version: `${packageName} ${versionOf(packageName)}`, cases });
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      missing.push(name);
    }
  }
  if (missing.length > 0) {
    console.error(`skipped: ${missing.join(", ")}, not installed (npm ci --prefix bench/peers brings them)`);
  }
  return {
    versions: present.map(({ version }) => version),
    /** The contestants of the fill of this name. */
    contestants: (fill, out) =>
      present
        .filter(({ cases }) => fill in cases)
        .map(({ name, cases }) => here(name, () => ({ call: cases[fill](out), drawn: () => out }))),
  };
}

/** The version of the package that bench/peers sees: its own, or else the one that lethe's tests use. */
function versionOf(name) {
  const places = ["../peers/", "../../"].map((folder) => `${folder}node_modules/${name}/package.json`);
  const [file] = places.map((place) => new URL(place, import.meta.url)).filter((url) => existsSync(url));
  return JSON.parse(readFileSync(file, "utf8")).version;
}
