import { now } from "../host/clock.ts";
import { later } from "./later.ts";
import type { Answer, Port } from "./port.ts";
import { serve } from "./serve.ts";

/** The thread is handed back to its host this often, in milliseconds: pages stay alive and signals arrive. */
const SLICE = 30;

/** This very thread as a worker. It calls `rested` when its host has had a turn. */
export function here(rested: () => void = () => {}): Port {
  let stopped = false;
  let last = now();
  const breathe = (): Promise<void> | undefined => {
    if (now() - last < SLICE) return undefined;
    return new Promise((resolve) =>
      later(() => {
        last = now();
        // One that is stopped never goes on.
        if (stopped) return;
        rested();
        resolve();
      }),
    );
  };
  // Not at once: an answer brings the next order, and the two would call each other ever deeper.
  const post = (answer: Answer) =>
    void Promise.resolve().then(() => {
      if (!stopped) port.onmessage(answer);
    });
  const servant = serve(post, breathe);
  const port: Port = {
    isHere: true,
    postMessage: (order) => void servant.obey(order),
    onmessage() {},
    onerror() {},
    terminate() {
      stopped = true;
      servant.free();
    },
  };
  return port;
}
