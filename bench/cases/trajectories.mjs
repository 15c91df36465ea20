import { definitionOf } from "../../dist/models/model.js";
import { seedKey } from "../../dist/seed.js";

/** A chain of a model, on some kernels: the observables in `mask`, of them those in `watched` at every generation. */
export function chainOf(kernels, model, mask, watched = mask) {
  return kernels.chain(definitionOf(model).plan(model, mask, watched), seedKey(1));
}

/** What a contestant does that takes `trajectories` of a model through `generations`. */
export function trajectories(model, count, generations, mask = 1) {
  return (kernels) => {
    const chain = chainOf(kernels, model, mask);
    const recorded = new Uint8Array(chain.reach).fill(1);
    let rows;
    return {
      call() {
        for (let first = 0; first < count; first += chain.width) {
          chain.start(first, Math.min(chain.width, count - first));
          for (let done = 0; done < generations; done += chain.reach) {
            rows = chain.advance(Math.min(chain.reach, generations - done), recorded);
          }
        }
      },
      drawn: () => rows,
    };
  };
}

/**
 * What a contestant does that takes one trajectory through generation `which`: what comes before is not timed. Each call is
 * another trajectory.
 */
export function oneGeneration(model, which) {
  return (kernels) => {
    const chain = chainOf(kernels, model, 1);
    const recorded = new Uint8Array(chain.reach).fill(1);
    let trajectory = 0;
    let rows;
    return {
      call() {
        const began = performance.now();
        chain.start(trajectory++, 1);
        if (which > 1) chain.advance(which - 1, recorded);
        const prepared = performance.now();
        rows = chain.advance(1, recorded);
        const done = performance.now();
        return { overriddenDuration: done - prepared, overriddenIterationCost: done - began };
      },
      drawn: () => rows,
    };
  };
}
