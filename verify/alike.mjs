// Whether kernels and twin still give the same bits, on a small part of a table's experiment.
import { Generator, simulate } from "../dist/index.js";
import { Stream } from "../dist/kernels/stream.js";
import { drawCounts } from "../dist/random/counts.js";
import { twin } from "../dist/reference/kernels.js";
import { wasmKernels } from "../dist/wasm/kernels.js";
import { experimentOf } from "./measure.mjs";

const DRAWS = 3000;
const TRAJECTORIES = 25;
const GENERATIONS = 25;

/** @returns {Promise<boolean>} */
export async function alike(table) {
  const [one, other] = table.draws ? drawn(table.draws) : await Promise.all(simulated(table));
  return JSON.stringify(one) === JSON.stringify(other);
}

function simulated(table) {
  const { generations, trajectories, record: _, ...experiment } = experimentOf(table);
  const small = {
    ...experiment,
    generations: Math.min(generations, GENERATIONS),
    trajectories: Math.min(trajectories, TRAJECTORIES),
  };
  return /** @type {const} */ (["wasm", "typescript"]).map(async (backend) => {
    return { ...(await simulate(small, { backend })).toJSON(), provenance: undefined };
  });
}

/** The twin draws one by one, the kernels fill. */
function drawn({ sampler, args, seed }) {
  if (sampler === "multinomial") return [twin, wasmKernels()].map((kernels) => multinomials(kernels, args));
  // It is made of single draws, whatever the kernels.
  if (sampler === "multivariateHypergeometric") return [[], []];
  const rng = new Generator(seed);
  const one = Array.from({ length: DRAWS }, () => rng[sampler](...args));
  return [one, Array.from(new Generator(seed)[sampler](...args, new Float64Array(DRAWS)))];
}

function multinomials(kernels, [n, weights]) {
  const key = { low: 1, high: 0 };
  const stream = new Stream(key, key);
  return Array.from({ length: DRAWS / 10 }, () => {
    const counts = new Float64Array(weights.length);
    const given = Float64Array.from(weights);
    drawCounts(kernels, stream, n, given, counts);
    return Array.from(counts);
  });
}
