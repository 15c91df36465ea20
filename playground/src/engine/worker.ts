import type { Message } from "./protocol.ts";
import { service } from "./service.ts";

const port = self as unknown as {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<Message>) => void) | null;
};
const serve = service((reply) => port.postMessage(reply));
port.onmessage = ({ data }) => serve(data);
// The page now knows that a worker can be had.
port.postMessage({ ready: true });
