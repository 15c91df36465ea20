import { expect, it } from "vitest";
import { forget } from "../../src/forget/forget.ts";
import { looks } from "../../src/plot/figure.ts";
import { figureFiles, forgetFigures } from "../../src/plot/index.ts";
import { countTokens } from "../../src/text/count.ts";

const text = Array.from({ length: 40 }, (_, i) => `w${i} `.repeat(i % 7 === 0 ? 12 : (i % 5) + 1)).join("");

it("draws the vocabulary and the lifetimes of a corpus", async () => {
  const report = await forget(countTokens(text), { generations: 60, trajectories: 5, seed: 1 });
  const figures = forgetFigures(report);
  expect(figures.map(({ name }) => name)).toEqual(["vocabulary-left", "time-to-forget"]);
  const files = (await Promise.all(figures.map(figureFiles))).flat();
  expect(files).toHaveLength(6);
  expect(String(files[0].content)).toContain("Corollary 1 (lower)");
  expect(String(files[3].content)).toContain("exact law, median");
  for (const { content } of files) expect(String(content)).not.toContain("NaN");
});

it("says of one trajectory that the corollary bounds the average", async () => {
  const report = await forget(countTokens(text), { generations: 20, trajectories: 1, seed: 1 });
  const [vocabulary] = forgetFigures(report);
  const labels = looks(vocabulary.parts).map(({ label }) => label);
  expect(labels).toEqual([
    "Corollary 1, on average (upper)",
    "Corollary 1, on average (lower)",
    "one trajectory",
  ]);
});

it("draws a corpus of a single word, of which nothing is forgotten", async () => {
  const report = await forget(countTokens("call call call"), { generations: 5, trajectories: 2, seed: 1 });
  for (const figure of forgetFigures(report)) {
    const [svg] = await figureFiles(figure);
    expect(String(svg.content)).toContain("<svg");
    expect(String(svg.content)).not.toMatch(/NaN|Infinity/);
  }
});
