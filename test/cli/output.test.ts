import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Output } from "../../src/cli/output.ts";
import { temporary } from "../../src/cli/temporary.ts";

const LIST = "lethe-files.sha256";
let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "lethe-out-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

/** Writes files as one run does, each holding its own name. */
function run(...names: string[]): void {
  new Output(out).write(names.map((name) => ({ name, content: name })));
}
const put = (name: string, content = "of the user") => writeFileSync(join(out, name), content);
const names = () =>
  readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => name !== LIST)
    .sort();

describe("a directory of results", () => {
  it("lists its files as sha256sum does", () => {
    run("a.csv", "data/b.csv");
    const lines = readFileSync(join(out, LIST), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => line.slice(64))).toEqual(["  a.csv", "  data/b.csv"]);
    const sha256 = (name: string) =>
      createHash("sha256")
        .update(readFileSync(join(out, name)))
        .digest("hex");
    expect(lines.map((line) => line.slice(0, 64))).toEqual(["a.csv", "data/b.csv"].map(sha256));
  });

  it("holds nothing of an earlier run beside the new", () => {
    run("a.csv", "data/b.csv", "data/c.csv");
    run("a.csv", "data/c.csv", "d.csv");
    expect(names()).toEqual(["a.csv", "d.csv", "data", "data/c.csv"]);
    run("d.csv");
    expect(names()).toEqual(["d.csv", "data"]);
  });

  it("keeps what lethe did not write, and what was changed since", () => {
    put("mine.csv");
    run("a.csv", "b.csv", "c.csv");
    put("a.csv");
    rmSync(join(out, "b.csv"));
    symlinkSync(join(out, "mine.csv"), join(out, "b.csv"));
    run("d.csv");
    expect(names()).toEqual(["a.csv", "b.csv", "d.csv", "mine.csv"]);
  });

  it("believes no list that leads elsewhere", () => {
    mkdirSync(join(out, "in"));
    put("mine.csv", "in/a.csv");
    const hash = (name: string) => {
      run(name);
      return readFileSync(join(out, LIST), "utf8").slice(0, 64);
    };
    const same = hash("in/a.csv");
    for (const name of ["../mine.csv", "x/../mine.csv", join(out, "mine.csv"), "./mine.csv"]) {
      writeFileSync(join(out, "in", LIST), `${same}  ${name}\n`);
      new Output(join(out, "in")).write([]);
      expect(existsSync(join(out, "mine.csv"))).toBe(true);
    }
  });

  it("does without a list that is none", () => {
    mkdirSync(join(out, LIST));
    const output = new Output(out);
    expect(() => output.write([{ name: "a.csv", content: "a" }])).toThrow(
      /^cannot write .*: a directory is in/,
    );
    expect(names()).toEqual([]);
  });

  it("keeps the files of a run that ended half-way in its list", () => {
    run("a.csv");
    const broken = function* () {
      yield { name: "b.csv", content: "b" };
      throw new Error("the end");
    };
    expect(() => new Output(out).write(broken())).toThrow("the end");
    expect(names()).toEqual(["a.csv", "b.csv"]);
    run("c.csv");
    expect(names()).toEqual(["c.csv"]);
  });
});

describe("files that a killed process left half-written", () => {
  // No system numbers so many processes.
  const dead = 2 ** 30;
  const host = hostname().replaceAll(/[^A-Za-z0-9-]/g, "-");
  const of = (who: string, pid: number) => `a.csv.lethe-${who}-${pid}.tmp`;

  it("are gone after the next run, below too", () => {
    mkdirSync(join(out, "data"));
    put(of(host, dead));
    put(`data/${of(host, dead)}`);
    run("a.csv");
    expect(names()).toEqual(["a.csv", "data"]);
  });

  it("are told from those of a process that lives, and from other files", () => {
    const others = [of(host, process.ppid), of("elsewhere", dead), "a.csv.7.tmp", "b.tmp"];
    for (const name of others) put(name);
    run();
    expect(names()).toEqual(others.toSorted());
  });

  it("go when they are old, whoever's they were", () => {
    put(of("elsewhere", 1));
    utimesSync(join(out, of("elsewhere", 1)), 0, 0);
    run();
    expect(names()).toEqual([]);
  });

  it("take no one's link for their own", () => {
    put("mine.csv");
    const output = new Output(out);
    symlinkSync(join(out, "mine.csv"), temporary(join(out, "a.csv")));
    expect(() => output.write([{ name: "a.csv", content: "a" }])).toThrow(
      /^cannot write .*: a file is in the way/,
    );
    expect(readFileSync(join(out, "mine.csv"), "utf8")).toBe("of the user");
  });
});
