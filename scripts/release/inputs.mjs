import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const model = { name: "gaussian", samples: [10, 20] };
const run = { generations: 50, trajectories: 100, seed: 1, survival: ["std>0.1"] };

/** @type {Record<string, (text: string) => string | Buffer>} the reader's own files, small ones, made of some text */
const FILES = {
  "book.txt": (text) => text,
  "docs.jsonl.gz": (text) =>
    gzipSync(
      text
        .split("\n\n")
        .map((paragraph) => JSON.stringify({ text: paragraph }))
        .join("\n"),
    ),
  "t.csv": () => "word,count\nthe,900\nwhale,80\nand,700\nsea,50\nurn,1\n",
  "experiment.json": () => JSON.stringify({ model: { ...model, samples: 10 }, ...run }),
  "study.json": () => JSON.stringify({ model, ...run }),
};

/** Writes the files of these names. Throws where one is not known. */
export function writeInputs(folder, names, text) {
  for (const name of names) {
    if (!(name in FILES))
      throw new Error(`the README names ${name}, of which scripts/release/inputs.mjs has none`);
    writeFileSync(join(folder, name), FILES[name](text));
  }
}
