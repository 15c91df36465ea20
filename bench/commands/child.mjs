import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Of GNU or busybox: says how much memory a process took at its peak. */
const TIME = "/usr/bin/time";

/**
 * Runs a program to its end, its output going to a file, as a user's would: nanoseconds of the whole process, what it
 * wrote, and its peak of memory in bytes, where that can be asked.
 */
export function child(program, args) {
  const folder = mkdtempSync(join(tmpdir(), "lethe-bench-"));
  const [output, memory] = [join(folder, "output"), join(folder, "memory")];
  const file = openSync(output, "w");
  try {
    const measured = existsSync(TIME) ? [TIME, "-f", "%M", "-o", memory, program] : [program];
    const began = performance.now();
    const { status, stderr } = spawnSync(measured[0], [...measured.slice(1), ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", file, "pipe"],
    });
    const ns = 1e6 * (performance.now() - began);
    if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${stderr}`);
    return {
      ns,
      output: readFileSync(output, "utf8"),
      memory: existsSync(memory) ? 1024 * Number(readFileSync(memory, "utf8")) : undefined,
    };
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}
