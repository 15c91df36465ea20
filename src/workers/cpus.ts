import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** Where the limits of a process stand; tests put others in their place. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly parallelism: number;
  /** A file's text; empty where there is none. */
  read(path: string): string;
}

const host = (): Host => ({ env: process.env, parallelism: availableParallelism(), read });

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * CPUs that this process may use. Within a task of Slurm the system still counts the whole machine, so what Slurm
 * granted goes before that; the quota of a container (cgroup v2 and v1) lowers it, a part of a CPU counting as one.
 */
export function allowedCpus({ env, parallelism, read }: Host = host()): number {
  const granted = Number(env["SLURM_CPUS_PER_TASK"]);
  const cpus = Number.isInteger(granted) && granted > 0 ? granted : parallelism;
  // No quota reads "max" or -1.
  const quotas = quotasOf(read).filter((quota) => quota > 0);
  return Math.ceil(Math.min(cpus, ...quotas));
}

/** CPU time a moment, of the control groups that this process is in and of those above them. */
function quotasOf(read: Host["read"]): number[] {
  return read("/proc/self/cgroup")
    .split("\n")
    .flatMap((line) => {
      const [, controllers = "", path = ""] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
      if (path !== "" && controllers === "") {
        return upwards(path).map((group) => {
          const [most, period] = read(join("/sys/fs/cgroup", group, "cpu.max")).split(" ");
          return Number(most) / Number(period);
        });
      }
      if (!controllers.split(",").includes("cpu")) return [];
      return upwards(path).map((group) => {
        const [most, period] = ["quota", "period"].map((name) =>
          Number(read(join("/sys/fs/cgroup/cpu", group, `cpu.cfs_${name}_us`))),
        );
        return most / period;
      });
    });
}

/** A path and all above it. */
function upwards(path: string): string[] {
  return path === "/" ? ["/"] : [path, ...upwards(dirname(path))];
}
