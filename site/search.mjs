import { readFileSync, writeFileSync } from "node:fs";

/** What the signs in docs/theory.md say. */
const SIGNS = { "=": "exact law", "≤": "upper bound", "≥": "lower bound", "≈": "approximation" };

/** By the names of theory's functions: what the page asks that leads to them. @param {string} file */
function questions(file) {
  const asked = /** @type {Map<string, string>} */ (new Map());
  for (const row of readFileSync(file, "utf8").split("\n")) {
    if (!row.startsWith("| ")) continue;
    const signs = Object.entries(SIGNS).filter(([sign]) => row.includes(sign));
    const text = [row.split("|")[1], ...signs.map(([, says]) => says)].join(" ");
    for (const [, name] of row.matchAll(/`(theory\.[\w.]+)`/g)) asked.set(name, text);
  }
  return asked;
}

/**
 * Lets the search know declarations by the words of their whole names, and theory's functions by the questions that they answer.
 * @param {import("typedoc").IndexEvent} event
 * @param {string} file docs/theory.md
 */
export function addWords(event, file) {
  const asked = questions(file);
  for (const [i, one] of event.searchResults.entries()) {
    const name = one.getFullName().replace(/^lethe\./, "");
    const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/[./_]/g, " ");
    event.searchFields[i] = { words: `${words} ${asked.get(name) ?? ""}` };
  }
  event.searchFieldWeights["words"] = 10;
}

/** How TypeDoc's script asks the index: any word that has one of those asked for in it, "a" as well. */
const ASKS = `i.split(" ").map(c=>c.length?\`*\${c}*\`:"").join(" ")`;
const COMMON = "an?|the|of|by|to|in|is|are|for|and|or|how|what|when|does|do|with|its?";
const BETTER = `i.split(/[\\s:^~+-]+/).filter(c=>c&&!/^(${COMMON})$/i.test(c)).map(c=>\`*\${c}* \${c}^3\`).join(" ")`;

/** Lets it leave out words that are everywhere, and prefer whole ones. @param {string} file assets/main.js */
export function sharpen(file) {
  const script = readFileSync(file, "utf8");
  if (!script.includes(ASKS)) throw new Error("TypeDoc's search is written anew: site/search.mjs");
  writeFileSync(
    file,
    script.replace(ASKS, () => BETTER),
  );
}
