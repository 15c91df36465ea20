import type { Signal } from "../check/given.ts";
import { onAbort } from "../host/abort.ts";
import { now } from "../host/clock.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { compiledModule } from "../wasm/module.ts";
import type { Workers } from "./choice.ts";
import { here } from "./here.ts";
import { Pool } from "./pool.ts";
import { warnOfFewer } from "./warn.ts";
import type { Supply } from "./work.ts";

/** How works are run. */
interface Terms {
  readonly backend: Kernels["backend"];
  readonly workers: Workers;
  /** How many workers are of use, at the time when they are started. */
  readonly most: () => number;
  readonly signal: Signal | undefined;
}

/** Work that is over in this time, in milliseconds, is not worth the start of a worker. */
const PATIENCE = 50;

/**
 * Runs works to their end: in this thread, until others have come where more than one was asked for. Resolves to how many
 * threads shared them. @throws {WorkerError} when a worker died @throws {unknown} the signal's reason
 */
export async function runWorks(next: Supply, { backend, workers, most, signal }: Terms): Promise<number> {
  const pool = new Pool(next);
  const unhear = signal && onAbort(signal, () => pool.stop(signal.reason));
  const began = now();
  let enlisted = workers === 1;
  const enlist = () => {
    if (enlisted || now() - began < PATIENCE) return;
    enlisted = true;
    recruit(pool, backend, workers, most).catch((error) => pool.stop(error));
  };
  try {
    pool.add(here(enlist), { temporary: true });
    await pool.finished;
  } finally {
    unhear?.();
  }
  return pool.workers;
}

/** Adds workers to a pool, as many as are asked for and of use. Where they are not allowed there are none. */
async function recruit(
  pool: Pool,
  backend: Terms["backend"],
  workers: Workers,
  most: Terms["most"],
): Promise<void> {
  const inWasm = backend === "wasm";
  try {
    // A page without a bundler cannot resolve the name.
    const threads = await import("#threads");
    const wanted = workers === "auto" ? threads.cpus() : workers;
    if (wanted === 1) return;
    const module = inWasm ? compiledModule() : undefined;
    for (let i = Math.min(wanted, most()); i > 0 && !pool.over; --i) {
      pool.add(threads.startWorker(inWasm), { module });
    }
  } catch (error) {
    warnOfFewer(error instanceof Error ? error.message : String(error));
  }
}
