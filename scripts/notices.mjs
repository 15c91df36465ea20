// The licences of other people's code that is bundled into ours: they ask to go with it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Made from a package by scripts/loader.mjs, and so a part of that. */
const LOADER = /\/wasm\/loader\.[jt]s$/;
const HOME = fileURLToPath(new URL("../node_modules/@assemblyscript/loader", import.meta.url));

/** The terms of that licence, for packages that name it and have no file with it: those of our own. */
const MIT = readFileSync(new URL("../LICENSE", import.meta.url), "utf8")
  .replace(/^[\s\S]*?(?=Permission )/, "")
  .trim();

/** The packages that the modules of a bundle come from, each once, by name. */
export function packagesOf(modules) {
  const folders = new Set();
  for (const id of modules) {
    if (LOADER.test(id)) folders.add(HOME);
    const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll("\\", "/"));
    if (found) folders.add(found[0].replace(/^\0/, ""));
  }
  return [...folders].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name, version, license, text: licenceIn(folder, { name, license, author }) };
  });
}

function licenceIn(folder, { name, license, author }) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(join(folder, file), "utf8").trim();
  // The loader of AssemblyScript is a part of that project, which has the text.
  const home = join(folder, "../../assemblyscript/LICENSE");
  if (name === "@assemblyscript/loader" && existsSync(home)) return readFileSync(home, "utf8").trim();
  const [owner] = String(author?.name ?? author ?? "").split(" <");
  if (license === "MIT" && owner !== "") return `Copyright (c) ${owner}\n\n${MIT}`;
  throw new Error(`no licence found in ${folder}`);
}

/** A comment for the head of a bundle. */
export function comment(packages) {
  const list = packages.map(({ name, version, license }) => `${name} ${version} (${license})`).join(", ");
  return list && `/*! Contains ${list}. Their licences: THIRD-PARTY-NOTICES.txt of lethe. */`;
}

/** The file that goes with the bundles. */
export function notices(packages) {
  const unique = new Map(packages.map((one) => [one.name, one]));
  const parts = [...unique.values()].map(
    ({ name, version, license, text }) => `${name} ${version}, ${license}\n\n${text}\n`,
  );
  return `lethe has the following code of others inside its bundles.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
