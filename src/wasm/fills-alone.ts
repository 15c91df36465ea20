// The fills without the chains: assembly/fills.ts.
import type { Fills } from "../kernels/fills.ts";
import { Arena } from "./arena.ts";
import { base64 } from "./fill-bytes.ts";
import { fillsIn } from "./fills.ts";
import { decode, instanceOf } from "./instance.ts";

/** Compiles them. Rejects where WebAssembly is refused, or has no memory to give. */
export async function fillsAlone(): Promise<Fills> {
  const module = await WebAssembly.compile(decode(base64));
  const arena = new Arena(instanceOf(module));
  return fillsIn(() => arena);
}
