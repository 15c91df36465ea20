import { categorical, Generator } from "../../dist/index.js";
import { wasmKernels } from "../../dist/wasm/kernels.js";
import { chainOf, oneGeneration } from "./trajectories.mjs";

const SAMPLES = 1_000_000;
const START = Array.from({ length: 50_000 }, (_, i) => 1 / (i + 1));

/** The counts of the living words at some generations. */
function* history() {
  const generator = new Generator(1);
  for (let counts = Float64Array.from(START); ; ) {
    counts = generator.multinomial(SAMPLES, counts).filter((count) => count > 0);
    yield [...counts];
  }
}

/** How far what is drawn from these counts is from them: every count and every word that dies shows in its bits. */
function totalVariation(counts) {
  const chain = chainOf(wasmKernels(), categorical({ counts, samples: SAMPLES }), 8);
  chain.start(0, 1);
  return chain.advance(1, Uint8Array.of(1))[0];
}

/** A generation drawn from the counts reached at generation g, by everyone. */
export function categoricalCases() {
  /** @type {number[][]} */
  const counts = [[]];
  for (const reached of history()) if (counts.push(reached) > 100) break;
  return [1, 10, 100].map((g) => ({
    name: `categorical generation ${g}, Zipf 50,000`,
    unit: "generation",
    units: 1,
    ours: oneGeneration(categorical({ counts: counts[g], samples: SAMPLES }), 1),
    numpy: ["categorical", { counts: counts[g] }],
    native: ["categorical", counts[g]],
    same: { kernel: "total-variation", gives: totalVariation(counts[g]) },
  }));
}
