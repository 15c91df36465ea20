// Workers in browsers: none yet, so that the page runs everything itself.
import type { Port } from "./port.ts";

export const cpus = (): number => 1;

export function startWorker(): Port {
  throw new Error("workers are not available here");
}
