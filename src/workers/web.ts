// What a worker runs, in a browser or in a thread of Node. The build bundles it into a string: see scripts/embed.mjs.
import type { Answer, Order } from "./port.ts";
import { serve } from "./serve.ts";

const master = self as unknown as {
  postMessage(answer: Answer, transfer: ArrayBuffer[]): void;
  onmessage: (event: MessageEvent<Order>) => void;
};
const { obey } = serve((message, transfer) => master.postMessage(message, transfer));
master.onmessage = ({ data }) => void obey(data);
