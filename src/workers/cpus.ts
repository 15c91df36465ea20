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
 * CPUs that this process may use. Within a job the system may still count the whole machine, so what a scheduler
 * granted goes before that; the quota of a container (cgroup v2 and v1) lowers it, a part of a CPU counting as one.
 */
export function allowedCpus({ env, parallelism, read }: Host = host()): number {
  const cpus = grantedCpus(env) ?? parallelism;
  // No quota reads "max" or -1.
  const quotas = quotasOf(read).filter((quota) => quota > 0);
  return Math.ceil(Math.min(cpus, ...quotas));
}

/** CPUs that a scheduler granted: the variables of Slurm, PBS, Torque, LSF and Grid Engine. */
function grantedCpus(env: Host["env"]): number | undefined {
  /** Of a list over nodes, as in 4(x2),1, the first. */
  const number = (name: string, where = true) => {
    const [, digits] = /^(\d+)(?:[(,].*)?$/.exec(env[name] ?? "") ?? [];
    return where && Number(digits) > 0 ? Number(digits) : undefined;
  };
  const onNode = number("SLURM_CPUS_ON_NODE");
  // The tasks of a step share a node; a batch script has it to itself.
  const share = onNode && Math.max(1, Math.floor(onNode / (number("SLURM_STEP_TASKS_PER_NODE") ?? 1)));
  const inPbs = env["PBS_JOBID"] !== undefined;
  return (
    number("SLURM_CPUS_PER_TASK") ??
    share ??
    number("NCPUS", inPbs) ??
    number("PBS_NUM_PPN", inPbs) ??
    number("LSB_DJOB_NUMPROC") ??
    // Outside arrays it is there, too.
    number("NSLOTS", env["SGE_TASK_ID"] !== undefined)
  );
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
