import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { optionsPage } from "../../scripts/options.mjs";
import { recordedGenerations } from "../../src/experiment/recording.ts";
import { describeModels } from "../../src/models/describe.ts";

const read = (page: string) => readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");

it("docs/options.md has the options that are checked: `node scripts/options.mjs` writes it again", () => {
  const page = optionsPage();
  expect(read("options.md")).toBe(page);
  for (const { name, options } of describeModels()) {
    const [, section] = page.split(`\n## ${name}\n`);
    for (const option of options) expect(section.split("\n## ")[0]).toContain(`\n| \`${option.name}\` | `);
  }
});

it("docs/theory.md and the docstring of `record` give the generations of log:3", () => {
  const kept = `${recordedGenerations("log:3", 100).join(", ")}, …`;
  expect(read("theory.md")).toContain(kept);
  const source = readFileSync(new URL("../../src/experiment/experiment.ts", import.meta.url), "utf8");
  expect(source).toContain(kept);
});
