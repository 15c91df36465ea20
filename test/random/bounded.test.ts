// No kernel goes on forever, whatever it is given: an argument that slipped past all checks, or an overflow on the
// way, must not hang a page. What comes out then has no meaning; that anything does is the point.
import { describe, expect, it } from "vitest";
import type { Kernels } from "../../src/kernels/kernels.ts";
import { deviance } from "../../src/kernels/math.ts";
import type { ChainPlan } from "../../src/kernels/plans.ts";
import { Stream } from "../../src/kernels/stream.ts";
import { twin } from "../../src/reference/kernels.ts";
import { integerKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";

const ODD = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 5e-324, 0.5, 1e300];

function* pairs(): Generator<[number, number]> {
  for (const a of ODD) for (const b of ODD) yield [a, b];
}

describe.each<[string, Kernels]>([
  ["wasm", wasmKernels()],
  ["twin", twin],
])("%s ends", (_, kernels) => {
  const stream = new Stream(integerKey(1), integerKey(0));
  const outs = [new Float64Array(9), new Float64Array(65)];

  it("fills of any numbers", () => {
    for (const out of outs) {
      for (const [a, b] of pairs()) {
        kernels.fillPoisson(stream, a, out);
        kernels.fillGamma(stream, a, out);
        kernels.fillIntegers(stream, a, b, out);
        for (const q of [1 - b, Number.NaN, Number.POSITIVE_INFINITY])
          kernels.fillBinomial(stream, a, b, q, out);
        for (const draws of [1, ...ODD]) kernels.fillHypergeometric(stream, a, b, draws, out);
      }
    }
    expect(outs[1]).toHaveLength(65);
  });

  it("multinomial counts of any weights", () => {
    const counts = new Float64Array(3);
    for (const n of [1, 100, 2 ** 53 - 1, ...ODD]) {
      for (const [a, b] of pairs()) kernels.multinomial(stream, n, Float64Array.of(a, b, 1), counts);
    }
    expect(counts).toHaveLength(3);
  });

  it("chains from any state", () => {
    const rest = { divisor: 9, mask: 1, parameter: 1, watched: 1, splitting: false };
    const plans = [...pairs()].flatMap(([a, b]): ChainPlan[] => [
      ...(["bernoulli", "poisson", "gaussian"] as const).flatMap((kind): ChainPlan[] =>
        [true, false].map((bySamples) => ({ ...rest, kind, samples: 10, values: [a, b, 0], bySamples })),
      ),
      ...(["ml", "approximate-ml", "notebook"] as const).map(
        (estimator): ChainPlan => ({
          ...rest,
          kind: "mixture",
          eta: 2,
          samples: 10,
          values: [a, b, 0],
          estimator,
          bySamples: true,
        }),
      ),
      ...[true, false].map(
        (byPoisson): ChainPlan => ({
          ...rest,
          kind: "categorical",
          samples: 10,
          weights: Float64Array.of(a, 1, b),
          byPoisson,
          bySamples: false,
        }),
      ),
    ]);
    for (const plan of plans) {
      const chain = kernels.chain(plan, integerKey(1));
      chain.start(0, 1);
      expect(chain.advance(3, Uint8Array.of(1, 1, 1)).length).toBeGreaterThan(0);
    }
  });

  it("chains whose numbers have left all bounds", () => {
    for (const exponent of [1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const values = [0, 1, exponent] as const;
      const chain = kernels.chain(
        { kind: "gaussian", samples: 5, values, divisor: 4, mask: 7, bySamples: false },
        integerKey(1),
      );
      chain.start(0, 1);
      expect(chain.advance(2, Uint8Array.of(1, 1))).toHaveLength(6);
    }
  });
});

it("the series of a deviance ends", () => {
  expect(deviance(Number.NaN, 1)).toBeNaN();
  expect(deviance(1, Number.NaN)).toBeNaN();
});
