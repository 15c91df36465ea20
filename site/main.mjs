// `npm run site [FOLDER]`: the documentation as a folder of pages, build/site by default. It needs what `npm run build` made.
import { copyFileSync, cpSync, existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { writePages } from "./typedoc.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(process.argv[2] ?? `${root}build/site`);
for (const built of ["dist/playground", "dist/llms.txt"])
  if (!existsSync(`${root}${built}`)) throw new Error(`${built} is missing: npm run build`);

await writePages(out);
cpSync(`${root}dist/playground`, `${out}/playground`, { recursive: true });
copyFileSync(`${root}dist/llms.txt`, `${out}/llms.txt`);
console.error(`${out}/index.html`);
