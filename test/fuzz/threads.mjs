import { Worker } from "node:worker_threads";

/** A call that takes longer than this, in milliseconds, hangs: nothing that is tried has a second's work. */
const LIMIT = 30_000;

/** Makes the calls in several threads. A function that hangs is an offence, and is not called again. */
export async function callInThreads({ calls, seed, only, jobs }, tally) {
  const skip = [];
  const lanes = Array.from({ length: jobs }, (_, first) =>
    runLane({ calls, seed, only, skip, first, step: jobs }, tally),
  );
  await Promise.all(lanes);
}

async function runLane(lane, tally) {
  for (let first = lane.first; first < lane.calls; ) {
    const at = await runWorker({ ...lane, first }, tally);
    if (at === undefined) return;
    tally.add(at.number, { path: at.path, text: at.text, outcome: at.outcome });
    lane.skip.push(at.path);
    first = at.number + lane.step;
  }
}

/** Where the worker came to grief, or undefined when it made all its calls. */
function runWorker(workerData, tally) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("worker.mjs", import.meta.url), { workerData });
    let at = { number: workerData.first, path: "the start", text: "" };
    let timer;
    const stop = async (outcome) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on("error", () => {});
      await worker.terminate();
      resolve({ ...at, outcome });
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => stop(`!it takes more than ${LIMIT / 1000} s`), LIMIT);
    };
    watch();
    worker.on("message", ({ outcomes, ...begun }) => {
      watch();
      if (outcomes === undefined) at = begun;
      else for (const outcome of outcomes) tally.add(begun.number, outcome);
    });
    worker.on("error", (error) => stop(`!the thread died: ${error.name}: ${error.message}`));
    worker.on("exit", () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
