// Workers in browsers: Web Workers, made from a string, so that no file is to be hosted.
import type { Answer, Port } from "./port.ts";
import { source } from "./source.ts";

export const cpus = (): number => navigator.hardwareConcurrency ?? 1;

let address: string | undefined;

/** Starts a worker. Where workers are refused it throws, or says so later: a page's policy is applied in the background. */
export function startWorker(): Port {
  // Kept as long as the page: every worker starts from it.
  address ??= URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  const port: Port = {
    postMessage: (order) => worker.postMessage(order),
    onmessage() {},
    onerror() {},
    terminate: () => worker.terminate(),
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => port.onmessage(data);
  worker.onerror = (event) => {
    // The run tells of it.
    event.preventDefault();
    port.onerror(new Error(event.message || "it ended without a word"));
  };
  worker.onmessageerror = () => port.onerror(new Error("what it said could not be read"));
  return port;
}
