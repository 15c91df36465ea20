import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { difference } from "../../scripts/release/pack.mjs";
import { TIERS } from "../../scripts/release/tiers.mjs";
import { root } from "../package/install.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-release-"));
afterAll(() => rmSync(folder, { recursive: true }));

const release = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/release.mjs", ...args], {
    cwd: root,
  });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
};

it("a release runs every script that tests", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tests = Object.keys(scripts).filter((name) => /^(check|verify|test(:.*)?)$/.test(name));
  const run = Object.values(TIERS)
    .flat()
    .map((line) => line.replace(/^npm (run )?/, ""));
  expect(tests.filter((name) => !run.includes(name))).toEqual([]);
});

describe("its options", () => {
  it("name steps that there are", () => {
    const { status, stderr } = release("--dry-run", "--only", "facts,fact");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^invalid --only: "fact" \(of facts, pack, newcomer, check, .*\)\n$/);
  });

  it("do not let a release be cut", () => {
    expect(release("--only", "facts")).toMatchObject({ status: 2, stdout: "" });
  });

  it("let a dry run say what is left to do", () => {
    const { status, stdout, stderr } = release("--dry-run", "--only", "facts");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^facts +ok /m);
  });
});

it("two tarballs that differ are told apart by their files", () => {
  const tarballs = ["one", "two"].map((text) => {
    const package_ = join(folder, text, "package");
    mkdirSync(package_, { recursive: true });
    writeFileSync(join(package_, "same.js"), "same");
    writeFileSync(join(package_, "other.js"), text);
    const tarball = join(folder, `${text}.tgz`);
    execFileSync("tar", ["-czf", tarball, "-C", join(folder, text), "package"]);
    return tarball;
  });
  expect(difference(...tarballs)).toBe("Files 0/other.js and 1/other.js differ");
  expect(difference(tarballs[0], tarballs[0])).toBe("");
});
