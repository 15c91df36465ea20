import { describe, expect, it } from "vitest";
import { regimes } from "../../src/theory/index.ts";
import { file, lethe } from "./lethe.ts";

const path = file("real-data.csv", "count,words\n40,1\n5,2\n1,3\n");
const symbols = { weights: [40, 5, 1], multiplicities: [1, 2, 3] };
const asked = (...args: string[]) => lethe(["theory", "real-data", "--counts", path, ...args]);
const json = async (...args: string[]) => JSON.parse((await asked(...args, "--json")).stdout);

describe("lethe theory real-data", () => {
  it("gives the least share that keeps so many words, and its curve", async () => {
    const document = await json("--keep", "0.5");
    expect(document).toMatchObject({ tokens: 53, types: 6, samples: 53, keep: 0.5 });
    const { realShare, curve, law } = document;
    expect(law.side).toBe("approximation");
    const kept = (share: number) => regimes.keptByShare({ ...symbols, samples: 53, realShares: [share] })[0];
    expect(kept(realShare) / 3).toBeCloseTo(1, 8);
    expect(curve.words).toEqual(curve.realShare.map(kept));
    // One sample of real data: 3 (1 - e^-1) + 2 (1 - e^-5) + (1 - e^-40).
    expect(curve.words.at(-1)).toBeCloseTo(6 - 3 * Math.exp(-1) - 2 * Math.exp(-5), 12);
  });

  it("gives the share that holds the squared error, exactly", async () => {
    const { realShare, curve } = await json("--error", "0.02");
    const left = 1 - (40 ** 2 + 2 * 5 ** 2 + 3) / 53 ** 2;
    const at = (share: number) =>
      left *
      regimes.meanErrorLimit({
        family: "categorical",
        samples: 53,
        regime: { name: "fresh", realShare: share },
      });
    expect(at(realShare)).toBeCloseTo(0.02, 12);
    expect(curve.error.at(-1)).toBeCloseTo(left / 53, 12);
  });

  it("gives the least weight of some real words", async () => {
    const options = { samples: 53, realSamples: 10 };
    const { weight } = await json("--keep", "0.5", "--real-samples", "10");
    expect(weight).toBe(regimes.weightFor({ ...symbols, ...options, keep: 0.5 }));
    const { weight: other } = await json("--error", "0.02", "--real-samples", "10");
    const regime = { name: "weighted", realSamples: 10, weight: other } as const;
    const left = 1 - (40 ** 2 + 2 * 5 ** 2 + 3) / 53 ** 2;
    const reached = left * regimes.meanErrorLimit({ family: "categorical", samples: 53, regime });
    expect(reached).toBeCloseTo(0.02, 12);
  });

  it("says where nothing does it", async () => {
    const { code, stdout } = await asked("--keep", "0.9");
    expect(code).toBe(0);
    expect(stdout).toContain("No share of new real data does it: 90.0 % of the vocabulary in the long run\n");
    expect(await json("--keep", "0.9")).toMatchObject({ keep: 0.9, realShare: null });
  });

  it("keeps nine tenths of what real data alone keep, unless it is told", async () => {
    // 3 (1 - e^-1) + 2 (1 - e^-5) + (1 - e^-40) of 6 words.
    const alone = (6 - 3 * Math.exp(-1) - 2 * Math.exp(-5)) / 6;
    const { keep, realShare, curve } = await json();
    expect(keep).toBeCloseTo(0.9 * alone, 12);
    expect(realShare).toBe((await json("--keep", String(keep))).realShare);
    expect(curve.words.at(-1) / 6).toBeCloseTo(alone, 12);
    const { stdout } = await asked();
    expect(stdout.replaceAll("\n", " ")).toContain(
      "for 73.2 % of the vocabulary in the long run, 0.9 times the 81.4 % that real data alone keep (approx",
    );
    const some = { ...symbols, samples: 53 };
    const regime = { name: "weighted", realSamples: 10, weight: 1 } as const;
    const { keep: less } = await json("--real-samples", "10");
    expect(less).toBeCloseTo((0.9 * regimes.expectedUniqueLimit({ ...some, regime })) / 6, 12);
  });

  it("reads a text", async () => {
    const { stdout } = await lethe(["theory", "real-data", file("text.txt", "a a a b"), "--keep", "0.5"]);
    expect(stdout).toMatch(/^.*text\.txt\n4 tokens, 2 types\n4 words in each generation\n\nLeast share/);
  });

  it.each([
    [["--keep", "0"], "invalid keep: 0 (a number above 0, at most 1)"],
    [["--keep", "1.5"], "invalid keep: 1.5 (a number above 0, at most 1)"],
    [["--keep", "0.5", "--error", "1"], "invalid error: 1 (not together with --keep)"],
    [["--error", "0"], "invalid error: 0 (a finite number above 0)"],
    [["--real-samples", "53"], "invalid realSamples: 53 (an integer from 1 to 52)"],
    [["--samples", "0"], "invalid samples: 0"],
    [["--tokenizer", "words"], "invalid tokenizer"],
    [["text.txt"], "invalid file"],
  ])("refuses %j", async (args, message) => {
    const { code, stdout, stderr } = await asked(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("refuses options that stand before its name, and columns of no table", async () => {
    expect((await lethe(["theory", "--samples", "5", "real-data"])).stderr).toContain("right behind theory");
    expect((await lethe(["theory", "real-data", "--columns", "1,2"])).stderr).toContain("only with --counts");
  });
});
