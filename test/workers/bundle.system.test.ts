// Applications in one file, made for Node by bundlers, beside a worker.js of their own: lethe's threads run lethe's code.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import * as rolldown from "rolldown";
import * as rollup from "rollup";
import { afterAll, describe, expect, it } from "vitest";
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
