// The README does what it says: its snippets print what stands below them, and its links lead somewhere.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { linksOf } from "./links.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

describe("README", () => {
  const snippets = [...read("README.md").matchAll(/```js\n(.*?)```\n\n```text\n(.*?)```/gs)];

  it("has a snippet with its output", () => expect(snippets).toHaveLength(1));

  it.each(snippets.map(([, code, output]) => [code, output]))("prints what it claims", (code, output) => {
    expect(
      execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: root, encoding: "utf8" }),
    ).toBe(output);
  });
});

describe.each(pages)("%s", (page) => {
  it("links to files that exist", () => {
    for (const link of linksOf(read(page))) {
      expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
    }
  });

  it("names source files that exist", () => {
    for (const [, file] of read(page).matchAll(/`((?:assembly|src|test|bench|docs)\/[\w./-]+\.\w+)`/g)) {
      if (!/\/x\.(ts|md)|x\.test/.test(file)) expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  it("shows commands that the command line understands", () => {
    for (const [, command] of read(page).matchAll(/^`?(lethe (?:run|theory) (?!-)[^`\n#]+)/gm)) {
      // A reader's own files.
      if (/\.(json|txt|bin)\b/.test(command)) continue;
      const words = command.trim().replaceAll("'", "").split(/\s+/).slice(1);
      const quick = words.map((word, i) => (/--(trajectories)/.test(words[i - 1] ?? "") ? "20" : word));
      const output = execFileSync(process.execPath, [join(root, "dist/cli/main.js"), ...quick, "--quiet"], {
        encoding: "utf8",
      });
      expect(output.length, command).toBeGreaterThan(0);
    }
  });
});
