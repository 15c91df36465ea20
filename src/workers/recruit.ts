import { compiledModule } from "../wasm/module.ts";
import type { Workers } from "./choice.ts";
import type { Pool, Work } from "./pool.ts";
import type { Port } from "./port.ts";

/** Adds workers to a pool, as many as are asked for and of use. Where they are not allowed there are none. */
export async function recruit(pool: Pool, { task, queue }: Work, workers: Workers): Promise<void> {
  // A page without a bundler cannot resolve the name.
  const threads = await import("#threads").catch(() => undefined);
  if (!threads) return;
  const wanted = workers === "auto" ? threads.cpus() : workers;
  if (wanted === 1) return;
  const module = task.backend === "wasm" ? compiledModule() : undefined;
  for (let i = Math.min(wanted, queue.left); i > 0 && !pool.over; --i) {
    let port: Port;
    try {
      port = threads.startWorker();
    } catch {
      return;
    }
    pool.add(port, { module });
  }
}
