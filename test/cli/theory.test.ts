import { describe, expect, it } from "vitest";
import * as theory from "../../src/theory/index.ts";
import { lethe } from "./lethe.ts";

const at = ["--generations", "1,10,1e3"];

describe("lethe theory", () => {
  it.concurrent.each([
    [
      ["bernoulli", "--p", "0.001", "--samples", "10000"],
      ["Pr(p!=0)", "Pr(p!=0,1)", "mean of p", "mean of l2", "mean of variance", "heterozygosity"],
    ],
    [
      ["poisson", "--rate", "1", "--samples", "10"],
      ["Pr(rate!=0)", "mean of rate", "mean of l2", "mean of variance"],
    ],
    [
      ["gaussian", "--samples", "10"],
      [
        "Pr(std>0.1)",
        "mean of mean",
        "mean of std",
        "mean of logStd",
        "mean of variance",
        "mean of l2",
        "mean of kl",
        "mean of klForward",
        "mean of w2",
      ],
    ],
    [
      ["gaussian", "--samples", "10", "--std", "0.7"],
      [
        "Pr(std>0.07)",
        "mean of mean",
        "mean of std",
        "mean of logStd",
        "mean of variance",
        "mean of l2",
        "mean of kl",
        "mean of klForward",
        "mean of w2",
      ],
    ],
    [
      ["categorical", "--zipf", "100,1", "--samples", "50"],
      [
        ...["Pr(unique>1)", "mean of unique", "mean of heterozygosity", "mean of tv"],
        ...["mean of l2", "mean of kl", "mean of klForward", "mean of lostMass"],
      ],
    ],
    [
      ["categorical", "--counts", "5,1", "--sampling", "poisson"],
      ["mean of unique", "mean of lostMass"],
    ],
    [
      ["regression", "--dimension", "3", "--samples", "30"],
      ["Pr(error>0.1)", "mean of error"],
    ],
    [["regression", "--dimension", "3", "--samples", "30", "--design", "fresh"], ["mean of error"]],
    [["regression", "--dimension", "3", "--samples", "4", "--threshold", "2"], ["Pr(error>2)"]],
    [["forgetting", "--count", "5"], ["Pr(forgotten)"]],
    [["forgetting", "--count", "5", "--samples", "200"], ["Pr(forgotten)"]],
  ])("%j says something of %j", async (args, quantities) => {
    const [json, text] = await Promise.all([
      lethe(["theory", ...args, ...at, "--json"]),
      lethe(["theory", ...args, ...at]),
    ]);
    const document = JSON.parse(json.stdout);
    expect(json.stderr).toBe("");
    expect(document.generations).toEqual([1, 10, 1000]);
    expect([...new Set(document.curves.map((curve: { of: string }) => curve.of))]).toEqual(quantities);
    for (const curve of document.curves) {
      expect(curve.values).toHaveLength(3);
      for (const value of curve.values) expect(value).not.toBeNull();
    }
    for (const of of quantities) expect(text.stdout).toContain(`\n\n${of}\ngeneration`);
  });

  it("gives the library's numbers", async () => {
    const { stdout } = await lethe([
      "theory",
      "gaussian",
      "--samples",
      "10",
      "--threshold",
      "0.2",
      ...at,
      "--json",
    ]);
    const { curves, numbers } = JSON.parse(stdout);
    const values = (name: string) => curves.find((curve: { name: string }) => curve.name === name).values;
    const asked = { std: 1, samples: 10, threshold: 0.2, generation: 10 };
    expect(values("Theorem 3")[1]).toBe(theory.gaussian.survivalBound(asked));
    expect(values("exact law")[1]).toBe(theory.gaussian.survival(asked));
    expect(values("normal law")[1]).toBe(theory.gaussian.cltSurvival(asked));
    expect(numbers[0].value).toBe(theory.gaussian.drift({ samples: 10 }));
  });

  it("prints the law of forgetting", async () => {
    const { stdout } = await lethe(["theory", "forgetting", "--count", "5", "--generations", "1,13"]);
    expect(stdout).toMatchInlineSnapshot(`
      "time to forget a symbol expected 5 times in the first training set

      Pr(forgotten)
      generation   = Theorem 2 (Poisson sampling)
               1                           0.0067
              13                           0.5062

      10 % quantile                                        4
      median                                              13
      90 % quantile                                       93
      median (asymptotic)                             12.739
      median per count, for large counts (2 / ln 2)   2.8854
      "
    `);
  });

  it("leaves the exact chain out where it would take too long", async () => {
    const args = [
      "theory",
      "bernoulli",
      "--p",
      "0.5",
      "--samples",
      "2000",
      "--generations",
      "10000000",
      "--json",
    ];
    const { curves } = JSON.parse((await lethe(args)).stdout);
    expect(curves.map((curve: { name: string }) => curve.name)).not.toContain("exact chain");
  });
});
