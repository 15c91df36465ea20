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
    /**
     * The contestants of a case: `native` is a kernel of bench/native/main.c and its numbers. Where the case says `same`,
     * what a kernel gives for these numbers is to have the bits of ours, from vectors as wide as ours.
     */
    async contestants({ native: [kernel, numbers], same }) {
      const contestants = servers.map(({ name, server }) => ({
        name,
        time: (milliseconds) => ask(server, kernel, milliseconds, numbers),
      }));
      if (same) await sameBits(servers, same.kernel, numbers, same.gives);
      return contestants;
    },
  };
}

const ask = (server, kernel, milliseconds, numbers) =>
  server.ask([kernel, milliseconds, numbers.length, ...numbers].join(" "));

async function sameBits(servers, kernel, numbers, gives) {
  const name = "C 128-bit";
  const own = servers.find((one) => one.name === name);
  if (!own) return;
  const { checksum } = await ask(own.server, kernel, 0, numbers);
  if (checksum !== gives) throw new Error(`${kernel}: Wasm gave ${gives}, ${name} ${checksum}`);
}
