import { describe, expect, it } from "vitest";
import {
  absorptionTime,
  absorptionTimeDiffusion,
  exact,
  heterozygosity,
  lossTime,
  lossTimeDiffusion,
} from "../../src/theory/bernoulli.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "./expect.ts";

describe("exact({ p, samples, generations })", () => {
  it("reproduces the table for p = .01, n = 100", () => {
    const { survival, coexistence } = exact({ p: 0.01, samples: 100, generations: 50 });
    const table = [1, 2, 5, 10, 25, 50];
    expectRow(
      (i) => survival[table[i]],
      "0.633967659 0.470947074 0.271007117 0.161389355 0.075006839 0.041121842",
    );
    expectRow(
      (i) => coexistence[table[i]],
      "0.633967659 0.470947074 0.271007117 0.161389355 0.075006825 0.041084683",
    );
    const grid = [1, 6, 11, 17, 22, 28, 33, 39, 44, 50];
    const row =
      ".633967659 .238151686 .149528192 .104326455 .083741975 .067997676 .058956509 .050989430 .045923957 .041121842";
    expectRow((i) => survival[grid[i]], row);
  });

  it("reproduces the table for p = .2, n = 100", () => {
    const { survival, coexistence } = exact({ p: 0.2, samples: 100, generations: 600 });
    const table = [100, 200, 600];
    expectRow((i) => survival[table[i]], "0.395006542 0.264188308 0.201132936");
    expectRow((i) => coexistence[table[i]], "0.345800068 0.126230067 0.00226586035");
  });

  it("reproduces the probabilities of loss and absorption by generation n", () => {
    const table: [number, [number, string][], string][] = [
      [
        50,
        [
          [1, ".954995577"],
          [5, ".788702031"],
          [12, ".546538956"],
          [25, ".236537847"],
        ],
        ".473075694",
      ],
      [
        100,
        [
          [1, ".976955911"],
          [10, ".785692448"],
          [25, ".526176925"],
          [50, ".231489289"],
        ],
        ".462978578",
      ],
      [
        200,
        [
          [1, ".988326511"],
          [20, ".783981003"],
          [50, ".523194552"],
          [100, ".228647662"],
        ],
        ".457295324",
      ],
    ];
    for (const [samples, lost, absorbed] of table) {
      for (const [count, value] of lost) {
        const { survival } = exact({ p: count / samples, samples, generations: samples });
        expectDigits(1 - survival[samples], value);
      }
      expectDigits(1 - exact({ p: 0.5, samples, generations: samples }).coexistence[samples], absorbed);
    }
  });

  it("is 1 - (1-p)^n after one generation, to full relative accuracy", () => {
    for (const p of [1e-200, 1e-9, 0.013, 0.4]) {
      const { survival } = exact({ p, samples: 2000, generations: 1 });
      expectRelative(survival[1], -Math.expm1(2000 * Math.log1p(-p)), 1e-12);
    }
  });

  it("forgets at the rate of the heterozygosity and ends at p", () => {
    const { survival, coexistence } = exact({ p: 0.3, samples: 20, generations: 40_000 });
    expectRelative(coexistence[401] / coexistence[400], 1 - 1 / 20, 1e-8);
    expect(coexistence[40_000]).toBe(0);
    expect(Math.abs(survival[40_000] - 0.3)).toBeLessThan(1e-12);
    expect(coexistence[100]).toBeGreaterThan(2 * heterozygosity({ p: 0.3, samples: 20, generation: 100 }));
  });

  it("takes n = 2000 and keeps the symmetry of its start", () => {
    const { survival, coexistence } = exact({ p: 0.5, samples: 2000, generations: 100 });
    // By symmetry 1 - coexistence = 2 (1 - survival).
    expect(Math.abs(1 - coexistence[100] - 2 * (1 - survival[100]))).toBeLessThan(1e-12);
  });

  it("gives the trivial answers", () => {
    expect([...exact({ p: 0, samples: 5, generations: 2 }).survival]).toEqual([0, 0, 0]);
    expect([...exact({ p: 1, samples: 5, generations: 2 }).survival]).toEqual([1, 1, 1]);
    expect([...exact({ p: 1, samples: 5, generations: 2 }).coexistence]).toEqual([0, 0, 0]);
    expect([...exact({ p: 0.5, samples: 5, generations: 0 }).coexistence]).toEqual([1]);
    expect([...exact({ p: 0.25, samples: 1, generations: 3 }).survival]).toEqual([1, 0.25, 0.25, 0.25]);
    expect([...exact({ p: 0.25, samples: 1, generations: 3 }).coexistence]).toEqual([1, 0, 0, 0]);
  });

  it("states its limits", () => {
    expectInvalid(
      () => exact({ p: 0.5, samples: 2001, generations: 1 }),
      "invalid samples: 2001 (an integer from 1 to 2000)",
    );
    expectInvalid(
      () => exact({ p: 0.5, samples: 10, generations: 1e8 }),
      "invalid generations: 100000000 (an integer from 0 to 10000000)",
    );
    expectInvalid(
      () => exact({ p: 0.5, samples: 10, generation: 3 } as never),
      "unknown option: generation (one of p, samples, generations)",
    );
  });
});

describe("absorptionTime, lossTime and their diffusion approximations", () => {
  it("reproduce the table: mean; sd; diffusion; mean given loss", () => {
    const table: [number, number, string][] = [
      [50, 1, "9.126795 22.735966 9.803911 7.334052"],
      [50, 5, "31.177552 41.209978 32.508297 24.327193"],
      [50, 10, "48.456746 47.901951 50.040242 38.745178"],
      [50, 12, "53.463555 49.007880 55.107993 43.514876"],
      [50, 25, "67.517172 50.316339 69.314718 67.517172"],
      [100, 1, "10.536923 33.726831 11.200307 8.656067"],
      [100, 5, "38.398848 66.220186 39.703049 30.279140"],
      [100, 10, "63.454463 82.925869 65.016595 49.679877"],
      [100, 25, "110.579667 98.951822 112.467029 90.623943"],
      [100, 50, "136.602278 101.173586 138.629436 136.602278"],
      [200, 1, "11.936303 49.109085 12.591626 10.003765"],
      [200, 5, "45.478337 101.321668 46.762740 36.580919"],
      [200, 10, "77.869324 132.902674 79.406097 61.580470"],
      [200, 50, "222.816220 198.440158 224.934058 182.813026"],
      [200, 100, "275.001388 202.887154 277.258872 275.001388"],
    ];
    for (const [samples, count, row] of table) {
      const options = { p: count / samples, samples };
      const { mean, sd } = absorptionTime(options);
      const cells = [mean, sd, absorptionTimeDiffusion(options), lossTime(options)];
      expectRow((i) => cells[i], row);
    }
  });

  it("agree with the sum of the exact survival curves", () => {
    const options = { p: 0.07, samples: 30 };
    const { survival, coexistence } = exact({ ...options, generations: 3000 });
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expectRelative(absorptionTime(options).mean, sum(coexistence), 1e-11);
    // Pr(T > k and lost) = survival at k less the final 0.07.
    expectRelative(lossTime(options), sum(survival.map((value) => value - 0.07)) / 0.93, 1e-10);
    expect(lossTimeDiffusion(options)).toBeGreaterThan(lossTime(options));
  });

  it("give the trivial answers and state their limits", () => {
    expect(absorptionTime({ p: 0, samples: 9 })).toEqual({ mean: 0, sd: 0 });
    expect(absorptionTime({ p: 1, samples: 9 })).toEqual({ mean: 0, sd: 0 });
    expect(absorptionTime({ p: 0.3, samples: 1 })).toEqual({ mean: 1, sd: 0 });
    expect(lossTime({ p: 0, samples: 9 })).toBe(0);
    expect(lossTime({ p: 0.3, samples: 1 })).toBe(1);
    expectInvalid(
      () => lossTime({ p: 1, samples: 9 }),
      "invalid p: 1 (a number from 0 to 1, but not 1: then the ones are never lost)",
    );
    expectInvalid(
      () => absorptionTime({ p: 0.5, samples: 401 }),
      "invalid samples: 401 (an integer from 1 to 400)",
    );
  });
});
