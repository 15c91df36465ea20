// Stands in for dist/wasm/kernels.js, and adds up how long its chains take.
import { wasmKernels as real } from "../../dist/wasm/kernels.js";

let milliseconds = 0;

/** Milliseconds of all chains, until now. */
export const spent = () => milliseconds;

/** The same function of a chain, timed. */
const timed = (chain, name) => {
  const call = chain[name].bind(chain);
  return (...args) => {
    const began = performance.now();
    try {
      return call(...args);
    } finally {
      milliseconds += performance.now() - began;
    }
  };
};

const watched =
  (make) =>
  (...args) => {
    const chain = make(...args);
    return Object.assign(chain, { start: timed(chain, "start"), advance: timed(chain, "advance") });
  };

export function wasmKernels() {
  const kernels = real();
  return { ...kernels, chain: watched(kernels.chain), generations: watched(kernels.generations) };
}
