import type { Answer, Port } from "./port.ts";
import { serve } from "./serve.ts";

/** The thread is handed back to its host this often, in milliseconds: pages stay alive and signals arrive. */
const SLICE = 30;

/** This very thread as a worker. */
export function here(): Port {
  let stopped = false;
  let rested = performance.now();
  const breathe = (): Promise<void> | undefined => {
    if (performance.now() - rested < SLICE) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        rested = performance.now();
        // One that is stopped never goes on.
        if (!stopped) resolve();
      }),
    );
  };
  // Not at once: an answer brings the next order, and the two would call each other ever deeper.
  const post = (answer: Answer) =>
    queueMicrotask(() => {
      if (!stopped) port.onmessage(answer);
    });
  const answer = serve(post, breathe);
  const port: Port = {
    postMessage: (order) => void answer(order),
    onmessage() {},
    onerror() {},
    terminate() {
      stopped = true;
    },
  };
  return port;
}
