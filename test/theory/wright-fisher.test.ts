import { describe, expect, it } from "vitest";
import { exact } from "../../src/theory/bernoulli.ts";
import {
  cdf,
  quantile,
  wrightFisher,
  wrightFisherCdf,
  wrightFisherQuantile,
} from "../../src/theory/forgetting.ts";
import { wrightFisherGrid } from "../../src/theory/wright-fisher-grid.ts";
import { expectDigits, expectInvalid, expectRelative } from "./expect.ts";

// Transition matrices in numpy: mean, sd, (diffusion,) mean given loss.
const table: [samples: number, count: number, row: string][] = [
  [50, 1, "9.126795 22.735966 7.334052"],
  [50, 5, "31.177552 41.209978 24.327193"],
  [50, 10, "48.456746 47.901951 38.745178"],
  [50, 12, "53.463555 49.007880 43.514876"],
  [50, 25, "67.517172 50.316339 67.517172"],
  [100, 1, "10.536923 33.726831 8.656067"],
  [100, 5, "38.398848 66.220186 30.279140"],
  [100, 10, "63.454463 82.925869 49.679877"],
  [100, 25, "110.579667 98.951822 90.623943"],
  [100, 50, "136.602278 101.173586 136.602278"],
  [200, 1, "11.936303 49.109085 10.003765"],
  [200, 5, "45.478337 101.321668 36.580919"],
  [200, 10, "77.869324 132.902674 61.580470"],
  [200, 50, "222.816220 198.440158 182.813026"],
  [200, 100, "275.001388 202.887154 275.001388"],
];

describe("wrightFisher({ count, samples })", () => {
  it.each(table)("reproduces the table for n = %i, c = %i by the matrix", (samples, count, row) => {
    const time = wrightFisher({ count, samples });
    const [mean, sd, meanGivenLoss] = row.split(" ");
    expectDigits(time.mean, mean);
    expectDigits(time.sd, sd);
    expectDigits(time.meanGivenLoss, meanGivenLoss);
    expectRelative(time.lossProbability, 1 - count / samples, 1e-15);
    expect(time.method).toBe("matrix");
    expect(time.error).toBe(1e-10);
  });

  it("has the same law for what is half of all, lost or not", () => {
    const time = wrightFisher({ count: 100, samples: 200 });
    expectRelative(time.meanGivenLoss, time.mean, 1e-11);
    expectRelative(time.sdGivenLoss, time.sd, 1e-11);
  });

  // numpy: the dense linear systems; mean, sd, and both given loss.
  const larger: [samples: number, count: number, row: string][] = [
    [401, 1, "13.3347346097 70.7845225693 11.3723716427 54.8999264409"],
    [401, 9, "84.6578716723 194.584774035 68.4587551714 150.906858706"],
    [401, 30, "211.34544286 306.317171263 166.290216849 243.464835283"],
    [401, 200, "553.412545278 407.330967127 552.642711949 407.177067187"],
    [401, 399, "24.2484092252 98.6695003445 797.278254756 431.171857558"],
    [1000, 1, "15.1669677761 113.249154024 13.1841763962 88.0195931385"],
    [1000, 9, "101.242959348 324.540313103 84.1083716639 251.28410044"],
    [1000, 30, "267.594810924 547.629335927 215.04574961 425.812983583"],
    [1000, 500, "1383.50097719 1016.59351247 1383.50097719 1016.59351247"],
    [1000, 998, "27.9146892179 158.96990907 1994.97488897 1076.16852652"],
    [2000, 1, "16.5549561165 161.023004698 14.5643660068 125.290500671"],
    [2000, 9, "113.766429983 469.850832339 96.2547799807 364.223602209"],
    [2000, 30, "309.654478196 817.122788334 253.96497551 632.866572885"],
    [2000, 1000, "2769.56436195 2033.72618995 2769.56436195 2033.72618995"],
    [2000, 1998, "30.6912717433 226.709742509 3994.74425179 2152.95679684"],
  ];

  it.each(larger)("agrees with the matrix beyond its limit, for n = %i, c = %i", (samples, count, row) => {
    const time = wrightFisher({ count, samples });
    expect(time.method).toBe("grid");
    expect(time.error).toBe(1e-7);
    const { mean, sd, meanGivenLoss, sdGivenLoss } = time;
    row.split(" ").forEach((cell, i) => {
      expectRelative([mean, sd, meanGivenLoss, sdGivenLoss][i], Number(cell), 5e-8);
    });
  });

  it("does not change when the grid is made finer, at any size", () => {
    // The error falls with the eighth power of the spacing, so their difference is the error of the wider one.
    for (const samples of [1e4, 1e7, 1e12]) {
      const [wide, fine] = [0.15, 0.08].map((spacing) => {
        const { chain, draw } = wrightFisherGrid(samples, spacing);
        const first = chain.solve(new Float64Array(chain.size).fill(1));
        const second = chain.solve(first.map((t) => 2 * t - 1));
        return [1, 20, samples / 100, samples / 2].flatMap((count) => {
          const from = draw(count, samples - count);
          const mean = (values: Float64Array) => from.reduce((sum, w, i) => sum + w * values[i], 0);
          return [1 + mean(first), 1 + 2 * mean(first) + mean(second)];
        });
      });
      wide.forEach((value, i) => {
        expectRelative(value, fine[i], 2e-8);
      });
    }
  });

  it("approaches the diffusion from below: -2 n (p ln p + q ln q) - ln(n p q) / 3", () => {
    // The constant left over is the same for n = 50, 100 and 200 to three digits.
    for (const samples of [1e5, 1e7]) {
      const { mean } = wrightFisher({ count: samples / 2, samples });
      expect(Math.abs(2 * samples * Math.LN2 - mean - Math.log(samples / 4) / 3 - 0.953)).toBeLessThan(0.05);
    }
  });

  it("gives the trivial answers", () => {
    expect(wrightFisher({ count: 0, samples: 5 })).toMatchObject({ lossProbability: 1, mean: 0, sd: 0 });
    expect(wrightFisher({ count: 0.25, samples: 1 })).toMatchObject({ mean: 1, sd: 0, meanGivenLoss: 1 });
    expectRelative(wrightFisher({ count: 1, samples: 2 }).mean, 2, 1e-14);
  });
});

describe("wrightFisherCdf({ count, samples, generation })", () => {
  it("reproduces Pr(lost by k = n)", () => {
    const rows: [number, number[], string][] = [
      [50, [1, 5, 12, 25], ".954995577 .788702031 .546538956 .236537847"],
      [100, [1, 10, 25, 50], ".976955911 .785692448 .526176925 .231489289"],
      [200, [1, 20, 50, 100], ".988326511 .783981003 .523194552 .228647662"],
    ];
    for (const [samples, counts, row] of rows) {
      row.split(" ").forEach((cell, i) => {
        expectDigits(wrightFisherCdf({ count: counts[i], samples, generation: samples }), cell);
      });
    }
  });

  it("is the exact chain, by the matrix and by the grid", () => {
    for (const [samples, tolerance] of [
      [10, 1e-12],
      [400, 1e-12],
      [401, 3e-8],
      [1000, 3e-8],
    ]) {
      for (const count of [2.5, 7, 40, samples / 2, samples - 3].filter((c) => c < samples)) {
        const generations = Array.from({ length: 300 }, (_, i) => i);
        const law = wrightFisherCdf({ count, samples, generations });
        const { survival } = exact({ p: count / samples, samples, generations: 300 });
        law.forEach((value, k) => {
          const error = Math.abs(value - (1 - survival[k]));
          if (!(error <= tolerance)) expect.fail(`n ${samples} c ${count} k ${k}: ${error}`);
        });
      }
    }
  });

  it("takes generations in any order, one by one or in leaps", () => {
    const options = { count: 3, samples: 500 };
    const many = wrightFisherCdf({ ...options, generations: [90_000, 1, 400, 0, 400] });
    expect([...many.slice(2)]).toEqual([many[4], 0, many[4]]);
    expectRelative(many[1], (1 - 3 / 500) ** 500, 1e-12);
    expectRelative(many[0], 1 - 3 / 500, 1e-9);
    expect(wrightFisherCdf({ ...options, generation: 400 })).toBe(many[2]);
    // Far enough for leaps; (1 - 1/n)^k is left of what is undecided.
    const far = wrightFisherCdf({ count: 5e5, samples: 1e6, generations: [2e6, 4e6] });
    expect(Math.abs((0.5 - far[1]) / (0.5 - far[0]) - Math.exp(-2))).toBeLessThan(1e-3);
  });

  it("is the law under Poisson sampling where k and c are small beside n", () => {
    const options = { count: 2, samples: 1e13 };
    expect(wrightFisherCdf({ ...options, generation: 100 })).toBe(cdf({ count: 2, generation: 100 }));
    // Where it has just ceased to be taken, it is still as near as Theorem 1 says: 3 c (c + k) / n.
    const near = { count: 1, samples: 1e9 };
    for (const generation of [1, 10, 100, 1000]) {
      const difference = cdf({ count: 1, generation }) - wrightFisherCdf({ ...near, generation });
      expect(Math.abs(difference)).toBeLessThan((3 * (1 + generation)) / 1e9 + 1e-8);
    }
  });

  it("is 0 for a symbol that is all there is, 1 for one that is not there", () => {
    expect(wrightFisherCdf({ count: 5, samples: 5, generation: 100 })).toBe(0);
    expect(wrightFisherCdf({ count: 0, samples: 5, generation: 0 })).toBe(1);
  });
});

describe("wrightFisherQuantile({ count, samples, q }) is the smallest k with cdf >= q", () => {
  it("for small and large samples", () => {
    for (const [count, samples, q] of [
      [1, 50, 0.9],
      [10, 200, 0.5],
      [10, 1000, 0.98],
      [300, 1e6, 0.01],
      [5e5, 1e6, 0.499],
    ]) {
      const k = wrightFisherQuantile({ count, samples, q });
      expect(wrightFisherCdf({ count, samples, generation: k })).toBeGreaterThanOrEqual(q - 1e-12);
      expect(wrightFisherCdf({ count, samples, generation: k - 1 })).toBeLessThan(q + 1e-12);
    }
  });

  it("is that of Poisson sampling for k much below n, later near it, and none beyond 1 - c / n", () => {
    expect(wrightFisherQuantile({ count: 5, samples: 1e13, q: 0.5 })).toBe(quantile({ count: 5, q: 0.5 }));
    expect(wrightFisherQuantile({ count: 10, samples: 1e8, q: 0.5 })).toBe(27);
    expect(wrightFisherQuantile({ count: 10, samples: 200, q: 0.5 })).toBe(29);
    expect(wrightFisherQuantile({ count: 10, samples: 200, q: 0.95 })).toBe(Infinity);
    expect(wrightFisherQuantile({ count: 10, samples: 200, q: 0 })).toBe(0);
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    expectInvalid(
      () => wrightFisher({ count: 7, samples: 6 }),
      "invalid count: 7 (a number from 0 to samples, 6)",
    );
    expectInvalid(
      () => wrightFisher({ count: 6, samples: 6 }),
      "invalid count: 6 (a number from 0 to samples, 6, but less)",
    );
    expectInvalid(
      () => wrightFisher({ count: 1, samples: 0 }),
      "invalid samples: 0 (an integer from 1 to 2^53-1)",
    );
    expectInvalid(
      () => wrightFisherCdf({ count: 1, samples: 9, generations: [1, -1] }),
      "invalid generations[1]: -1 (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => wrightFisherCdf({ count: 1, samples: 9, generation: 1.5 }),
      "invalid generation: 1.5 (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => wrightFisherQuantile({ count: 1, samples: 9, q: 2 }),
      "invalid q: 2 (a number from 0 to 1)",
    );
    expectInvalid(
      () => wrightFisher({ count: 1, samples: 9, n: 1 } as never),
      "unknown option: n (one of count, samples)",
    );
  });
});
