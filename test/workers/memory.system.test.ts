// Memory does not grow with the number of trajectories.
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { library } from "../built.ts";

/** The largest resident memory, in kB, of a process that runs so many trajectories. */
function peak(trajectories: number, workers: number): number {
  const script = `
    import { bernoulli, simulate } from ${JSON.stringify(library)};
    const model = bernoulli({ p: 0.2, samples: 10 });
    const survival = ["p!=0"];
    await simulate({ model, generations: 40, trajectories: ${trajectories}, seed: 1, survival }, { workers: ${workers} });
    console.log(process.resourceUsage().maxRSS);`;
  const args = ["--input-type=module", "--eval", script];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

describe("memory", () => {
  // A million trajectories are more records than are kept; both runs are long enough to bring in workers.
  it.each([1, 2])("is bounded, with %i workers", (workers) => {
    expect(peak(1_000_000, workers) / peak(100_000, workers)).toBeLessThan(1.5);
  });
});
