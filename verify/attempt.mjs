// Runs in a copy with a bias planted: measures the tables whose names begin with the arguments until one of them is
// judged wrong. Prints, as JSON, whether one was, the worst cell, and whether kernels and twin are still alike there.
import { alike } from "./alike.mjs";
import { judge } from "./judge.mjs";
import { measure } from "./measure.mjs";
import { readTables } from "./tables.mjs";

const starts = process.argv.slice(2);
const tables = readTables().filter(({ name }) => starts.some((start) => name.startsWith(start)));
if (tables.length === 0) throw new Error(`no table's name begins with ${starts.join(", ")}`);

let same = true;
const measured = [];
for (const table of tables) {
  measured.push({ name: table.name, cells: await measure(table, 1) });
  same &&= await alike(table);
  if (judge(measured).length > 0) break;
}
const [worst] = measured
  .flatMap(({ name, cells }) => cells.map(({ what, z }) => ({ table: name, what, z })))
  .sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
console.log(
  JSON.stringify({ caught: judge(measured).length > 0, alike: same, ...worst, z: String(worst.z) }),
);
