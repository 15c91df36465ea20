import { twin } from "../../dist/reference/kernels.js";
import { wasmKernels } from "../../dist/wasm/kernels.js";
import { here } from "./here.mjs";
import { startNative } from "./native.mjs";
import { startNumpy } from "./numpy.mjs";
import { loadPeers } from "./peers.mjs";

/** Everybody who is here to compete. */
export async function gather() {
  const wasm = wasmKernels();
  const numpy = await startNumpy();
  const native = startNative();
  if (!numpy) console.error('skipped: numpy, as `python3 -c "import numpy"` fails');
  if (!native) console.error("skipped: C, as there is no cc");
  const peers = await loadPeers();
  return {
    versions: { numpy: numpy?.version, cc: native?.version, peers: peers.versions },
    /** The contestants of a case. The first is the one that the others are compared with. */
    async of(item) {
      if (item.contestants) return item.contestants(numpy !== undefined);
      if (item.alone) {
        return [here("lethe/random", item.alone), ...peers.contestants(item.name, item.peers)];
      }
      const ours = [here("Wasm", () => item.ours(wasm)), here("twin", () => item.ours(twin))];
      sameBits(item.name, ours);
      const asked = typeof item.numpy === "function" ? item.numpy(wasm) : item.numpy;
      return [
        ...ours,
        ...(asked && numpy ? [numpy.contestant(...asked)] : []),
        ...(item.native && native ? await native.contestants(item) : []),
        ...(item.peers ? peers.contestants(item.name, item.peers) : []),
      ];
    },
    close() {
      numpy?.close();
      native?.close();
    },
  };
}

/** Wasm and the twin do the same work, or there is nothing to compare. */
function sameBits(name, contestants) {
  const [ours, theirs] = contestants.map((one) => one.once());
  if (ours !== theirs) throw new Error(`${name}: Wasm gave ${ours}, the twin ${theirs}`);
}
