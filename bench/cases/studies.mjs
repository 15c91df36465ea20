import { gaussian, simulate, sweep } from "../../dist/index.js";

/** Of 200 each takes the same time. */
const CELLS = 40;
const sizes = { generations: 200, trajectories: 20_000 };
const seeds = Array.from({ length: CELLS }, (_, i) => i);

/** The mean of the standard deviation at the end, of the last cell. */
async function loop(withDocuments) {
  let last;
  for (const seed of seeds) {
    const run = await simulate({ ...sizes, model: gaussian({ samples: 100 }), seed });
    if (withDocuments) run.toJSON();
    last = run.observable("std").mean.at(-1);
  }
  return last;
}

async function study() {
  const { observables } = await sweep({ ...sizes, model: { name: "gaussian", samples: 100 }, seed: seeds });
  return observables.mean.at(-1);
}

/** A study against a loop over simulate(), which takes no medians and asks no theory unless a document is made. */
export function studyCase() {
  const contestant = (name, run) => ({
    name,
    async time() {
      const began = performance.now();
      const checksum = await run();
      return { ns: 1e6 * (performance.now() - began), checksum };
    },
  });
  return {
    name: `study of ${CELLS} cells`,
    unit: "study",
    units: 1,
    slow: true,
    note: "`sweep()` of 20,000 Gaussian trajectories × 200 generations a cell; a document has medians and theory",
    contestants: () => [
      contestant("sweep()", study),
      contestant("loop with documents", () => loop(true)),
      contestant("bare loop", () => loop(false)),
    ],
  };
}
