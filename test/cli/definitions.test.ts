import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { runSchema } from "../../src/simulate/run-schema.ts";
import { lethe } from "./lethe.ts";

const args = [
  "run",
  "gaussian",
  "--samples",
  "20",
  "--generations",
  "6",
  "--trajectories",
  "40",
  "--seed",
  "1",
];

describe("--definitions", () => {
  it("prints eight verdicts and their criteria, no line wider than a terminal", async () => {
    const { stdout } = await lethe([...args, "--definitions"]);
    const text = stdout.slice(stdout.indexOf("does it collapse?"));
    const lines = text.split("\n");
    for (let n = 1; n <= 8; ++n) {
      expect(lines.some((line) => line.startsWith(`${n} `))).toBe(true);
      expect(lines.some((line) => line.startsWith(`${n}. `))).toBe(true);
    }
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).toMatch(/^6 entangled modes +not for this model$/m);
  });

  it("is a member of the document, beside which no number changes", async () => {
    const [with_, without] = await Promise.all(
      [["--definitions"], []].map(async (more) =>
        JSON.parse((await lethe([...args, ...more, "--json"])).stdout),
      ),
    );
    expect(v.parse(runSchema, with_).definitions).toHaveLength(8);
    expect(without).not.toHaveProperty("definitions");
    expect(with_.observables).toMatchObject(without.observables);
    expect(with_.experiment.observables).toEqual(["mean", "std", "klForward", "variance", "hallucinated"]);
  });
});
