// How long the words of a text live when every generation learns from what the last one wrote.
// In a clone: node examples/node-script/main.js README.md. Elsewhere, after npm install lethe: node main.js book.txt
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { countTokens, forget } from "lethe";

const corpus = countTokens(readFileSync(argv[2], "utf8"));
const { byCount } = await forget(corpus, { seed: 1 }, { workers: "auto" });
console.log(`${corpus.words.length} different words among ${corpus.total}`);
for (const { count, types, median } of byCount.slice(0, 10)) {
  console.log(`${types} that occurred ${count} times: forgotten after ${median} generations (median)`);
}
