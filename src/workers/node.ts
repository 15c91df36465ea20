// Workers in Node: threads. They start from a string, so that a bundle needs no file beside it, and no file that stands
// there is taken for theirs.
import { Worker } from "node:worker_threads";
import { addressesLeft, MEMORY, NONE_LEFT, SPARE, THREAD } from "../host/addresses.ts";
import type { Answer, Port } from "./port.ts";
import { source } from "./source.ts";

export { allowedCpus as cpus } from "./cpus.ts";

/**
 * What the source calls `self`. The flags of the process say whether a string is a module, which has no `require`. For
 * `onmessage` of its own, Node 22 loads what it has for the web, and a WebAssembly memory of 10 GB with it.
 */
const SELF = `((require) => {
  const port = require("node:worker_threads").parentPort;
  return {
    postMessage: (answer, transfer) => port.postMessage(answer, transfer),
    set onmessage(hear) { port.on("message", (data) => hear({ data })); },
  };
})(typeof require === "function" ? require : process.getBuiltinModule)`;

/** Bytes of addresses that threads will take which have not said hello. */
let promised = 0;

/** Starts a worker. Throws where threads are not allowed, and where the process would not survive one more. */
export function startWorker(withMemory = true): Port {
  let price = THREAD + (withMemory ? MEMORY : 0);
  if (addressesLeft() < promised + price + SPARE) throw new Error(NONE_LEFT);
  // The flags of this process may not suit it: --input-type, --eval.
  const worker = new Worker(`{ const self = ${SELF}; ${source} }`, { eval: true, execArgv: [] });
  promised += price;
  const settle = (): void => {
    promised -= price;
    price = 0;
  };
  const port: Port = {
    postMessage: (order) => worker.postMessage(order),
    onmessage() {},
    onerror() {},
    terminate: () => void worker.terminate(),
  };
  worker.on("message", (answer: Answer) => {
    settle();
    port.onmessage(answer);
  });
  worker.on("error", (error) => port.onerror(error as Error));
  worker.on("messageerror", (error) => port.onerror(error));
  worker.on("exit", (code) => {
    settle();
    port.onerror(new Error(`it ended with exit code ${code}`));
  });
  return port;
}
