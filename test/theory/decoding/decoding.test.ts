import { describe, expect, it } from "vitest";
import { type DecodingRule, decode, iterate } from "../../../src/theory/decoding/index.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "../expect.ts";

const five = [0.5, 0.25, 0.15, 0.07, 0.03];
const pair: DecodingRule = { name: "curation", rewards: [0, 0, 1, 1, 2], choices: 2 };

/** All ways to draw so many: the law of what is kept, by its definition. */
function listed(p: number[], rewards: number[], choices: number): number[] {
  const law = p.map(() => 0);
  const go = (left: number, chance: number, drawn: number[]): void => {
    if (left > 0) for (const [i, x] of p.entries()) go(left - 1, chance * x, [...drawn, i]);
    else {
      const total = drawn.reduce((sum, i) => sum + Math.exp(rewards[i]), 0);
      for (const i of drawn) law[i] += (chance * Math.exp(rewards[i])) / total;
    }
  };
  go(choices, 1, []);
  return law;
}

describe("decode({ weights, rule })", () => {
  it("raises to a power", () => {
    expectRow(
      (i) => decode({ weights: [1, 2, 3], rule: { name: "temperature", temperature: 0.5 } })[i],
      ".0714286 .285714 .642857",
    );
    expect(decode({ weights: [1, 3], rule: { name: "temperature", temperature: 1 } })[1]).toBeCloseTo(
      0.75,
      15,
    );
    // The powers themselves would leave the numbers.
    expect([...decode({ weights: [1, 0, 2], rule: { name: "temperature", temperature: 1e-9 } })]).toEqual([
      0, 0, 1,
    ]);
    expect([...decode({ weights: [1, 0, 2], rule: { name: "temperature", temperature: 1e300 } })]).toEqual([
      0.5, 0, 0.5,
    ]);
  });

  it("keeps the largest, of equals the first", () => {
    const weights = [2, 3, 2, 1, 2];
    expect([...decode({ weights, rule: { name: "top-k", k: 2 } })]).toEqual([0.4, 0.6, 0, 0, 0]);
    expect([...decode({ weights, rule: { name: "top-k", k: 9 } })]).toEqual([0.2, 0.3, 0.2, 0.1, 0.2]);
    expect([...decode({ weights, rule: { name: "top-p", mass: 0.5 } })]).toEqual([0.4, 0.6, 0, 0, 0]);
    expect([...decode({ weights, rule: { name: "top-p", mass: 0 } })]).toEqual([0, 1, 0, 0, 0]);
    expect([...decode({ weights: [1, 0, 1], rule: { name: "top-p", mass: 1 } })]).toEqual([0.5, 0, 0.5]);
    // 0.6 + 0.3 is less than 0.9 as doubles have it.
    expect([...decode({ weights: [6, 3, 1], rule: { name: "top-p", mass: 0.9 } })].map((x) => x > 0)).toEqual(
      [true, true, false],
    );
    const least = decode({ weights, rule: { name: "min-p", share: 2 / 3 } });
    expectRow((i) => least[i], ".222222 .333333 .222222 0 .222222");
    expect([...decode({ weights: [1, 10], rule: { name: "min-p", share: 0.1 } })].every((x) => x > 0)).toBe(
      true,
    );
  });

  it("of top-p is not idempotent, of min-p it is", () => {
    const again = (rule: DecodingRule) => {
      const once = decode({ weights: five, rule });
      return [once, decode({ weights: once, rule })].map((p) => p.filter((x) => x > 0).length);
    };
    expect(again({ name: "top-p", mass: 0.8 })).toEqual([3, 2]);
    expect(again({ name: "min-p", share: 0.2 })).toEqual([3, 3]);
  });

  it("chooses among two as the logistic function has it", () => {
    const p = [0.5, 0.3, 0.2];
    const r = [0, 0.5, 1];
    const chosen = decode({ weights: p, rule: { name: "curation", rewards: r, choices: 2 } });
    expectRow((i) => chosen[i], ".417050 .322043 .260907");
    p.forEach((x, i) => {
      const closed = 2 * x * p.reduce((sum, y, j) => sum + y / (1 + Math.exp(r[j] - r[i])), 0);
      expectRelative(chosen[i], closed, 1e-13);
    });
  });

  it.each([1, 3, 5])("chooses among %i as all ways to draw them say", (choices) => {
    const p = [0.5, 0.3, 0.2];
    const r = [2, -3, 0.5];
    const chosen = decode({ weights: p, rule: { name: "curation", rewards: r, choices } });
    const law = listed(p, r, choices);
    law.forEach((x, i) => {
      expectRelative(chosen[i], x, 1e-13);
    });
  });

  it("chooses among very many, and by far rewards", () => {
    // p e^r, but for terms of the order 1/K.
    const many = decode({ weights: [3, 1], rule: { name: "curation", rewards: [0, 1], choices: 1e6 } });
    expectRelative(many[1], Math.E / (3 + Math.E), 1e-5);
    // All K draws have to be the lesser one.
    const far = decode({ weights: [1, 1], rule: { name: "curation", rewards: [0, 1e4], choices: 3 } });
    expectRelative(far[0], 1 / 8, 1e-12);
    expect([...decode({ weights: [1, 0], rule: { name: "curation", rewards: [0, 9], choices: 2 } })]).toEqual(
      [1, 0],
    );
  });

  it("lets a verifier pass", () => {
    const verify = (pass: number, fail: number, weights = [1, 2, 1]) => [
      ...decode({ weights, rule: { name: "verifier", valid: [true, false, true], pass, fail } }),
    ];
    expect(verify(1, 1)).toEqual([0.25, 0.5, 0.25]);
    expect(verify(1, 0)).toEqual([0.5, 0, 0.5]);
    expect(verify(0.8, 0.4)).toEqual(verify(1, 0.5));
    // Nothing passes: what there is stays.
    expect(verify(1, 0, [0, 2, 0])).toEqual([0, 1, 0]);
  });

  it("checks what it is given", () => {
    const invalid = (rule: object, message: string) =>
      expectInvalid(() => decode({ weights: five, rule: rule as DecodingRule }), message);
    invalid(
      { name: "beam" },
      'invalid rule.name: "beam" (one of temperature, top-k, top-p, min-p, curation, verifier)',
    );
    invalid({ name: "top-k", mass: 1 }, "unknown option: rule.mass (only k)");
    invalid({ name: "top-k", k: 0 }, "invalid rule.k: 0 (an integer from 1 to 2^53-1)");
    invalid({ name: "top-p", mass: 1.1 }, "invalid rule.mass: 1.1 (a number from 0 to 1)");
    invalid({ name: "temperature" }, "invalid rule.temperature: missing (a finite number above 0)");
    invalid({ name: "min-p" }, "invalid rule.share: missing (a number from 0 to 1)");
    invalid({ ...pair, rewards: [1] }, "invalid rule.rewards: [1] (a list of 5, one for each symbol)");
    invalid(
      { ...pair, rewards: [0, 0, 1, 1, Infinity] },
      "invalid rule.rewards[4]: Infinity (a finite number)",
    );
    invalid(
      { name: "verifier", valid: [1, 0, 0, 0, 0], pass: 1, fail: 0 },
      "invalid rule.valid[0]: 1 (true or false)",
    );
    const valid = [true, true, true, true, false];
    invalid(
      { name: "verifier", valid, pass: 0, fail: 0 },
      "invalid rule.pass: 0 (a number above 0, up to 1)",
    );
    expectInvalid(() => decode({ weights: [0], rule: pair }), "invalid weights: [0] (a finite sum above 0)");
    expectInvalid(
      () => decode({ weights: [1, -1], rule: pair }),
      "invalid weights[1]: -1 (a finite number, 0 or above)",
    );
  });
});

describe("iterate({ weights, rule, generations, realShare })", () => {
  it("of top-p stops where the smallest share is above 1 - mass", () => {
    const p = iterate({ weights: five, rule: { name: "top-p", mass: 0.9 }, generations: 100 });
    expectRow((i) => p[i], ".5556 .2778 .1667 0 0");
    const weights = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1));
    const left = (generations: number) =>
      iterate({ weights, rule: { name: "top-p", mass: 0.95 }, generations }).filter((x) => x > 0).length;
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000].map(left)).toEqual([
      688, 482, 344, 250, 185, 139, 106, 82, 64, 51, 7,
    ]);
  });

  it("of a temperature is the power T^-k", () => {
    for (const temperature of [0.8, 1.3]) {
      const p = iterate({ weights: five, rule: { name: "temperature", temperature }, generations: 5 });
      const closed = decode({ weights: five, rule: { name: "temperature", temperature: temperature ** 5 } });
      p.forEach((x, i) => {
        expectRelative(x, closed[i], 1e-12);
      });
    }
  });

  it("of a choice among two is as tabulated, with new real data too", () => {
    const at = (generations: number, realShare = 0) =>
      iterate({ weights: five, rule: pair, generations, realShare });
    expectRow((i) => at(1)[i], ".437743 .218872 .199909 .093291 .050186");
    expectRow((i) => at(3)[i], ".276348 .138174 .310391 .144849 .130237");
    expectRow((i) => at(5000, 0.2)[i], ".157451 .078725 .086114 .040186 .637524");
  });

  it("of a verifier multiplies the odds", () => {
    const rule: DecodingRule = { name: "verifier", valid: [true, false], pass: 1, fail: 0.9 };
    const [p, q] = iterate({ weights: [1, 3], rule, generations: 20 });
    expectRelative(p / q, 0.9 ** -20 / 3, 1e-12);
  });

  it("starts with the truth, and all real data are it", () => {
    expect([...iterate({ weights: five, rule: pair, generations: 0 })]).toEqual(five);
    expectDigits(iterate({ weights: five, rule: pair, generations: 9, realShare: 1 })[4], ".03");
    expectInvalid(
      () => iterate({ weights: five, rule: pair, generations: 1, realShare: 2 }),
      "invalid realShare: 2 (a number from 0 to 1)",
    );
  });
});
