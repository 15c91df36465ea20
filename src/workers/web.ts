// What a worker runs, in a browser or in a thread of Node. The build bundles it into a string: see scripts/embed.mjs.
import type { Answer, Order } from "./port.ts";
import { serve } from "./serve.ts";

const master = self as unknown as {
  postMessage(answer: Answer, transfer: ArrayBuffer[]): void;
  onmessage: (event: MessageEvent<Order>) => void;
};
/** An error as it can be sent: what stands in its cause may be such that cannot. */
function sendable(error: unknown): unknown {
  try {
    return structuredClone(error);
  } catch {
    return new Error(String((error as Error | undefined)?.message));
  }
}

const { obey } = serve((answer, transfer) =>
  master.postMessage(
    answer.kind === "error" ? { ...answer, error: sendable(answer.error) } : answer,
    transfer,
  ),
);
master.onmessage = ({ data }) => void obey(data);
