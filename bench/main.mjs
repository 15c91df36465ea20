// Times the kernels, as built, against their twin in TypeScript, numpy, C and JavaScript libraries: `npm run bench`.
import { allCases } from "./cases/index.mjs";
import { gather } from "./contestants/index.mjs";
import { readOptions } from "./options.mjs";
import { writeReport } from "./report/index.mjs";
import { lines, table } from "./report/table.mjs";
import { playRounds } from "./rounds.mjs";
import { measureSize } from "./size.mjs";
import { measureStartUp } from "./start-up.mjs";
import { summarise } from "./summary.mjs";
import { judge, withoutCase } from "./targets.mjs";

const options = readOptions();
const cases = await allCases(options);
if (cases.length === 0) {
  console.error(`bench: invalid only: ${options.only} (part of the name of a case; --list names them)`);
  process.exit(2);
}
if (options.whole && withoutCase(cases).length > 0) {
  throw new Error(`targets without a case: ${withoutCase(cases).join("; ")}`);
}
if (options.list) {
  for (const { name } of cases) console.log(name);
  process.exit(0);
}

const field = await gather();
const general =
  options.only.length === 0 ? { startUp: measureStartUp(), size: await measureSize() } : undefined;
const runs = [];
for (let run = 1; run <= options.runs; ++run) {
  const played = [];
  for (const [i, item] of cases.entries()) {
    console.error(`run ${run} of ${options.runs}, ${i + 1} of ${cases.length}: ${item.name}`);
    const { name, unit, note } = item;
    played.push({ name, unit, note, ...(await playRounds(item, await field.of(item), options)) });
  }
  runs.push({ cases: played });
  // After each run: one that is stopped leaves those before it.
  if (options.whole && general)
    await writeReport({ options, versions: field.versions, ...general, ...judged() });
}
field.close();

const { cases: summary, verdicts } = judged();
console.log(`${table(summary)}\n\n${verdicts.map(({ line }) => line).join("\n")}`);
if (general) console.log(`\n${lines(general)}`);

function judged() {
  const cases = summarise(runs);
  return { runs, cases, verdicts: judge(cases) };
}
