import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lineProcess } from "./lines.mjs";

const sources = fileURLToPath(new URL("../native/", import.meta.url));
const builds = fileURLToPath(new URL("../../.cache/bench/", import.meta.url));

/** What each build is compiled for. On other processors than x86, only `native` compiles. */
const BUILDS = { "C 128-bit": "-msse4.2", "C native": "-march=native" };
const OPTIONS = ["-O3", "-std=gnu11", "-fno-math-errno", "-fno-trapping-math"];

/** The C twins, compiled by the system's cc, each in a process of its own; none where there is no compiler. */
export function startNative() {
  const cc = spawnSync("cc", ["--version"], { encoding: "utf8" });
  if (cc.status !== 0) return undefined;
  mkdirSync(builds, { recursive: true });
  const files = readdirSync(sources)
    .filter((file) => file.endsWith(".c"))
    .map((file) => sources + file);
  const servers = Object.entries(BUILDS).flatMap(([name, target]) => {
    const program = `${builds}${name.replaceAll(" ", "-")}`;
    const { status, stderr } = spawnSync("cc", [...OPTIONS, target, "-o", program, ...files, "-lm"], {
      encoding: "utf8",
    });
    if (status === 0) return [{ name, server: lineProcess(program, []) }];
    console.error(`skipped: ${name}, as cc ${target} failed: ${stderr.split("\n")[0]}`);
    return [];
  });
  return {
    version: cc.stdout.split("\n")[0],
    options: OPTIONS.join(" "),
    close: () => servers.forEach(({ server }) => void server.close()),
    /** The contestants of a case: a kernel of bench/native/main.c and its numbers. */
    contestants: (kernel, numbers) =>
      servers.map(({ name, server }) => ({
        name,
        time: (milliseconds) => server.ask([kernel, milliseconds, numbers.length, ...numbers].join(" ")),
      })),
  };
}
