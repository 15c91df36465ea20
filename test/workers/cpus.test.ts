import { describe, expect, it } from "vitest";
import { allowedCpus } from "../../src/workers/cpus.ts";

/** A machine of 8 CPUs with these files and variables. */
const cpus = (files: Record<string, string> = {}, env: Record<string, string> = {}) =>
  allowedCpus({ env, parallelism: 8, read: (path) => files[path] ?? "" });

describe("the CPUs that a process may use", () => {
  it("are the system's, where nothing limits them", () => {
    expect(cpus()).toBe(8);
    expect(cpus({ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "max 100000\n" })).toBe(8);
    expect(cpus({ "/proc/self/cgroup": "0::/a\n5:cpuset:/b\nnonsense\n" })).toBe(8);
  });

  it("are what Slurm granted to a task", () => {
    expect(cpus({}, { SLURM_CPUS_PER_TASK: "3" })).toBe(3);
    expect(cpus({}, { SLURM_CPUS_PER_TASK: "12" })).toBe(12);
    for (const nonsense of ["", "0", "-1", "many", "1.5"]) {
      expect(cpus({}, { SLURM_CPUS_PER_TASK: nonsense })).toBe(8);
    }
  });

  it("are a task's share of what Slurm granted on its node", () => {
    expect(cpus({}, { SLURM_CPUS_ON_NODE: "6" })).toBe(6);
    expect(cpus({}, { SLURM_CPUS_ON_NODE: "6", SLURM_STEP_TASKS_PER_NODE: "3(x2),1" })).toBe(2);
    expect(cpus({}, { SLURM_CPUS_ON_NODE: "2", SLURM_STEP_TASKS_PER_NODE: "4" })).toBe(1);
    expect(cpus({}, { SLURM_CPUS_ON_NODE: "6", SLURM_CPUS_PER_TASK: "3" })).toBe(3);
  });

  it("are what other schedulers granted", () => {
    expect(cpus({}, { PBS_JOBID: "1.server", NCPUS: "3" })).toBe(3);
    expect(cpus({}, { PBS_JOBID: "1.server", PBS_NUM_PPN: "4" })).toBe(4);
    expect(cpus({}, { LSB_DJOB_NUMPROC: "5" })).toBe(5);
    expect(cpus({}, { SGE_TASK_ID: "undefined", NSLOTS: "6" })).toBe(6);
    // Names that anybody might use, outside those schedulers.
    expect(cpus({}, { NCPUS: "3", PBS_NUM_PPN: "3", NSLOTS: "3" })).toBe(8);
  });

  it("are no more than the quota of a container, version 2", () => {
    const inside = (quota: string) => ({ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": quota });
    expect(cpus(inside("200000 100000\n"))).toBe(2);
    expect(cpus(inside("150000 100000\n"))).toBe(2);
    expect(cpus(inside("1000 100000\n"))).toBe(1);
    expect(cpus(inside("6400000 100000\n"))).toBe(8);
    expect(cpus(inside("200000 100000\n"), { SLURM_CPUS_PER_TASK: "4" })).toBe(2);
  });

  it("are no more than any group above allows", () => {
    expect(
      cpus({
        "/proc/self/cgroup": "0::/slice/job\n",
        "/sys/fs/cgroup/slice/job/cpu.max": "max 100000\n",
        "/sys/fs/cgroup/slice/cpu.max": "300000 100000\n",
      }),
    ).toBe(3);
  });

  it("are no more than the quota of a container, version 1", () => {
    const inside = (quota: string) => ({
      "/proc/self/cgroup": "3:memory:/\n2:cpu,cpuacct:/docker/x\n",
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": quota,
      "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
    });
    expect(cpus(inside("400000\n"))).toBe(4);
    expect(cpus(inside("-1\n"))).toBe(8);
  });
});
