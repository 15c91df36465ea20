import { describe, expect, it } from "vitest";
import { categorical, follow, gaussian, simulate } from "../../src/index.ts";
import { message } from "../message.ts";

const counts = Array.from({ length: 300 }, (_, i) => (i % 7 === 3 ? 0 : Math.ceil(900 / (i + 1))));

describe("follow()", () => {
  it.each(["multinomial", "poisson"] as const)("goes where simulate() goes, %s", async (sampling) => {
    const model = categorical({ counts, sampling });
    const run = await simulate({ model, generations: 40, trajectories: 3, seed: 9 });
    const unique = run.observable("unique").trajectory(2);
    const heterozygosity = run.observable("heterozygosity").trajectory(2);
    const life = follow(model, { seed: 9, trajectory: 2 });
    expect([...life.counts()]).toEqual(counts);
    for (const step of [1, 4, 35]) {
      life.advance(step);
      const now = life.counts();
      const total = now.reduce((sum, count) => sum + count, 0);
      if (sampling === "multinomial") expect(total).toBe(model.samples);
      expect(life.unique).toBe(unique[life.generation]);
      expect(now.filter((count) => count > 0).length).toBe(life.unique);
      const left = now.reduce((rest, count) => rest - (count / total) ** 2, 1);
      expect(left).toBeCloseTo(heterozygosity[life.generation], 12);
    }
    expect(life.generation).toBe(40);
  });

  it("fills an array that it is given", () => {
    const life = follow(categorical({ counts: [3, 0, 2] }), { seed: "a" });
    const out = new Float64Array(3);
    expect(life.counts(out)).toBe(out);
    expect([...out]).toEqual([3, 0, 2]);
  });

  it("says what is wrong", () => {
    const model = categorical({ counts: [3, 2] });
    const life = follow(model, { seed: 1 });
    expect(message(() => follow(gaussian({ samples: 9 }) as never, { seed: 1 }))).toBe(
      'invalid model.name: "gaussian" (categorical)',
    );
    expect(message(() => follow(model, {} as never))).toMatch(/^invalid seed: missing/);
    expect(message(() => follow(model, { seed: 1, trajectory: -1 }))).toMatch(/^invalid trajectory: -1/);
    expect(message(() => life.advance(0))).toBe("invalid generations: 0 (an integer from 1 to 1000000)");
    expect(message(() => life.counts(new Float64Array(3)))).toMatch(/\(a Float64Array of 2 numbers\)$/);
  });
});
