// What npm would ship, installed into an empty project and used as a user would.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksOf } from "../docs/links.ts";
import { install, root } from "./install.ts";

let project: string;
let tarball: string;

beforeAll(() => {
  ({ project, tarball } = install());
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { maxBuffer: 2 ** 26, cwd: project, encoding: "utf8" });

describe("the packed tarball", () => {
  it("can be imported, and draws", () => {
    writeFileSync(
      join(project, "a.js"),
      'import { Generator } from "lethe"; console.log(new Generator(42).uniform());',
    );
    expect(node("a.js")).toBe("0.5681029781005584\n");
  });

  it("has the bundle for browsers, with the same draws", () => {
    writeFileSync(
      join(project, "d.js"),
      'import { Generator } from "lethe/browser"; console.log(new Generator(42).uniform());',
    );
    expect(node("d.js")).toBe("0.5681029781005584\n");
  });

  it("draws the picture of a study, as PDF too, whose package is inside", () => {
    writeFileSync(
      join(project, "e.js"),
      'import { drawPdf, plot } from "lethe/plot";\n' +
        'const picture = plot({ samples: [1, 2], median: [3, 4] }, { x: "samples", y: "median" });\n' +
        'console.log(Buffer.from(await drawPdf(picture)).toString("latin1").slice(0, 5));',
    );
    expect(node("e.js")).toBe("%PDF-\n");
  });

  it("runs in threads", () => {
    writeFileSync(
      join(project, "c.js"),
      'import { gaussian, simulate } from "lethe";\n' +
        'const model = gaussian({ samples: 1000, method: "samples" });\n' +
        "const experiment = { model, generations: 100, trajectories: 800, seed: 1 };\n" +
        "const [one, two] = [await simulate(experiment), await simulate(experiment, { workers: 2 })];\n" +
        "console.log(JSON.stringify(one) === JSON.stringify(two));",
    );
    expect(node("c.js")).toBe("true\n");
  });

  it("imports nothing but the schemas: the loader is inside", () => {
    const list = `
      import { readFileSync } from "node:fs";
      const seen = new Set();
      const follow = (file) => {
        for (const [, name] of readFileSync(file, "utf8").matchAll(/(?:from|import) "([^"]+)"/g)) {
          if (!name.startsWith(".")) { seen.add(name); continue; }
          const next = new URL(name, "file://" + file).pathname;
          if (!follow.done.has(next)) { follow.done.add(next); follow(next); }
        }
      };
      follow.done = new Set();
      follow(process.argv[1]);
      console.log([...seen].sort().join());`;
    const entry = join(project, "node_modules/lethe/dist/index.js");
    expect(node("--input-type=module", "-e", list, entry).trim()).toBe("valibot");
  });

  it("has types", () => {
    writeFileSync(
      join(project, "b.ts"),
      'import { simulate, gaussian, type Run } from "lethe";\n' +
        "export const run: Promise<Run> = simulate({ model: gaussian({ samples: 3 }), generations: 1, trajectories: 1 });\n" +
        "// @ts-expect-error: samples is missing\nexport const bad = gaussian({});\n" +
        'import { Generator } from "lethe/browser";\nexport const x: number = new Generator(1).uniform();\n',
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2023,dom",
    ];
    expect(node(tsc, ...options, "--skipLibCheck", "b.ts")).toBe("");
  });

  it("runs as a command, with its built-in corpus", () => {
    const args = ["forget", "--json", "--generations", "1", "--trajectories", "2", "--seed", "1"];
    const result = JSON.parse(node(join(project, "node_modules/lethe/dist/cli/main.js"), ...args));
    expect(result).toMatchObject({ tokens: 214620, types: 16861 });
  });

  it("has nothing to run when it is installed, of which npm would warn", () => {
    const { scripts } = JSON.parse(node("-p", 'JSON.stringify(require("lethe/package.json"))'));
    for (const name of ["preinstall", "install", "postinstall", "prepare"])
      expect(scripts).not.toHaveProperty(name);
  });

  it("holds no tests, sources or foreign texts", () => {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    expect(
      files.filter(
        (file) =>
          !/^package\/((dist|docs|examples)\/|bench\/(RESULTS\.md|results\.svg)$|(LICENSE|CITATION\.cff|package\.json)$|[A-Z]+\.md$)/.test(
            file,
          ),
      ),
    ).toEqual([]);
    for (const name of ["experiment", "run", "study"])
      expect(files).toContain(`package/dist/${name}.schema.json`);
    // Once, for the command line and the page.
    expect(files.filter((file) => file.includes("moby-dick"))).toEqual([
      "package/dist/playground/moby-dick.txt.gz",
    ]);
  });

  it("has what its pages link to and show", () => {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    const inside = new Set(
      files.flatMap((file) => file.split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/"))),
    );
    const pages = files.filter((file) => file.endsWith(".md"));
    expect(pages).toContain("package/docs/models/gaussian.md");
    const links = pages.flatMap((page) =>
      linksOf(readFileSync(join(root, page.replace("package/", "")), "utf8")).map((link) =>
        normalize(join(dirname(page), link)).replace(/\/$/, ""),
      ),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => !inside.has(link))).toEqual([]);
  });
});
