import { warnOnce } from "./host/warn.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { twin } from "./reference/kernels.ts";
import { wasmKernels } from "./wasm/kernels.ts";
import { compile } from "./wasm/module.ts";
import { arena } from "./wasm/room.ts";

/** Fewer numbers than this are made sooner by the twin than a stream is lent: those that are quickly made, and others. */
const QUICK = 6;
const SLOW = 3;

const inWasm = sooner(wasmKernels());
let refused = false;

/** Has the twin make few numbers. */
function sooner(wasm: Kernels): Kernels {
  const by = (out: Float64Array, few: number): Kernels => (out.length < few ? twin : wasm);
  return {
    ...wasm,
    fillUniform: (stream, out) => by(out, QUICK).fillUniform(stream, out),
    fillIntegers: (stream, low, range, out) => by(out, QUICK).fillIntegers(stream, low, range, out),
    fillNormal: (stream, out) => by(out, QUICK).fillNormal(stream, out),
    fillBoxMuller: (stream, out) => by(out, SLOW).fillBoxMuller(stream, out),
    fillGamma: (stream, shape, out) => by(out, SLOW).fillGamma(stream, shape, out),
    fillNegativeBinomial: (stream, n, p, out) => by(out, SLOW).fillNegativeBinomial(stream, n, p, out),
    fillZipf: (stream, a, out) => by(out, SLOW).fillZipf(stream, a, out),
    fillBeta: (stream, a, b, out) => by(out, SLOW).fillBeta(stream, a, b, out),
    fillPoisson: (stream, mean, out) => by(out, mean < 10 ? QUICK : SLOW).fillPoisson(stream, mean, out),
    fillPoissonOf: (stream, scale, weights, counts) =>
      by(counts, QUICK).fillPoissonOf(stream, scale, weights, counts),
    fillBinomial: (stream, n, p, q, out) => by(out, SLOW).fillBinomial(stream, n, p, q, out),
    fillHypergeometric: (stream, marked, unmarked, draws, out) =>
      by(out, SLOW).fillHypergeometric(stream, marked, unmarked, draws, out),
  };
}

/** The kernels to use: WebAssembly, or the twin, with the same bits, where WebAssembly is refused. */
export function kernels(): Kernels {
  if (refused) return twin;
  try {
    arena();
    return inWasm;
  } catch (error) {
    refused = true;
    const reason = error instanceof Error ? error.message : String(error);
    warnOnce("backend", `WebAssembly cannot be used: the same results take 2 to 7 times as long (${reason})`);
    return twin;
  }
}

/**
 * Compiles the kernels now rather than at the first draw. Nobody has to call it; a page may, to keep the few
 * milliseconds out of its first frame. Where WebAssembly is refused the library runs in plain TypeScript, with the
 * same results. Never rejects.
 */
export async function init(): Promise<void> {
  await compile().catch(() => undefined);
  kernels();
}
