// What a thread of Node runs.
import { parentPort } from "node:worker_threads";
import { serve } from "./serve.ts";

const master = parentPort!;
const answer = serve((message, transfer) => master.postMessage(message, transfer));
master.on("message", answer);
