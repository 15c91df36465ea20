// The numbers of a seed are a promise under every data regime, too. When these vectors change, so does every published
// result: the change is "value-breaking" in the changelog.
import { expect, it } from "vitest";
import type { Regime } from "../../src/experiment/regime.ts";
import { bernoulli, categorical, gaussian, poisson, regression, simulate } from "../../src/index.ts";
import { LAWS } from "../theory/regimes/laws.ts";

const models = [
  bernoulli({ p: 0.3, samples: 50 }),
  bernoulli({ p: 0.3, samples: 12, method: "samples" }),
  poisson({ rate: 3, samples: 5 }),
  poisson({ rate: 3, samples: 5, method: "samples" }),
  gaussian({ samples: 5, mean: 1, std: 2, estimator: "ml" }),
  gaussian({ samples: 5, method: "samples" }),
  categorical({ zipf: { size: 30, exponent: 1, shift: 2.7 }, samples: 40 }),
  categorical({ zipf: { size: 30, exponent: 1, shift: 2.7 }, samples: 12, method: "samples" }),
  categorical({ counts: [9, 3, 2, 2, 1], sampling: "poisson" }),
  regression({ dimension: 2, samples: 10 }),
  regression({ dimension: 2, samples: 10, design: "fresh" }),
];

const regimes = LAWS.flatMap((law) =>
  [undefined, "linear", "power:1.5", "geometric:1.1"].map(
    (growth) => ({ ...law, ...(growth && { growth }) }) as Regime,
  ),
).filter(({ name, growth }) => name !== "replace" || growth !== undefined);

it("chains under every regime, on both backends", async () => {
  const lines: string[] = [];
  for (const model of models) {
    lines.push(JSON.stringify(model));
    for (const regime of regimes) {
      const rows = [];
      for (const backend of ["wasm", "typescript"] as const) {
        const experiment = { model, regime, generations: 4, trajectories: 2, seed: 42, record: "every:2" };
        const run = await simulate(experiment, { backend });
        rows.push(
          run.experiment.observables.map((name) => {
            const paths = [0, 1].map((i) => [...run.observable(name).trajectory(i).subarray(1)].join(" "));
            return `    ${name}: ${paths.join(" | ")}`;
          }),
        );
      }
      expect(rows[1]).toEqual(rows[0]);
      lines.push(`  ${JSON.stringify(regime)}`, ...rows[0]);
    }
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../vectors/regimes.txt");
});
