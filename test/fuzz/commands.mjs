// Learns from the help of the program what commands and options there are.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

const helpOf = (...args) =>
  spawnSync(process.execPath, [program, ...args, "--help"], { encoding: "utf8" }).stdout;

/** `{ name, flags }` of all commands; a flag is `{ name, takes, ofModel }`. */
export function commands() {
  const list = /^Commands:\n((?: {2}.*\n)*)/m.exec(helpOf())?.[1] ?? "";
  const names = Array.from(list.matchAll(/^ {2}(\w+)/gm), ([, name]) => name);
  return names.filter((name) => name !== "help").map((name) => ({ name, flags: flagsOf(helpOf(name)) }));
}

function flagsOf(help) {
  const sections = help.split(/^(\w[\w ]*):$/m);
  return sections.flatMap((section, i) =>
    Array.from(section.matchAll(/^ {2}(?:-\w, )?--([\w-]+)(?: <(\w+)>)?/gm), ([, name, takes]) => ({
      name,
      takes,
      ofModel: sections[i - 1] === "Model",
    })),
  );
}
