// The same experiments in every engine that can be had, with the kernels and with their twin: `npm run test:engines`.
// All have to give the same bits. `npm ci --prefix engines` brings the engines that are packages.
import process from "node:process";
import { askBrowsers } from "./browsers.mjs";
import { askPrograms } from "./command-line.mjs";

const [programs, browsers] = [await askPrograms(), await askBrowsers()];
const tables = [...programs.tables, ...browsers.tables];
for (const missing of [...programs.missing, ...browsers.missing])
  console.log(`skipped, as it is not here: ${missing}`);

const [[first, expected]] = tables;
let failed = 0;
const short = (hash) => hash?.slice(0, 12) ?? "nothing";

console.log(`\n${"experiment".padEnd(34)}${"SHA-256".padEnd(14)}${tables.map(([name]) => name).join(" | ")}`);
for (const [name, hash] of Object.entries(expected)) {
  const twinOf = expected[name.replace(" (twin)", "")];
  const answers = tables.map(([, table]) =>
    table[name] === hash && hash === twinOf ? "same" : short(table[name]),
  );
  failed += answers.filter((answer) => answer !== "same").length;
  console.log(`${name.padEnd(34)}${short(hash).padEnd(14)}${answers.join(" | ")}`);
}
const counted = `${tables.length} engines, ${Object.keys(expected).length} experiments`;
console.log(failed === 0 ? `\nall the same as in ${first}: ${counted}` : `\n${failed} DIFFER: ${counted}`);
process.exitCode = failed === 0 ? 0 : 1;
