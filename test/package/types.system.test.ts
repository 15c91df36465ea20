// The declarations that npm would ship, as compilers of several years read them: whole, with nothing skipped.
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { install, root } from "./install.ts";

let project: string;
let tarball: string;
beforeAll(() => {
  ({ project, tarball } = install());
  writeFileSync(join(project, "consumer.ts"), CONSUMER);
  writeFileSync(join(project, "page.ts"), PAGE);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const CONSUMER = `
import { forget, gaussian, Generator, InputError, moduleModel, simulate, sweep, theory, type Run } from "lethe";
import { Generator as InPage } from "lethe/browser";
import { drawSvg, plot } from "lethe/plot";
import { generatorWith, normal, poisson, type GeneratorState } from "lethe/random";

const model = gaussian({ samples: 3 });
export const run: Promise<Run> = simulate({ model, generations: 9, trajectories: 2, survival: ["std>0.1", "kl>1"] });
export const other = simulate({ model: moduleModel("file:///coin.mjs"), generations: 1, trajectories: 1 });
export const filled: Float32Array = new Generator("seed").normal(0, 1, new Float32Array(3));
export const picked: string = new InPage().choice(["a", "b"]);
export const spawned: Generator = new Generator(1).spawn(2)[0];
const Few = generatorWith({ normal, poisson });
const state: GeneratorState = new Few(42).toJSON();
export const counts: Uint16Array = Few.from(state).poisson(3, new Uint16Array(4));
export const svg = drawSvg(plot({ a: [1], b: [2] }, { x: "a", y: "b" }));
export const functions = [forget, sweep, theory.extinctionRate, InputError] as const;
// @ts-expect-error: samples is missing
gaussian({});
// @ts-expect-error: a Gaussian has no such observable
simulate({ model, generations: 1, trajectories: 1, survival: ["unique>1"] });
// @ts-expect-error: no such law was taken
new Few(1).uniform();
`;

const PAGE = `
import { gaussian, moduleModel, simulate } from "lethe";
const { signal } = new AbortController();
export const run = simulate({ model: gaussian({ samples: 3 }), generations: 1, trajectories: 1 }, { signal });
export const model = moduleModel(new URL("https://example.org/coin.mjs"));
`;

const MODES = {
  node10: ["--module", "commonjs", "--moduleResolution", "node10"],
  nodenext: ["--module", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};

/** By version; the one of 2026 knows node10 no more. */
const COMPILERS: [folder: string, modes: (keyof typeof MODES)[]][] = [
  ["typescript-5.0", ["node10", "nodenext", "bundler"]],
  ["typescript-5.4", ["node10", "nodenext", "bundler"]],
  ["typescript-5.9", ["node10", "nodenext", "bundler"]],
  ["typescript", ["nodenext", "bundler"]],
];

/** What a compiler complains of. */
async function complaints(folder: string, ...options: string[]): Promise<string> {
  const tsc = join(root, "node_modules", folder, "bin/tsc");
  const all = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", ...options];
  try {
    return (await promisify(execFile)(process.execPath, [tsc, ...all], { cwd: project })).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe.each(COMPILERS)("%s", (folder, modes) => {
  it.each(modes)("takes the declarations whole, as %s, with types of browsers and without", async (mode) => {
    const alone = ["--skipLibCheck", "false", "--lib", "es2022"];
    expect(await complaints(folder, ...MODES[mode], ...alone, "consumer.ts")).toBe("");
    expect(await complaints(folder, ...MODES[mode], "--lib", "es2022,dom", "consumer.ts", "page.ts")).toBe(
      "",
    );
  });

  it("notices what is wrong", async () => {
    writeFileSync(join(project, "wrong.ts"), 'import { simulate } from "lethe";\nsimulate(3);\n');
    expect(await complaints(folder, ...MODES.bundler, "--lib", "es2022", "wrong.ts")).toMatch(/TS2345/);
  });
});

describe("the package, as its checkers see it", () => {
  const check = (name: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(root, "node_modules", name), tarball, ...args], {
      cwd: project,
      encoding: "utf8",
    });

  it("publint finds nothing", () => {
    expect(check("publint/src/cli.js", "--strict")).toContain("All good!");
  });

  it("are the types wrong? They are not: it is an ES module, which CommonJS requires from Node 20.19 on", () => {
    const told = JSON.parse(
      check(
        "@arethetypeswrong/cli/dist/index.js",
        "--format",
        "json",
        "--ignore-rules",
        "cjs-resolves-to-esm",
      ),
    );
    const kinds = Object.keys(told.problems).filter((kind) => kind !== "CJSResolvesToESM");
    expect(kinds).toEqual([]);
    expect(Object.keys(told.analysis.entrypoints)).toEqual(
      expect.arrayContaining([".", "./browser", "./random", "./plot"]),
    );
  });

  it("can be required", () => {
    const program = 'console.log(new (require("lethe").Generator)(42).uniform())';
    expect(execFileSync(process.execPath, ["-e", program], { cwd: project, encoding: "utf8" })).toBe(
      "0.5681029781005584\n",
    );
  });

  it("has declarations of its public names alone, without what travels inside the code", () => {
    const list = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).split("\n");
    const declarations = list.filter((file) => file.endsWith(".d.ts"));
    expect(declarations.every((file) => file.startsWith("package/dist/types/"))).toBe(true);
    const text = declarations.map((file) => readFileSync(join(root, file.replace("package/", "")), "utf8"));
    expect(text.join("").match(/[A-Za-z0-9+/]{200,}/)).toBeNull();
    expect(text.join("")).not.toMatch(/from ['"](?!\.)/);
  });
});
