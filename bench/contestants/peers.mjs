import { here } from "./here.mjs";

const PEERS = {
  "d3-random": "../peers/d3-random.mjs",
  "@stdlib": "../peers/stdlib.mjs",
  "pure-rand": "../peers/pure-rand.mjs",
  "lib-r-math.js": "../peers/lib-r-math.mjs",
};

/** The JavaScript libraries that are installed; a word about each that is not. */
export async function loadPeers() {
  const present = [];
  const missing = [];
  for (const [name, file] of Object.entries(PEERS)) {
    try {
      present.push({ name, cases: (await import(file)).default });
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      missing.push(name);
    }
  }
  if (missing.length > 0) {
    console.error(`skipped: ${missing.join(", ")}, not installed (npm ci --prefix bench/peers brings them)`);
  }
  return {
    names: present.map(({ name }) => name),
    /** The contestants of the fill of this name. */
    contestants: (fill, out) =>
      present
        .filter(({ cases }) => fill in cases)
        .map(({ name, cases }) => here(name, () => ({ call: cases[fill](out), drawn: () => out }))),
  };
}
