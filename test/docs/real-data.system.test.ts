import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lethe } from "../cli/process.ts";

it("docs/real-data.md prints what it claims", async () => {
  const text = readFileSync(new URL("../../docs/real-data.md", import.meta.url), "utf8");
  const [, command = "", output] = text.match(/```sh\n(lethe .*)\n```\n\n```text\n(.*?)```/s) ?? [];
  const { code, stdout } = await lethe([...command.split(" ").slice(1), "--quiet"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: output });
});
