// npm run verify: whole experiments against numbers that were computed independently of this code. Runs on the built
// package. Fails when a deviation is too large, when too many are large, or when they are jointly implausible.
import { chance, judge } from "./judge.mjs";
import { measure } from "./measure.mjs";
import { picture } from "./picture.mjs";
import { sabotage } from "./sabotage.mjs";
import { readTables } from "./tables.mjs";

// --sabotage plants every bias in turn and says which were caught; --sabotage NAME those whose name begins so.
const flag = process.argv.indexOf("--sabotage");
if (flag > 0) process.exit((await sabotage(process.argv[flag + 1] ?? "")) ? 0 : 1);

// Other arguments choose tables: by how the name of their file begins, or their own.
const chosen = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const isChosen = (name) => chosen.length === 0 || chosen.some((start) => name.startsWith(start));
const digits = (x) => (x === 0 ? "0" : x.toPrecision(7));

const tables = [];
for (const { file, ...table } of readTables()) {
  if (!isChosen(file) && !isChosen(table.name)) continue;
  const began = performance.now();
  const cells = await measure(table);
  console.log(`\n${table.name} (${((performance.now() - began) / 1000).toFixed(1)} s)\n  ${table.source}`);
  for (const { what, measured, expected, standardError, z } of cells) {
    const columns = [measured, expected, standardError].map((x) => digits(x).padStart(14));
    console.log(`  ${what.padEnd(46)}${columns.join("")}${z.toFixed(2).padStart(8)}`);
  }
  tables.push({ name: table.name, cells });
}

const file = new URL("../build/verify.svg", import.meta.url);
await picture(tables, file);
const wrong = judge(tables);
const cells = tables.flatMap((table) => table.cells);
const worst = cells.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a));
console.log(
  `\n${tables.length} tables, ${cells.length} cells; worst z ${worst.z.toFixed(2)} (${worst.what})`,
);
console.log(`with new seeds a right lethe fails with a probability of at most ${chance(tables).toFixed(5)}`);
console.log(`picture: build/verify.svg`);
console.log(wrong.length === 0 ? "verified" : `NOT verified:\n${wrong.join("\n")}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
