// Applications in one file, made for Node by bundlers, beside a worker.js of their own: lethe's threads run lethe's code.
import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import * as rolldown from "rolldown";
import * as rollup from "rollup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { library } from "../built.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const input = join(folder, "in.mjs");
// No await at the top: Rollup puts what is imported later behind it, where it cannot be reached in time.
writeFileSync(
  input,
  `import { gaussian, simulate } from ${JSON.stringify(library)};
  const model = gaussian({ samples: 1000, method: "samples" });
  const experiment = { model, generations: 200, trajectories: 200, seed: 1 };
  Promise.all([simulate(experiment), simulate(experiment, { workers: 2 })]).then(([alone, shared]) => {
    console.log(JSON.stringify(alone) === JSON.stringify(shared), shared.provenance.workers > 0);
  });`,
);
for (const name of ["worker.js", "worker.mjs", "web.js", "node.js"]) {
  writeFileSync(join(folder, name), `console.log("the application's own ${name} ran");`);
}

/** Each writes one file. */
const bundlers: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  "esbuild, as a module": (outfile) =>
    esbuild.build({ entryPoints: [input], outfile, bundle: true, platform: "node", format: "esm" }),
  "esbuild, as CommonJS": (outfile) =>
    esbuild.build({ entryPoints: [input], outfile, bundle: true, platform: "node", format: "cjs" }),
  Rollup: async (file) => {
    const build = await rollup.rollup({ input, external: /^node:/, plugins: [nodeResolve()] });
    await build.write({ file, format: "esm", inlineDynamicImports: true });
  },
  Rolldown: async (file) => {
    const build = await rolldown.rolldown({ input, platform: "node" });
    await build.write({ file, format: "esm", codeSplitting: false });
  },
};

describe("an application in one file", () => {
  it.concurrent.each(Object.entries(bundlers))("made by %s", async (name, bundle) => {
    const file = join(folder, `${name}.${name.includes("CommonJS") ? "cjs" : "mjs"}`);
    await bundle(file);
    // A warning would be on stderr.
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { timeout: 60_000 });
    expect(stdout + stderr).toBe("true true\n");
  });
});

describe("an application in several files, of which some were left behind when it was moved", () => {
  const whole = join(folder, "whole");
  const main = join(whole, "main.mjs");
  const script = `import { gaussian, simulate } from ${JSON.stringify(library)};
    const model = gaussian({ samples: 1000, method: "samples" });
    const experiment = { model, generations: 400, trajectories: 1000, seed: 1 };
    simulate(experiment, { workers: 2 }).then(
      (run) => console.log(run.provenance.workers, run.observable("std").mean[400]),
      (error) => console.log(error.code),
    );`;

  beforeAll(() =>
    esbuild.build({
      ...{ stdin: { contents: script, resolveDir: folder, sourcefile: "main.mjs" }, outdir: whole },
      ...{ bundle: true, splitting: true, platform: "node", format: "esm" },
      ...{ entryNames: "main", outExtension: { ".js": ".mjs" } },
    }),
  );

  const moved = (without: string) => {
    const there = join(folder, `without-${without}`);
    mkdirSync(there);
    const files = readdirSync(whole).filter((file) => !file.startsWith(`${without}-`));
    expect(files.length).toBe(readdirSync(whole).length - 1);
    for (const file of files) copyFileSync(join(whole, file), join(there, file));
    return promisify(execFile)(process.execPath, [join(there, "main.mjs")], { timeout: 60_000 });
  };

  it("has one thread where those are missing, the same numbers, and one warning", async () => {
    const all = await promisify(execFile)(process.execPath, [main], { timeout: 60_000 });
    const few = await moved("node");
    expect(all.stderr).toBe("");
    expect(all.stdout).toMatch(/^2 0\.\d+\n$/);
    expect(few.stdout).toBe(all.stdout.replace("2", "1"));
    const warning =
      /^\(node:\d+\) LetheWarning: fewer workers take part .*\(Cannot find module .*\)\n\(Use .*\)\n$/;
    expect(few.stderr).toMatch(warning);
  });

  it("says which file it misses, to who called it, where that is theory", async () => {
    expect(await moved("laws")).toEqual({ stdout: "ERR_MODULE_NOT_FOUND\n", stderr: "" });
  });
});

describe("a worker that is one file, as Vite 5 to 7 make it with Rollup", () => {
  const make = async (file: string) => {
    const build = await rollup.rollup({ input: file, plugins: [nodeResolve({ browser: true })] });
    return (await build.generate({ format: "iife", name: "lethe" })).output;
  };
  const page = readFileSync(new URL("../../docs/hosts.md", import.meta.url), "utf8").replaceAll("\n", " ");

  it("is not made of what is loaded later, and ends with what docs/hosts.md says", async () => {
    const { message } = await make(library).then(
      () => new Error("it was made"),
      (error: Error) => error,
    );
    const said = /UMD and IIFE output formats are not supported for code-splitting builds/.exec(message)?.[0];
    expect(said).toBeDefined();
    expect(page).toContain(said);
  });

  it("is made of lethe/browser", async () => {
    expect(await make(join(library, "../lethe.browser.js"))).toHaveLength(1);
  });
});
