import { describe, expect, it } from "vitest";
import { countTokens, forgetUntilOne } from "../../src/index.ts";
import { figureFiles, untilOneFigure } from "../../src/plot/index.ts";

const text = Array.from({ length: 40 }, (_, i) => `w${i} `.repeat(i % 7 === 0 ? 12 : (i % 5) + 1)).join("");
const corpus = countTokens(text);

describe("forgetUntilOne()", async () => {
  const report = await forgetUntilOne(corpus, { trajectories: 2000, seed: 1 });
  const { generations, unique, time, lastWords, run } = report;

  it("ends when every trajectory has one word", () => {
    const [types, one] = [unique.mean[0], unique.mean.at(-1)];
    expect([types, one]).toEqual([40, 1]);
    expect(unique.mean.at(-2)).toBeGreaterThan(1);
    expect(generations.at(-1)).toBeGreaterThanOrEqual(time.q90);
    for (const curve of Object.values(unique)) expect(curve).toHaveLength(generations.length);
    expect(run.timeTo("unique>1").censored).toBe(0);
  });

  it("takes as long as the exact law says: within 4 standard errors", () => {
    const { mean, sd, median, q10, q90, diffusion } = time.theory;
    expect(Math.abs(time.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(2000));
    expect(Math.abs(time.standardError * Math.sqrt(2000) - sd)).toBeLessThan(0.1 * sd);
    expect(Math.abs(diffusion - mean)).toBeLessThan(8);
    // The share by then is binomial: 4 standard errors.
    for (const [q, generation] of [
      [0.1, q10],
      [0.5, median],
      [0.9, q90],
    ]) {
      const left = run.timeTo("unique>1").survival(generation);
      expect(Math.abs(left - (1 - q))).toBeLessThan(4 * Math.sqrt((q * (1 - q)) / 2000) + 0.01);
    }
  });

  it("leaves the exact number of words on average: within 4.5 standard errors", () => {
    unique.exact.forEach((value, i) => {
      expect(Math.abs(unique.mean[i] - value)).toBeLessThanOrEqual(4.5 * unique.standardError[i] + 2e-3);
    });
  });

  it("names the last words, each as likely as its share", () => {
    expect(lastWords.reduce((sum, { trajectories }) => sum + trajectories, 0)).toBe(2000);
    for (const { word, count, trajectories, probability } of lastWords) {
      expect(count).toBe(corpus.counts[corpus.words.indexOf(word)]);
      expect(probability).toBe(count / corpus.total);
      const error = Math.sqrt(2000 * probability * (1 - probability));
      expect(Math.abs(trajectories - 2000 * probability)).toBeLessThan(4.5 * error);
    }
  });

  it("gives the same for the same seed, and other samples another length", async () => {
    const small = { trajectories: 3, seed: "again" };
    const once = await forgetUntilOne(corpus, small);
    expect((await forgetUntilOne(corpus, small)).time).toEqual(once.time);
    const { samples, time: short } = await forgetUntilOne(corpus, { ...small, samples: 5 });
    expect(samples).toBe(5);
    expect(short.mean).toBeLessThan(once.time.theory.q10);
  });

  it("has nothing to wait for in a corpus of one word", async () => {
    const {
      time: none,
      generations: few,
      lastWords: last,
    } = await forgetUntilOne(countTokens("call call"), {
      trajectories: 2,
      seed: 1,
    });
    expect(none).toMatchObject({ median: 0, mean: 0, standardError: 0 });
    expect(none.theory).toEqual({ median: 0, q10: 0, q90: 0, mean: 0, sd: 0, diffusion: 0 });
    expect(few).toEqual([0, 1]);
    expect(last).toEqual([{ word: "call", count: 2, trajectories: 2, probability: 1 }]);
  });

  it("tells how far it is, on a logarithmic scale of words", async () => {
    const seen: { share: number; living: number | undefined; trajectory: number | undefined }[] = [];
    const words = Array.from({ length: 3000 }, (_, i) => `w${i} `.repeat(6)).join("");
    const onProgress = (p: {
      done: number;
      total: number;
      underWay?: { living: number; trajectory: number };
    }) =>
      seen.push({ share: p.done / p.total, living: p.underWay?.living, trajectory: p.underWay?.trajectory });
    await forgetUntilOne(countTokens(words), { trajectories: 5, seed: 1 }, { onProgress });
    expect(seen.at(-1)).toEqual({ share: 1, living: 1, trajectory: 4 });
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    for (const { share, living, trajectory } of seen.slice(0, -1)) {
      const fallen = 1 - Math.log(living ?? 0) / Math.log(3000);
      // A trajectory that has ended counts as whole, one under way by its words; by its generations when those are more.
      const counted = share * 5 - (trajectory ?? 0);
      expect(counted).toBeGreaterThanOrEqual(Math.min(0.99, fallen) - 1e-6);
      expect(counted).toBeLessThanOrEqual(1 + 1e-6);
    }
  });

  it("refuses what it cannot run", async () => {
    const refused = async (options: object) => {
      try {
        await forgetUntilOne(corpus, options);
      } catch (error) {
        return (error as Error).message;
      }
      return undefined;
    };
    expect(await refused({ samples: 35_791_395 })).toBe(
      "invalid samples: 35791395 (at most 35791394 until one word is left)",
    );
    expect(await refused({ samples: 0 })).toBe("invalid samples: 0 (an integer from 1 to 2^53-1)");
    expect(await refused({ trajectories: 0 })).toBe("invalid trajectories: 0 (an integer from 1 to 2^53-1)");
  });
});

it("is drawn on logarithmic axes, with the exact mean and the 2n/k law", async () => {
  for (const [words, trajectories] of [
    [text, 30],
    [text, 1],
    ["one word", 3],
    ["call call", 2],
  ] as const) {
    const report = await forgetUntilOne(countTokens(words), { trajectories, seed: 2 });
    const figure = untilOneFigure(report);
    expect([figure.x.scale, figure.y.scale]).toEqual(["log", "log"]);
    const [svg, ...others] = await figureFiles(figure);
    expect(String(svg.content)).toContain("2n / (generation + 2)");
    expect(String(svg.content)).toContain("exact mean");
    expect(String(svg.content)).toContain(
      trajectories === 1 ? "1 single run" : `${Math.min(10, trajectories)} single runs`,
    );
    for (const { content } of [svg, ...others]) expect(String(content)).not.toMatch(/NaN|Infinity/);
  }
});
