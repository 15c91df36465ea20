import { writeFile } from "node:fs/promises";
import os from "node:os";
import { BUDGET } from "../size.mjs";
import { chart } from "./chart.mjs";
import { markdown } from "./markdown.mjs";

const folder = new URL("../", import.meta.url);

/** Writes results.json (every round), RESULTS.md and results.svg. */
export async function writeReport({ options, versions, startUp, size, runs, cases, verdicts }) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = [
    `${os.cpus()[0].model}, ${os.availableParallelism()} cores, ${os.platform()} ${os.arch()}`,
    `Node ${process.version}`,
    ...(versions.numpy ? [`numpy ${versions.numpy}`] : []),
    ...(versions.cc ? [`${versions.cc}`] : []),
    ...versions.peers,
  ];
  const results = { date, machine, startUp, size, runs };
  await writeFile(new URL("results.json", folder), `${JSON.stringify(results, null, 1)}\n`);
  const { rounds } = options;
  const report = { ...results, runs: runs.length, rounds, cases, verdicts, budget: BUDGET };
  await writeFile(new URL("RESULTS.md", folder), markdown(report));
  await writeFile(new URL("results.svg", folder), await chart(cases));
  console.error("wrote bench/RESULTS.md, bench/results.svg and bench/results.json");
}
