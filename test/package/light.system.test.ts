// The package as `npm i --omit=optional` leaves it: all but pictures, and light.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { install, needed, root } from "./install.ts";

let project: string;
beforeAll(() => {
  ({ project } = install("optional"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const lethe = (...args: string[]) => {
  const main = join(project, "node_modules/lethe/dist/cli/main.js");
  return spawnSync(process.execPath, [main, ...args], { cwd: project, encoding: "utf8", maxBuffer: 2 ** 26 });
};

/** Bytes of all files below a folder. */
function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

describe("without optional packages", () => {
  it("are at most 12 packages and 12 MB", () => {
    const folders = ["lethe", ...needed()].map((name) => join(project, "node_modules", name));
    expect(folders.length).toBeLessThanOrEqual(12);
    expect(folders.map(sizeOf).reduce((a, b) => a + b)).toBeLessThan(12e6);
  });

  it("has the library, threads and the Generator", () => {
    writeFileSync(
      join(project, "a.js"),
      'import { countTokens, forget, gaussian, Generator, simulate } from "lethe";\n' +
        'import { Generator as Alone } from "lethe/random";\n' +
        'const model = gaussian({ samples: 1000, method: "samples" });\n' +
        "const experiment = { model, generations: 100, trajectories: 800, seed: 1 };\n" +
        "const [one, two] = [await simulate(experiment), await simulate(experiment, { workers: 2 })];\n" +
        'const report = await forget(countTokens("a rose is a rose"), { generations: 2, trajectories: 2, seed: 1 });\n' +
        "console.log(JSON.stringify(one) === JSON.stringify(two), report.types);\n" +
        "console.log(new Generator(42).uniform() === new Alone(42).uniform());",
    );
    const said = execFileSync(process.execPath, ["a.js"], { cwd: project, encoding: "utf8" });
    expect(said).toBe("true 3\ntrue\n");
  });

  it("runs commands, studies too", () => {
    const small = ["--generations", "1", "--trajectories", "2", "--seed", "1"];
    expect(JSON.parse(lethe("forget", "--json", ...small).stdout)).toMatchObject({ types: 16861 });
    const study = { model: { name: "gaussian", samples: [2, 3] }, generations: 5, trajectories: 4, seed: 1 };
    writeFileSync(join(project, "study.json"), JSON.stringify(study));
    const swept = lethe("sweep", "study.json", "--out", "swept");
    expect([swept.status, swept.stderr]).toEqual([0, expect.any(String)]);
  });

  it("says in one line what to install for pictures, before any work", () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const packages = Object.entries(optionalDependencies).map((one) => one.join("@"));
    const needs = `pictures need packages that are not installed: npm install ${packages.join(" ")}\n`;
    for (const command of ["reproduce", "forget"]) {
      const { status, stderr } = lethe(command, "--out", "pictures");
      expect([status, stderr]).toEqual([2, needs]);
    }
  });
});
