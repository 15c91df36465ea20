import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { lethe } from "./lethe.ts";

describe("help", () => {
  it.each([
    [[]],
    [["--help"]],
    [["help", "run"]],
    [["run", "--help"]],
    [["theory", "--help"]],
    [["forget", "--help"]],
    [["reproduce", "--help"]],
    [["playground", "--help"]],
  ])("%j goes to stdout, with examples", async (args) => {
    const { code, stdout, stderr } = await lethe(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: lethe/);
    expect(stdout).toContain("\nExamples:\n  lethe ");
  });

  it("has the version", async () => {
    expect(await lethe(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

const run = "run bernoulli --p 0.5 --samples 3 --generations 2 --trajectories 2".split(" ");

it("--quiet says nothing on stderr, of this command line alone", async () => {
  const [quiet, usual] = await Promise.all([lethe([...run, "--quiet"]), lethe(run)]);
  expect(quiet).toMatchObject({ code: 0, stderr: "" });
  expect(usual.stderr).toMatch(/^seed \d+ · lethe /);
});

it("options given to one command line are not those of the next", async () => {
  const seeded = [...run, "--survival", "p!=0", "--seed", "1", "--json"];
  const first = await lethe(seeded);
  expect(JSON.parse(first.stdout).experiment).toMatchObject({ seed: 1, survival: ["p!=0"] });
  expect(await lethe(seeded)).toEqual(first);
  expect(JSON.parse((await lethe([...run, "--json"])).stdout).experiment.survival).not.toContain("p!=0");
});
