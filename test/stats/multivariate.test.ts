import { describe, it } from "vitest";
import { multivariate } from "../../src/index.ts";
import { definitionOf } from "../../src/models/model.ts";
import { survival } from "../../src/theory/multivariate.ts";
import { runChain } from "./chain.ts";
import { correlationTest, meanTest } from "./finding.ts";
import { ks } from "./ks.ts";
import { chiSquareLaw, type Law } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("multivariate chains");
const TRAJECTORIES = 100_000;

/** Every run has a seed of its own. */
let seed = 9000;

/** logDet, traceRatio and meanError of a true covariance 1, after some fits with divisor n. */
function observed(dimension: number, samples: number, generation: number): Float64Array[] {
  const model = multivariate({ dimension, samples, estimator: "ml" });
  return runChain(definitionOf(model).plan(model, 13, 13) as never, seed++, generation, TRAJECTORIES);
}

describe.each([
  [1, 2],
  [2, 3],
  [3, 20],
  [10, 40],
])(`d = %d, n = %d: ${LIMIT}`, (dimension, samples) => {
  it("one generation: trace and mean have chi-square laws, and do not hang together", () => {
    const [, traces, errors] = observed(dimension, samples, 1);
    const trace = chiSquareLaw((samples - 1) * dimension);
    const error = chiSquareLaw(dimension);
    const scatter = traces.map((ratio) => ratio * dimension * samples);
    const moved = errors.map((square) => square * samples);
    const standard = (values: Float64Array, { mean, std }: Law) => values.map((x) => (x - mean) / std);
    const unit: Law = { mean: 0, std: 1, below: () => 0, above: () => 1 };
    ledger.accept(`trace and mean, d = ${dimension}, n = ${samples}`, [
      correlationTest("correlation", standard(scatter, trace), standard(moved, error), unit),
      meanTest(scatter, trace),
      meanTest(moved, error),
      ks(scatter, trace),
      ks(moved, error),
    ]);
  });

  it.each([1, 6])("generation %d: the determinant has the exact law", (generation) => {
    const [logDets] = observed(dimension, samples, generation);
    const at = { dimension, samples, estimator: "ml", generation } as const;
    const above = (x: number) => survival({ ...at, threshold: Math.exp(x) });
    const law: Law = { mean: 0, std: 1, above, below: (x) => 1 - above(x) };
    ledger.accept(`determinant, d = ${dimension}, n = ${samples}, k = ${generation}`, [ks(logDets, law)]);
  });
});

it("all of them together", () => ledger.close());
