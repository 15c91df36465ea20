// Workers in Node: threads.
import { Worker } from "node:worker_threads";
import type { Port } from "./port.ts";

export { allowedCpus as cpus } from "./cpus.ts";

/** Starts a worker. Throws where threads are not allowed. */
export function startWorker(): Port {
  // The flags of this process may not suit a file: --input-type, --eval.
  const worker = new Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });
  const port: Port = {
    postMessage: (order) => worker.postMessage(order),
    onmessage() {},
    onerror() {},
    terminate: () => void worker.terminate(),
  };
  worker.on("message", (answer) => port.onmessage(answer));
  worker.on("error", (error) => port.onerror(error as Error));
  worker.on("messageerror", (error) => port.onerror(error));
  worker.on("exit", (code) => port.onerror(new Error(`it ended with exit code ${code}`)));
  return port;
}
