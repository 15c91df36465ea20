// The recipes, followed in an empty folder, one after the other.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(join(root, "docs/recipes.md"), "utf8");
const recipes = Object.fromEntries(
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf("\n")), [...part.matchAll(/```(\w+)\n(.*?)```/gs)]]),
);
const folder = mkdtempSync(join(tmpdir(), "lethe-recipes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...process.env, PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter) };
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const runs = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

const code = (recipe: string, language: string): string[] =>
  recipes[recipe].filter(([, kind]) => kind === language).map(([, , block]) => block);

describe("docs/recipes.md", () => {
  it("a seed for a paper", () => {
    const [block] = code("A seed for a paper", "sh");
    expect(run("sh", "-ec", block)).toContain("@software{lethe");
    const { experiment } = JSON.parse(readFileSync(join(folder, "table-2-n-10.json"), "utf8"));
    expect(experiment.seed).toBe("Table 2, n = 10");
  });

  it("tokens of a BPE model", ({ skip }) => {
    if (!runs("python3", "-c", "import numpy")) skip("no python3 with numpy here");
    const recipe = "Tokens of a BPE model";
    run("python3", "-c", code(recipe, "python")[0]);
    const said = run("sh", "-ec", code(recipe, "sh")[0]);
    expect(said).toMatch(/^tokens\.bin\n100,000 tokens, .* types \(ids, u16\)$/m);
    expect(readFileSync(join(folder, "results/words.csv"), "utf8")).toMatch(/^1,\d+,/m);
  });

  it("Python", ({ skip }) => {
    if (!runs("python3", "--version")) skip("no python3 here");
    const printed = run("python3", "-c", code("Python", "python")[0]);
    const [, measured, error, exact] = /^([\d.]+) \+- ([\d.]+) by theory ([\d.]+)\n$/.exec(printed) ?? [];
    // Five standard errors of a fixed seed: α < 10^-6.
    expect(Math.abs(Number(measured) - Number(exact))).toBeLessThan(5 * Number(error));
  });

  it("R", ({ skip }) => {
    if (!runs("Rscript", "-e", "library(jsonlite)")) skip("no Rscript with jsonlite here");
    writeFileSync(join(folder, "recipe.R"), code("R", "r")[0]);
    expect(run("Rscript", "recipe.R")).toMatch(/generation +alive\n1 +0 1\.0/);
  });

  it("an experiment in a file", () => {
    const [experiment] = code("An experiment in a file", "json");
    writeFileSync(join(folder, "experiment.json"), experiment);
    const { generations } = JSON.parse(run("lethe", "run", "experiment.json", "--json"));
    expect(generations.at(-1)).toBe(20);
  });
});
