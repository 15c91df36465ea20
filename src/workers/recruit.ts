import { compiledModule } from "../wasm/module.ts";
import type { Workers } from "./choice.ts";
import type { Pool, Work } from "./pool.ts";
import { warnOfFewer } from "./warn.ts";

/** Adds workers to a pool, as many as are asked for and of use. Where they are not allowed there are none. */
export async function recruit(pool: Pool, { task, queue }: Work, workers: Workers): Promise<void> {
  const inWasm = task.backend === "wasm";
  try {
    // A page without a bundler cannot resolve the name.
    const threads = await import("#threads");
    const wanted = workers === "auto" ? threads.cpus() : workers;
    if (wanted === 1) return;
    const module = inWasm ? compiledModule() : undefined;
    for (let i = Math.min(wanted, queue.left); i > 0 && !pool.over; --i) {
      pool.add(threads.startWorker(inWasm), { module });
    }
  } catch (error) {
    warnOfFewer(error instanceof Error ? error.message : String(error));
  }
}
