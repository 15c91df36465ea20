import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figureList } from "../../src/report/index.ts";
import { directory, lethe } from "./lethe.ts";

describe("lethe reproduce", () => {
  it("lists all figures and runs none", async () => {
    const { code, stdout, stderr } = await lethe(["reproduce", "--list"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.split(/ {2,}/))).toEqual(
      figureList().map(({ name, title }) => [name, title]),
    );
  });

  it("lists those of another paper", async () => {
    const { code, stdout } = await lethe(["reproduce", "--paper", "he-xu-cheng", "--list"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^he-xu-cheng-weight {2,}Gaussian/);
  });

  it("makes the figures asked for, by commas or one by one", async () => {
    const out = join(directory, "chosen");
    const only = ["--only", "zipf-1, zipf-2", "--only", "poisson-1"];
    const { code, stdout } = await lethe(["reproduce", ...only, "--quick", "--seed", "1", "--out", out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^poisson-1 .*\nzipf-1 .*\nzipf-2 .*\nreport: .*\n$/);
    expect(readdirSync(join(out, "data")).sort()).toEqual(["poisson-1.csv", "zipf-1.csv", "zipf-2.csv"]);
  });
});
