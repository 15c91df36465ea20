import type { Kernels } from "../kernels/kernels.ts";
import { categoricalChain } from "./categorical.ts";
import { scalarChain } from "./chains.ts";
import { densitiesChain } from "./densities.ts";
import { fillsIn } from "./fills.ts";
import { generationsChain } from "./generations.ts";
import { multivariateChain } from "./multivariate.ts";
import { ngramChain } from "./ngram.ts";
import { regressionChain } from "./regression.ts";
import { arena, lodge } from "./room.ts";
import { tiles } from "./tiles.ts";

/** The kernels in WebAssembly. They throw where it is refused. */
export function wasmKernels(): Kernels {
  return {
    backend: "wasm",
    ...fillsIn(arena),
    chain: (plan, seed) =>
      lodge((memory) => {
        if (plan.kind === "ngram") return ngramChain(memory, plan, seed);
        if (plan.kind === "multivariate") return multivariateChain(memory, plan, seed);
        if (plan.kind === "regression") return regressionChain(memory, plan, seed);
        if (plan.kind === "densities") return densitiesChain(memory, plan, seed);
        return plan.kind === "categorical"
          ? categoricalChain(memory, plan, seed)
          : scalarChain(memory, plan, seed);
      }),
    generations: (plan, regime, seed) => lodge((memory) => generationsChain(memory, plan, regime, seed)),
    ...tiles,
  };
}
