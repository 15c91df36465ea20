// The flags of models and their help are those of the models' own descriptions.
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { kebab, modelFlagsOf, modelNeeds } from "../../src/cli/model-help.ts";
import { theoryModels } from "../../src/cli/options.ts";
import { addRun } from "../../src/cli/run.ts";
import { sheetOf } from "../../src/cli/theory/sheets.ts";
import { describeModels, type ModelDescription } from "../../src/index.ts";
import { message } from "../message.ts";

const number = { kind: "number", required: false } as const;
const choice = { name: "how", description: "how it is done", kind: "choice", required: false } as const;
const observed = { observables: [], recorded: [] };
const trial = [
  {
    ...{ name: "bernoulli", ...observed },
    options: [
      { ...number, name: "firstMean", description: "mean", default: 0 },
      { ...choice, choices: ["a", "b"], default: "a" },
    ],
  },
  {
    ...{ name: "poisson", ...observed },
    options: [
      { ...number, name: "firstMean", description: "mean", default: 1 },
      { ...choice, choices: ["a", "b", "c"], default: "a" },
      { ...number, name: "share", description: "a share", required: true, minimum: 0, maximum: 1 },
    ],
  },
  {
    ...{ name: "gaussian", oneOf: ["list", "unseen"], ...observed },
    options: [
      { ...number, name: "firstMean", description: "height", minimum: -1e100, maximum: 1e100 },
      { ...choice, choices: ["a"], default: "a" },
      { name: "list", description: "a list", kind: "list", required: false },
      { name: "unseen", description: "another", kind: "list", required: true },
    ],
  },
] satisfies ModelDescription[];

describe("the flags of models", () => {
  const flags = modelFlagsOf(trial, ["list"]);

  it("say once what models agree on", () => {
    expect(flags.map(({ name, help }) => [kebab(name), help])).toEqual([
      ["first-mean", "mean (default: 0); poisson (default: 1); gaussian: height"],
      ["how", "how it is done: a or b (default: a); poisson: a, b or c (default: a); gaussian: only a"],
      ["share", "poisson: a share, from 0 to 1"],
      ["list", "gaussian: a list"],
    ]);
  });

  it("tell what a model cannot do without", () => {
    const needs = "  bernoulli  \n  poisson    --share\n  gaussian   one of --list, --unseen";
    expect(modelNeeds(trial, flags)).toBe(needs);
  });
});

describe("lethe help run", () => {
  const program = new Command();
  addRun(program, () => Promise.resolve());
  const [run] = program.commands;
  const help = run.helpInformation();

  it("has every option of every model, except for a text's", () => {
    const names = describeModels().flatMap(({ options }) => options.map(({ name }) => name));
    const missing = names.filter((name) => !help.includes(`  --${kebab(name)} <`));
    expect(missing).toEqual(["tokens", "words", "ends", "types"]);
  });

  it("has every word that there is to choose from, and is 80 columns wide", () => {
    const words = describeModels().flatMap(({ options }) => options.flatMap(({ choices }) => choices ?? []));
    expect(words).toContain("binomial-splitting");
    expect(words.filter((word) => !help.includes(word))).toEqual([]);
    expect(help.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});

it("lethe help theory names the models that theory takes", () => {
  const names = theoryModels.map(({ name }) => name).join(", ");
  expect(message(() => sheetOf("?", {}))).toBe(`unknown model: "?" (one of ${names}, forgetting)`);
});
