import { describe, expect, it } from "vitest";
import { absorptionTime, exact } from "../../../src/theory/bernoulli.ts";
import { type DecodingRule, twoSymbolFate, twoSymbolSurvival } from "../../../src/theory/decoding/index.ts";
import { expectDigits, expectInvalid, expectRelative } from "../expect.ts";

const plain: DecodingRule = { name: "temperature", temperature: 1 };
const start = { samples: 50, count: 5 };

describe("twoSymbolFate, n = 50, c = 5, as tabulated", () => {
  it.each<[DecodingRule, string, string, string]>([
    [plain, "31.1775525", "41.2099782", ".1"],
    [{ name: "temperature", temperature: 0.95 }, "11.1679471", "11.5075068", ".0145007"],
    [{ name: "temperature", temperature: 1.05 }, "156.651817", "196.326537", ".301322381"],
    [{ name: "top-p", mass: 0.95 }, "19.4654084", "30.821556", ".0735167485"],
    [{ name: "min-p", share: 0.1 }, "10.0817373", "20.2714374", ".0423045238"],
    [{ name: "curation", rewards: [0.1, 0], choices: 2 }, "38.2838063", "37.4447891", ".39336663"],
    [{ name: "verifier", valid: [true, false], pass: 1, fail: 0.9 }, "34.8687847", "23.5756978", ".65601019"],
  ])("%j", (rule, mean, sd, fixed) => {
    const fate = twoSymbolFate({ ...start, rule });
    expectDigits(fate.mean, mean);
    expectDigits(fate.sd, sd);
    expectDigits(fate.fixed, fixed);
  });
});

describe("two symbols", () => {
  it("under no rule are a Bernoulli model", () => {
    const { mean, sd } = twoSymbolFate({ samples: 30, count: 2.5, rule: plain });
    const known = absorptionTime({ p: 2.5 / 30, samples: 30 });
    expectRelative(mean, known.mean, 1e-10);
    expectRelative(sd, known.sd, 1e-10);
    const { coexistence } = exact({ p: 0.1, samples: 50, generations: 60 });
    const generations = [60, 0, 1, 7];
    const both = twoSymbolSurvival({ ...start, rule: plain, generations });
    generations.forEach((k, i) => {
      expectRelative(both[i], coexistence[k], 1e-11);
    });
  });

  it("are both there for as long on average as the sum over generations says", () => {
    const generations = Array.from({ length: 2000 }, (_, k) => k);
    for (const rule of [
      { name: "top-p", mass: 0.8 },
      { name: "min-p", share: 0.3 },
    ] as DecodingRule[]) {
      const sum = twoSymbolSurvival({ ...start, rule, generations }).reduce((a, b) => a + b);
      expectRelative(twoSymbolFate({ ...start, rule }).mean, sum, 1e-10);
    }
  });

  it("have ends", () => {
    expect(twoSymbolFate({ samples: 5, count: 0, rule: plain })).toEqual({ mean: 0, sd: 0, fixed: 0 });
    expect(twoSymbolFate({ samples: 5, count: 5, rule: plain })).toEqual({ mean: 0, sd: 0, fixed: 1 });
    expect(twoSymbolFate({ samples: 1, count: 0.25, rule: plain })).toEqual({ mean: 1, sd: 0, fixed: 0.25 });
    expect(twoSymbolFate({ ...start, rule: { name: "top-k", k: 1 } })).toEqual({ mean: 1, sd: 0, fixed: 0 });
    const generations = [0, 9];
    expect([...twoSymbolSurvival({ samples: 5, count: 5, rule: plain, generations })]).toEqual([0, 0]);
  });

  it("that a rule keeps for ever have no time, and options are checked", () => {
    for (const samples of [60, 400])
      expectInvalid(
        () => twoSymbolFate({ samples, count: 5, rule: { name: "temperature", temperature: 1e9 } }),
        'invalid rule: {"name":"temperature","temperature":1000000000} (one that leaves a single symbol within 10000000000 generations on average)',
      );
    expectInvalid(
      () => twoSymbolFate({ samples: 5, count: 6, rule: plain }),
      "invalid count: 6 (a number from 0 to samples, 5)",
    );
    expectInvalid(
      () => twoSymbolFate({ samples: 401, count: 6, rule: plain }),
      "invalid samples: 401 (an integer from 1 to 400)",
    );
    expectInvalid(
      () => twoSymbolSurvival({ ...start, rule: plain, generations: [-1] }),
      "invalid generations[0]: -1 (an integer from 0 to 2^53-1)",
    );
  });
});
