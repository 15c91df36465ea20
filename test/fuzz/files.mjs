// Files that people have, and some that nobody should.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const TEXT = "Call me Ishmael. Some years ago, never mind how long, the sea and the whale and the ship. ";
const gzipped = gzipSync(TEXT.repeat(50));
const experiment = { model: { name: "gaussian", samples: 5 }, generations: 3, trajectories: 2, seed: 1 };

const contents = {
  "text.txt": TEXT.repeat(3),
  "one-word.txt": "whale ",
  "empty.txt": "",
  "spaces.txt": " \n\n\t ",
  "bom.txt": `\ufeff${TEXT}`,
  "utf16.txt": Buffer.from(`\ufeff${TEXT}`, "utf16le"),
  "latin1.txt": Buffer.from("caf\xe9 na\xefve caf\xe9", "latin1"),
  "nul.bin": Buffer.from([0, 1, 2, 0, 255, 254]),
  "long-word.txt": "x".repeat(1_000_001),
  "text.txt.gz": gzipped,
  "cut.txt.gz": gzipped.subarray(0, 60),
  "damaged.txt.gz": Buffer.concat([gzipped.subarray(0, 30), Buffer.alloc(40)]),
  "counts.csv": "word,count\nthe,5\nwhale,3\nsea,1\n",
  "counts.tsv": "count\twords\n5\t1\n3\t2\n1\t10\n",
  "open-quote.csv": 'word,count\n"the,5\nwhale,3\n',
  "negative.csv": "word,count\nthe,-5\n",
  "large.csv": "count,words\n9007199254740991,9007199254740991\n9007199254740990,5\n",
  "numbers.txt": "5 3\n1",
  "experiment.json": JSON.stringify(experiment),
  "half.json": JSON.stringify(experiment).slice(0, 40),
  "null.json": "null",
  "list.json": "[1, 2]",
  "deep.json": "[".repeat(100_000),
  "proto.json": `{"__proto__": {"x": 1}, ${JSON.stringify(experiment).slice(1)}`,
  "number.json": JSON.stringify(experiment).replace("5", "1e999"),
};

/** Writes them into a directory of their own; what is there, as seen from a directory beside it. */
export function writeFiles() {
  const root = mkdtempSync(join(tmpdir(), "lethe-fuzz-"));
  const place = join(root, "files");
  mkdirSync(join(place, "folder"), { recursive: true });
  symlinkSync("loop", join(place, "loop"));
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(place, name), content);
  const names = [...Object.keys(contents), "folder", "loop", "missing.txt"];
  return { root, paths: names.map((name) => `../files/${name}`) };
}
