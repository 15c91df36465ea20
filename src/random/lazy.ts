// The fills of WebAssembly for those who have the Generator alone: a file of their own, which comes when it is worth it.
import { warnOnce } from "../host/warn.ts";
import type { Fills } from "../kernels/fills.ts";

/** An array of so many numbers is worth it. */
const LARGE = 4096;
/** Fewer are made sooner by the twin than a stream is lent. */
const FEW = 16;

let fills: Fills | undefined;
let coming: Promise<void> | undefined;

/** What fills so many numbers sooner than the twin, once it is there. */
export function lazyFills(numbers: number): Fills | undefined {
  if (numbers >= LARGE && coming === undefined) void init();
  return numbers < FEW ? undefined : fills;
}

/**
 * Loads the WebAssembly that fills arrays. Nobody has to call it: the first array of 4,096 numbers or more does, and is still
 * filled without, as all are until it is there. The numbers are the same. Never rejects.
 */
export function init(): Promise<void> {
  coming ??= load();
  return coming;
}

async function load(): Promise<void> {
  try {
    const { fillsAlone } = await import("../wasm/fills-alone.ts");
    fills = await fillsAlone();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warnOnce(
      "fills",
      `WebAssembly cannot be used: the same arrays take 2 to 7 times as long to fill (${reason})`,
    );
  }
}
