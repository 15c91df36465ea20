// Makes every so-manieth call in a thread of its own, which can be stopped where a call does not end.
import * as threads from "node:worker_threads";
import * as api from "../../dist/index.js";
import { callsOf } from "./calls.mjs";

const { seed, only, skip, first, step, calls } = threads.workerData;
const port = /** @type {import("node:worker_threads").MessagePort} */ (threads.parentPort);
let number = first;
const tell = (path, text) => port.postMessage({ number, path, text });
const { make } = await callsOf(api, { seed, only, skip, tell });
for (; number < calls; number += step) {
  const outcomes = await make(number);
  port.postMessage({
    number,
    outcomes: outcomes.map(({ path, text, outcome }) => ({ path, text, outcome })),
  });
}
// Timers of signals and runs that were given up would keep the thread.
process.exit();
