import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lethe } from "../cli/process.ts";

const text = readFileSync(new URL("../../docs/real-data.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/```sh\n(lethe [^\n]*)\n```\n\n```text\n(.*?)```/gs)];

it("docs/real-data.md has two examples", () => {
  expect(examples).toHaveLength(2);
});

it.each(examples.map(([, command, output]) => [command, output]))(
  "docs/real-data.md prints what %s prints",
  async (command, output) => {
    const { code, stdout } = await lethe([...command.split(" ").slice(1), "--quiet"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: output });
  },
);
