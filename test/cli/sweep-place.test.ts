// The place of a process among those of a scheduler, each imitated by its variables.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { placeOf } from "../../src/cli/sweep/place.ts";
import { file, lethe } from "./lethe.ts";

type Env = Record<string, string>;

/** The variables of a Slurm array, as Slurm 22.05 sets them. */
const array = (id: number, min: number, max: number, step: number, count: number): Env => ({
  SLURM_ARRAY_JOB_ID: "7",
  SLURM_ARRAY_TASK_ID: `${id}`,
  SLURM_ARRAY_TASK_MIN: `${min}`,
  SLURM_ARRAY_TASK_MAX: `${max}`,
  SLURM_ARRAY_TASK_STEP: `${step}`,
  SLURM_ARRAY_TASK_COUNT: `${count}`,
  // Of the batch script.
  SLURM_PROCID: "0",
  SLURM_TASKS_PER_NODE: "1",
});
const step = (id: number, tasks: number): Env => ({
  SLURM_PROCID: `${id}`,
  SLURM_NTASKS: `${tasks}`,
  SLURM_STEP_NUM_TASKS: `${tasks}`,
});
const grid = (id: string, first = "1", last = "9", by = "2"): Env => ({
  SGE_TASK_ID: id,
  SGE_TASK_FIRST: first,
  SGE_TASK_LAST: last,
  SGE_TASK_STEPSIZE: by,
});
const mpi = (rank: number, size: number): Env => ({
  OMPI_COMM_WORLD_RANK: `${rank}`,
  OMPI_COMM_WORLD_SIZE: `${size}`,
});

describe("a process takes its place", () => {
  it.each<[string, Env, string]>([
    ["in a Slurm array", array(2, 0, 3, 1, 4), "2/4"],
    ["in a Slurm array from 1", array(4, 1, 4, 1, 4), "3/4"],
    ["in a Slurm array with a step", array(4, 0, 6, 2, 4), "2/4"],
    ["in a step of Slurm", step(1, 2), "1/2"],
    ["in a Slurm array, whose element starts one task", { ...array(2, 0, 3, 1, 4), ...step(0, 1) }, "2/4"],
    ["in a Grid Engine array", grid("7"), "3/5"],
    ["in a Grid Engine array that ends between two", grid("7", "1", "10", "2"), "3/5"],
    ["in an LSF array", { LSB_JOBINDEX: "3", LSB_JOBINDEX_END: "8" }, "2/8"],
    [
      "in an LSF array with a step",
      { LSB_JOBINDEX: "5", LSB_JOBINDEX_END: "9", LSB_JOBINDEX_STEP: "2" },
      "2/5",
    ],
    ["in AWS Batch", { AWS_BATCH_JOB_ARRAY_INDEX: "0", AWS_BATCH_JOB_ARRAY_SIZE: "9" }, "0/9"],
    ["in an Indexed Job that tells its count", { JOB_COMPLETION_INDEX: "3", JOB_COMPLETIONS: "4" }, "3/4"],
    ["in Cloud Run", { CLOUD_RUN_TASK_INDEX: "1", CLOUD_RUN_TASK_COUNT: "3" }, "1/3"],
    ["in GitLab", { CI_NODE_INDEX: "1", CI_NODE_TOTAL: "5" }, "0/5"],
    ["in Open MPI", mpi(3, 4), "3/4"],
    ["in MPICH", { PMI_RANK: "3", PMI_SIZE: "4" }, "3/4"],
    ["in MPI that Slurm started on two nodes", { ...step(1, 2), ...mpi(3, 4) }, "3/4"],
    ["where two agree", { ...step(1, 4), PMI_RANK: "1", PMI_SIZE: "4" }, "1/4"],
    [
      "in GitLab, within a job of Slurm that is no array",
      { SLURM_PROCID: "0", CI_NODE_INDEX: "2", CI_NODE_TOTAL: "3" },
      "1/3",
    ],
  ])("%s", (_, env, part) => {
    expect(placeOf(env)?.part).toBe(part);
  });

  it("and says by what", () => {
    expect(placeOf(array(2, 0, 3, 1, 4))?.source).toBe("SLURM_ARRAY_TASK_ID of a Slurm array");
  });
});

it.each<[string, Env]>([
  ["where nothing speaks", { PATH: "/bin" }],
  ["in a batch script that may start tasks", { SLURM_PROCID: "0", SLURM_NTASKS: "4" }],
  ["in an array of one", array(0, 0, 0, 1, 1)],
  ["in a step of one", step(0, 1)],
  ["in Grid Engine outside arrays", grid("undefined", "undefined", "undefined", "undefined")],
  ["in LSF outside arrays", { LSB_JOBINDEX: "0", LSB_JOBINDEX_END: "0" }],
  ["in a GitLab job that is alone", { CI_NODE_TOTAL: "1" }],
  ["in a Cloud Run job of one", { CLOUD_RUN_TASK_INDEX: "0", CLOUD_RUN_TASK_COUNT: "1" }],
  ["where a variable is empty", { PBS_ARRAYID: "" }],
])("there is no place %s", (_, env) => {
  expect(placeOf(env)).toBeUndefined();
});

describe("is refused", () => {
  const ways = "--shard I/N says it: part I of N, counted from 0)";
  it.each<[string, Env, string]>([
    [
      "a list",
      array(7, 3, 7, 1, 2),
      "invalid SLURM_ARRAY_TASK_MIN: 3 (0 or 1: of an array that begins later there may be more; ",
    ],
    [
      "a list from 0",
      array(2, 0, 2, 1, 2),
      "invalid SLURM_ARRAY_TASK_COUNT: 2 (3, as 0 to 2 has: a part of another array; ",
    ],
    ["one element again", array(3, 3, 3, 1, 1), "invalid SLURM_ARRAY_TASK_MIN: 3 (0 or 1: "],
    ["PBS", { PBS_ARRAY_INDEX: "3" }, "unknown number of parts: PBS tells PBS_ARRAY_INDEX alone ("],
    ["Torque", { PBS_ARRAYID: "3" }, "unknown number of parts: Torque tells PBS_ARRAYID alone ("],
    [
      "a count that is not there",
      { JOB_COMPLETION_INDEX: "3" },
      "invalid JOB_COMPLETIONS: missing (a whole number, at least 1; ",
    ],
    [
      "a count of 0",
      { JOB_COMPLETION_INDEX: "0", JOB_COMPLETIONS: "0" },
      'invalid JOB_COMPLETIONS: "0" (a whole number, at least 1; ',
    ],
    [
      "an index that is none",
      { CLOUD_RUN_TASK_INDEX: "-1", CLOUD_RUN_TASK_COUNT: "3" },
      'invalid CLOUD_RUN_TASK_INDEX: "-1" (a whole number, at least 0; ',
    ],
    [
      "an index above",
      { CI_NODE_INDEX: "4", CI_NODE_TOTAL: "3" },
      'invalid CI_NODE_INDEX: "4" (1 to 3, as GitLab has 3 parts; ',
    ],
    [
      "an index below",
      { CI_NODE_INDEX: "0", CI_NODE_TOTAL: "3" },
      'invalid CI_NODE_INDEX: "0" (1 to 3, as GitLab has 3 parts; ',
    ],
    [
      "an index between two",
      grid("4"),
      'invalid SGE_TASK_ID: "4" (1 to 9, every 2, as Grid Engine has 5 parts; ',
    ],
    [
      "an end before the beginning",
      grid("1", "1", "0"),
      'invalid SGE_TASK_LAST: "0" (a whole number, at least 1; ',
    ],
    ["a step of 0", grid("1", "1", "3", "0"), 'invalid SGE_TASK_STEPSIZE: "0" (a whole number, at least 1; '],
    [
      "what two say",
      { ...array(2, 0, 3, 1, 4), CI_NODE_INDEX: "2", CI_NODE_TOTAL: "3" },
      "two places: 2/4 by SLURM_ARRAY_TASK_ID of a Slurm array, 1/3 by CI_NODE_INDEX of GitLab (",
    ],
    [
      "tasks within an array",
      { ...array(2, 0, 3, 1, 4), ...step(1, 2) },
      "two places: 2/4 by SLURM_ARRAY_TASK_ID of a Slurm array, 1/2 by SLURM_PROCID of srun (",
    ],
  ])("%s", (_, env, message) => {
    expect(() => placeOf(env)).toThrow(message);
    expect(() => placeOf(env)).toThrow(ways);
  });
});

describe("lethe sweep", () => {
  const study = {
    model: { name: "gaussian", samples: [5, 10, 20, 40] },
    ...{ generations: 3, trajectories: 10, seed: 1 },
  };
  const sweep = (out: string, ...more: string[]) =>
    lethe(["sweep", file("study.json", JSON.stringify(study)), "--workers", "1", "--out", out, ...more]);
  const inArray = (env: Env) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  };
  beforeEach(() => inArray(array(1, 0, 3, 1, 4)));
  afterEach(() => vi.unstubAllEnvs());

  it("runs the part that is its own, and says which", async () => {
    expect((await sweep("own")).stderr).toContain("part 1/4, by SLURM_ARRAY_TASK_ID of a Slurm array\n");
    expect((await lethe(["sweep", "--status", "own"])).stdout).toMatch(
      /^1 of 4 cells.*\nmissing: samples=5\n/,
    );
  });

  it("goes by --shard where it is given", async () => {
    const { stderr } = await sweep("given", "--shard", "0/2");
    expect(stderr).not.toContain("SLURM");
    expect((await lethe(["sweep", "--status", "given"])).stdout).toMatch(
      /^2 of 4 cells.*\nmissing: samples=10\n/,
    );
  });

  it("refuses what is no place before it writes anything", async () => {
    inArray({ SLURM_ARRAY_TASK_COUNT: "2" });
    const { code, stderr } = await sweep("refused");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^invalid SLURM_ARRAY_TASK_COUNT: 2 \(4, /)]);
    expect((await lethe(["sweep", "--status", "refused"])).stderr).toContain("invalid dir");
  });

  it("wants a seed that all parts share", async () => {
    const { seed: _, ...without } = study;
    const outcome = await lethe([
      "sweep",
      file("seedless.json", JSON.stringify(without)),
      "--out",
      "seedless",
    ]);
    expect(outcome.stderr).toContain(
      "invalid shard: 1/4 (only of a study with a seed, which all parts share)",
    );
  });
});
