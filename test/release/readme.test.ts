// What a release runs of a README, on made-up ones and on ours.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeInputs } from "../../scripts/release/inputs.mjs";
import { commandsOf, filesIn, snippetsOf } from "../../scripts/release/readme.mjs";

const folder = mkdtempSync(join(tmpdir(), "lethe-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));
const shell = (...lines: string[]) => `Text.\n\n\`\`\`sh\n${lines.join("\n")}\n\`\`\`\n`;

describe("the commands of a README", () => {
  it("are those of lethe, once, without comments", () => {
    const text =
      shell("npm ci && npx lethe reproduce    # all of it", "npm cit    # tests") +
      shell("lethe run gaussian --survival 'std>0.1'  # a # b", "lethe reproduce");
    expect(commandsOf(text)).toEqual(["lethe reproduce", "lethe run gaussian --survival 'std>0.1'"]);
  });

  it("are not silently fewer than there are", () => {
    expect(() => commandsOf(shell("curl example.org", "lethe forget"))).toThrow(
      "no command of lethe or npm: curl example.org",
    );
  });

  it("name the files that a reader has", () => {
    const commands = [
      "lethe forget docs.jsonl.gz --out report",
      "lethe run a.json --counts t.csv",
      "lethe run a.json",
    ];
    expect(filesIn(commands)).toEqual(["a.json", "docs.jsonl.gz", "t.csv"]);
    expect(() => writeInputs(folder, ["a.json"], "")).toThrow("the README names a.json");
  });

  it("are found in ours, with what they read", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const commands = commandsOf(readme);
    for (const name of ["reproduce", "forget", "run", "theory", "playground"])
      expect(
        commands.some((line) => line.startsWith(`lethe ${name}`)),
        name,
      ).toBe(true);
    writeInputs(folder, filesIn(commands), readme);
    expect(readdirSync(folder).sort()).toEqual(filesIn(commands));
    expect(snippetsOf(readme)).toHaveLength(1);
  });
});

it("a snippet is what stands above its output", () => {
  const text = "```js\none\n```\n\n```text\n1\n```\n\n```js\ntwo\n```\n\nText.\n\n```text\n2\n```\n";
  expect(snippetsOf(text)).toEqual([{ code: "one\n", output: "1\n" }]);
});
