import { describe, expect, it } from "vitest";
import { exact } from "../../../src/theory/bernoulli.ts";
import {
  absenceExact,
  absenceRate,
  absenceRateLimit,
  comingAndGoing,
  type RegimeLaw,
} from "../../../src/theory/regimes/index.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "../expect.ts";
import { modelsAt } from "./bernoulli-lists.ts";
import { LAWS, titleOf } from "./laws.ts";

const fresh: RegimeLaw = { name: "fresh", realShare: 0.1 };
const counted: RegimeLaw = { name: "fresh", realSamples: 100 };
const subsample: RegimeLaw = { name: "accumulate-subsample" };

describe("absenceExact", () => {
  it.each(LAWS.map((law) => [titleOf(law), law] as const))(
    "is what a list of all that may happen says: %s",
    (_, law) => {
      for (const p of [0.2, 0.7]) {
        const found = absenceExact({ regime: law, samples: 4, p, generations: [0, 1, 2, 3] });
        expect(found[0]).toBe(0);
        for (const k of [1, 2, 3]) {
          const lost = modelsAt(law, p, 4, k).reduce((sum, [q, chance]) => (q === 0 ? sum + chance : sum), 0);
          expectRelative(found[k], lost, 1e-12);
        }
      }
    },
  );

  it("of replaced data is the Wright-Fisher chain", () => {
    const found = absenceExact({
      regime: { name: "replace" },
      samples: 300,
      p: 0.01,
      generations: [1, 10, 40],
    });
    const { survival } = exact({ p: 0.01, samples: 300, generations: 40 });
    [1, 10, 40].forEach((k, i) => {
      expectRelative(found[i], 1 - survival[k], 1e-12);
    });
  });

  it("comes near the Poisson law for a rare symbol", () => {
    for (const law of [...LAWS.slice(0, 4), counted]) {
      const options = { regime: law, samples: 2000, generations: [1, 2, 5] };
      const found = absenceExact({ ...options, p: 1 / 2000 });
      const rates = absenceRate(options);
      found.forEach((lost, i) => {
        expect(Math.abs(lost - Math.exp(-rates[i]))).toBeLessThan(5e-4);
      });
    }
  });

  it("has ends", () => {
    for (const regime of LAWS) {
      const options = { regime, samples: 9, generations: [0, 3] };
      expect([...absenceExact({ ...options, p: 0 })]).toEqual([1, 1]);
      expect([...absenceExact({ ...options, p: 1 })]).toEqual([0, 0]);
    }
    for (const weight of [0, 1]) {
      const regime: RegimeLaw = { name: "weighted", realSamples: 2, weight };
      const lost = modelsAt(regime, 0.2, 4, 3).reduce(
        (sum, [q, chance]) => (q === 0 ? sum + chance : sum),
        0,
      );
      expectRelative(absenceExact({ regime, samples: 4, p: 0.2, generation: 3 }), lost, 1e-12);
    }
  });

  it("checks what it is given", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(
        () => absenceExact({ regime: fresh, samples: 9, p: 0.1, generation: 1, ...options }),
        message,
      );
    invalid({ samples: 2001 }, "invalid samples: 2001 (an integer from 1 to 2000)");
    invalid({ generation: 1001 }, "invalid generation: 1001 (an integer from 0 to 1000)");
    invalid({ p: -1 }, "invalid p: -1 (a number from 0 to 1)");
    invalid(
      { regime: { ...fresh, growth: "linear" } },
      "invalid regime.growth: the limit is that of equal sizes (left out)",
    );
  });
});

describe("comingAndGoing", () => {
  it("reproduces its table: n = 1000, a tenth of the data real", () => {
    for (const [c, row] of [
      [1, ".670181576 10.507832 5.171250"],
      [5, ".134936961 2.541004 16.290043"],
    ] as const) {
      const { absent, meanAbsence, meanPresence } = comingAndGoing({
        regime: fresh,
        samples: 1000,
        p: c / 1000,
      });
      expectRow((i) => [absent, meanAbsence, meanPresence][i], row);
    }
  });

  it("is where the chain goes, and absences end with the first real copy", () => {
    for (const regime of [counted, { name: "weighted", realSamples: 100, weight: 0.3 }] as RegimeLaw[]) {
      const options = { regime, samples: 1000, p: 0.003 };
      const { absent, meanAbsence, meanPresence } = comingAndGoing(options);
      expectRelative(absenceExact({ ...options, generation: 500 }), absent, 1e-11);
      expectRelative(meanAbsence, 1 / (1 - 0.997 ** 100), 1e-12);
      expectRelative(meanAbsence / (meanAbsence + meanPresence), absent, 1e-14);
    }
  });

  it("of a symbol that is hardly ever absent keeps its digits, or has no end", () => {
    // All real: (1 - p)^n; and where the chain comes from far above.
    const real: RegimeLaw = { name: "fresh", realShare: 1 };
    const { absent } = comingAndGoing({ regime: real, samples: 1000, p: 0.02 });
    expectRelative(absent, 0.98 ** 1000, 1e-10);
    const never = comingAndGoing({ regime: { name: "fresh", realShare: 0.5 }, samples: 2000, p: 0.9 });
    expect(never).toEqual({ absent: 0, meanAbsence: 1, meanPresence: Infinity });
  });

  it("of a symbol that is hardly ever there has a presence of the Poisson law's length", () => {
    for (const regime of [
      fresh,
      counted,
      { name: "weighted", realSamples: 100, weight: 0.3 },
    ] as RegimeLaw[]) {
      const found = comingAndGoing({ regime, samples: 1000, p: 1e-290 });
      expect(found.absent).toBe(1);
      expectRelative(found.meanAbsence, 1e288, 1e-12);
      expectRelative(found.meanPresence, 10 * absenceRateLimit({ regime, samples: 1000 }), 0.002);
    }
  });

  it("of 2 samples is solved by hand", () => {
    // From count j to Binomial(2, a p + b j / 2).
    const [p, a] = [0.3, 0.25];
    const q = [0, 1, 2].map((j) => a * p + ((1 - a) * j) / 2);
    const row = q.map((x) => [(1 - x) ** 2, 2 * x * (1 - x), x * x]);
    let law = [0, 0, 1];
    for (let k = 0; k < 500; k++)
      law = [0, 1, 2].map((j) => law.reduce((sum, x, i) => sum + x * row[i][j], 0));
    const { absent } = comingAndGoing({ regime: { name: "fresh", realShare: a }, samples: 2, p });
    expectRelative(absent, law[0], 1e-13);
  });

  it("checks what it is given", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(() => comingAndGoing({ regime: fresh, samples: 9, p: 0.1, ...options }), message);
    invalid({ regime: { name: "replace" } }, 'invalid regime.name: "replace" (fresh or weighted)');
    invalid(
      { regime: { name: "fresh", realShare: 0 } },
      'invalid regime: {"name":"fresh","realShare":0} (one whose real data count)',
    );
    invalid({ p: 0 }, "invalid p: 0 (a number from 1e-299 to 1)");
  });
});

describe("the symbols of the law of Zipf and Mandelbrot, n = m = 1000", () => {
  // The rate of absence changes little from symbol to symbol, so it is interpolated, by Chebyshev's points in ln p.
  const total = Array.from({ length: 1000 }, (_, i) => 1 / (i + 3.7)).reduce((a, b) => a + b);
  const low = Math.log(1 / 1002.7 / total);
  const high = Math.log(1 / 3.7 / total);

  function unique(absent: (p: number) => number): number {
    const size = 9;
    const nodes = Array.from({ length: size }, (_, i) => Math.cos((Math.PI * (i + 0.5)) / size));
    const rates = nodes.map((x) => {
      const p = Math.exp((low + high) / 2 + (x * (high - low)) / 2);
      return -Math.log(absent(p)) / p;
    });
    let sum = 0;
    for (let i = 0; i < 1000; i++) {
      const p = 1 / (i + 3.7) / total;
      const x = (2 * Math.log(p) - low - high) / (high - low);
      let [top, bottom] = [0, 0];
      nodes.forEach((node, j) => {
        const weight = ((-1) ** j * Math.sin((Math.PI * (j + 0.5)) / size)) / (x - node);
        top += weight * rates[j];
        bottom += weight;
      });
      sum -= Math.expm1((-p * top) / bottom);
    }
    return sum / 1000;
  }
  const at = (regime: RegimeLaw, generation: number) =>
    unique((p) => absenceExact({ regime, samples: 1000, p, generation }));

  it("are those of the first draw where all is kept", () => {
    for (const k of [1, 7]) expectDigits(at({ name: "accumulate" }, k), ".390068");
  });

  it("are as tabulated for subsamples", () => {
    const ks = [2, 3, 5, 10];
    expectRow((i) => at(subsample, ks[i]), ".311650 .291029 .274907 .262782");
  });

  it("are as tabulated for fresh data", () => {
    expectDigits(at(fresh, 5), ".241980");
    expectDigits(at({ name: "fresh", realShare: 0.01 }, 20), ".093272");
    const stationary = (regime: RegimeLaw) =>
      unique((p) => comingAndGoing({ regime, samples: 1000, p }).absent);
    expectDigits(stationary(fresh), ".214486");
    expectDigits(stationary(counted), ".214522");
    expectDigits(stationary({ name: "fresh", realShare: 0.01 }), ".063539");
  });
});
