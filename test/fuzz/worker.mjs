// Makes every so-manieth call in a thread of its own, which can be stopped where a call does not end.
import { parentPort, workerData } from "node:worker_threads";
import * as api from "../../dist/index.js";
import { callsOf } from "./calls.mjs";

const { seed, only, skip, first, step, calls } = workerData;
let number = first;
const tell = (path, text) => parentPort.postMessage({ number, path, text });
const { make } = await callsOf(api, { seed, only, skip, tell });
for (; number < calls; number += step) {
  const outcomes = await make(number);
  parentPort.postMessage({
    number,
    outcomes: outcomes.map(({ path, text, outcome }) => ({ path, text, outcome })),
  });
}
// Timers of signals and runs that were given up would keep the thread.
process.exit();
