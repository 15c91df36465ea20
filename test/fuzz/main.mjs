// `npm run test:fuzz`: calls of the API and command lines with hostile values. Each gives a result that is finite or an
// error that names what is wrong; all else is an offence, of which the first of each kind is shown. Exit code 1 then.
import process from "node:process";
import { parseArgs } from "node:util";
import * as api from "../../dist/index.js";
import { callsOf } from "./calls.mjs";
import { runLine, runLines } from "./lines.mjs";
import { Tally } from "./tally.mjs";
import { callInThreads } from "./threads.mjs";

const HELP = `npm run test:fuzz -- [options]
  --seed N      other values (default 1)
  --calls N     calls of the API (default 100000)
  --lines N     command lines, each a process (default 3000)
  --only TEXT   functions whose name begins so, as in theory.gaussian, or command lines that do, as in "forget --counts"
  --jobs N      threads, and processes at a time (default 2)
  --call N      make this one call again, and show all of it
  --line N      run this one command line again, and show all of it`;

/** @param {string} text */
const number = (text) => ({ type: /** @type {const} */ ("string"), default: text });
const { values } = parseArgs({
  options: {
    seed: number("1"),
    calls: number("100000"),
    lines: number("3000"),
    jobs: number("2"),
    call: { type: "string" },
    line: { type: "string" },
    only: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});
const { only } = values;
const [seed, calls, lines, jobs] = [values.seed, values.calls, values.lines, values.jobs].map(Number);

if (values.help) console.log(HELP);
else if (values.call !== undefined) await callAgain(Number(values.call));
else if (values.line !== undefined) console.log(await runLine(Number(values.line), { seed, only }));
else await fuzz();

async function callAgain(number) {
  const { make } = await callsOf(api, { seed, only });
  for (const { text, outcome, error } of await make(number))
    console.log(`${text}\n${outcome}\n${error?.stack ?? ""}`);
  process.exit();
}

async function fuzz() {
  const [called, run] = [new Tally(), new Tally()];
  if (calls > 0) await callInThreads({ calls, seed, only, jobs }, called);
  console.log(`calls: ${called.summary}`);
  if (lines > 0) await runLines({ lines, seed, only, jobs }, run);
  console.log(`command lines: ${run.summary}`);
  const rest = `--seed ${seed}${only && ` --only ${JSON.stringify(only)}`}`;
  const offences = [
    ...called.report(`npm run test:fuzz -- ${rest} --call`),
    ...run.report(`npm run test:fuzz -- ${rest} --line`),
  ];
  for (const offence of offences) console.log(`\n${offence}`);
  process.exit(offences.length === 0 ? 0 : 1);
}
