import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./install.ts";

const bare = mkdtempSync(join(tmpdir(), "lethe-bare-"));
afterAll(() => rmSync(bare, { recursive: true, force: true }));
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("the build, without what it builds with", () => {
  cpSync(join(root, "scripts"), join(bare, "scripts"), { recursive: true });
  const build = (omit: string) => {
    const env = { ...process.env, npm_config_omit: omit };
    const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: bare, env });
    return { status, stderr: stderr.toString() };
  };
  const stderr = "lethe: development dependencies are not installed, so nothing is built\n";

  it("says so, and lets `npm ci --omit=dev` go on", () => {
    expect(build("dev")).toEqual({ status: 0, stderr });
  });

  it("fails where it was to build", () => {
    expect(build("")).toEqual({ status: 1, stderr });
  });

  it("leaves what was built before", () => {
    mkdirSync(join(bare, "dist"));
    writeFileSync(join(bare, "dist/index.js"), "");
    expect(build("").status).toBe(0);
    expect(existsSync(join(bare, "dist/index.js"))).toBe(true);
  });
});

describe("the licences of what is bundled", () => {
  const licence = (name: string, file = "LICENSE") => read(`node_modules/${name}/${file}`).trim();

  it("are beside the bundles", () => {
    const all = read("dist/THIRD-PARTY-NOTICES.txt");
    for (const text of [licence("valibot", "LICENSE.md"), licence("assemblyscript")])
      expect(all).toContain(text);
    for (const name of ["valibot", "@assemblyscript/loader", "assemblyscript"])
      expect(all).toContain(`\n${name} `);
  });

  it("are beside the playground", () => {
    const all = read("dist/playground/THIRD-PARTY-NOTICES.txt");
    for (const text of [licence("valibot", "LICENSE.md"), licence("uplot")]) expect(all).toContain(text);
  });

  it("are named in the module for pages and in the code of workers", () => {
    expect(read("dist/lethe.browser.js")).toMatch(
      /^\/\*! Contains @assemblyscript\/loader .*, valibot .*MIT/,
    );
    expect(read("dist/workers/source.js")).toMatch(/"\/\*! Contains @assemblyscript\/loader .*Apache-2\.0/);
  });
});

describe("the workflow", () => {
  it("runs actions by their commits, which nobody can move", () => {
    const used = [...read(".github/workflows/ci.yml").matchAll(/uses: (.*)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
  });
});
