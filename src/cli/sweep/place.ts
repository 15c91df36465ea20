import { InputError, invalid } from "../../check/errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Where a launcher of many processes says which of them this is: names of its variables, or what they would hold. */
interface Scheduler {
  readonly name: string;
  readonly index: string;
  /** What `index` holds where there is no array. */
  readonly none?: string;
  /** The index of the first; where that is a variable, the array may have been cut out of another (default: 0). */
  readonly first?: string | number;
  readonly last?: string;
  /** From one index to the next (default: 1). */
  readonly step?: string;
  readonly count?: string;
  /** It speaks only where `count` is there, too. */
  readonly both?: true;
  /** The index of another that starts this one's processes, and counts something else. */
  readonly over?: string;
}

const SCHEDULERS: readonly Scheduler[] = [
  {
    ...{ name: "a Slurm array", index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT" },
    ...{ first: "SLURM_ARRAY_TASK_MIN", last: "SLURM_ARRAY_TASK_MAX", step: "SLURM_ARRAY_TASK_STEP" },
  },
  // A batch script has a SLURM_PROCID, too, and the SLURM_NTASKS of steps that it may start.
  { name: "srun", index: "SLURM_PROCID", count: "SLURM_STEP_NUM_TASKS", both: true },
  { name: "PBS", index: "PBS_ARRAY_INDEX" },
  { name: "Torque", index: "PBS_ARRAYID" },
  {
    ...{ name: "Grid Engine", index: "SGE_TASK_ID", none: "undefined" },
    ...{ first: "SGE_TASK_FIRST", last: "SGE_TASK_LAST", step: "SGE_TASK_STEPSIZE" },
  },
  {
    ...{ name: "LSF", index: "LSB_JOBINDEX", none: "0" },
    ...{ first: 1, last: "LSB_JOBINDEX_END", step: "LSB_JOBINDEX_STEP" },
  },
  { name: "AWS Batch", index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE" },
  // Kubernetes tells no count: manifests have to set it, and those of --job do.
  { name: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: "JOB_COMPLETIONS" },
  { name: "Cloud Run", index: "CLOUD_RUN_TASK_INDEX", count: "CLOUD_RUN_TASK_COUNT" },
  { name: "GitLab", index: "CI_NODE_INDEX", first: 1, count: "CI_NODE_TOTAL" },
  {
    ...{ name: "Open MPI", index: "OMPI_COMM_WORLD_RANK", count: "OMPI_COMM_WORLD_SIZE" },
    over: "SLURM_PROCID",
  },
  { name: "MPI", index: "PMI_RANK", count: "PMI_SIZE", over: "SLURM_PROCID" },
];

const WAY_OUT = "--shard I/N says it: part I of N, counted from 0";

/** Which part of a study a process is to run. */
export interface Place {
  /** As `--shard` has it. */
  readonly part: string;
  /** Who said so, and by which variable. */
  readonly source: string;
}

/** A variable's number. */
type Read = (variable: string, least?: number) => number;

interface Found extends Place {
  readonly index: string;
  readonly count: number;
  readonly over?: string | undefined;
}

/**
 * The place that a scheduler gives to a process; undefined outside arrays, and in those of one.
 * @throws {InputError} naming the variable, where the place cannot be known from what is there
 */
export function placeOf(env: Env): Place | undefined {
  const all = SCHEDULERS.map((scheduler) => placeBy(scheduler, env)).filter(
    (found) => found !== undefined && found.count > 1,
  ) as Found[];
  const places = all.filter(({ index }) => !all.some(({ over }) => over === index));
  const [first, ...others] = places;
  const other = others.find(({ part }) => part !== first.part);
  if (other === undefined) return first;
  throw new InputError(
    `two places: ${[first, other].map(({ part, source }) => `${part} by ${source}`).join(", ")} (${WAY_OUT})`,
  );
}

function placeBy(scheduler: Scheduler, env: Env): Found | undefined {
  const { name, index, none, count, both, over } = scheduler;
  const there = (variable: string | undefined) => variable !== undefined && (env[variable] ?? "") !== "";
  if (!there(index) || env[index] === none || (both && !there(count))) return undefined;
  const read: Read = (variable, least = 0) => {
    const value = env[variable];
    if (/^\d{1,9}$/.test(value ?? "") && Number(value) >= least) return Number(value);
    throw invalid(variable, value, `a whole number, at least ${least}; ${WAY_OUT}`);
  };
  const { first, step, parts } = rangeOf(scheduler, there, read);
  const place = (read(index) - first) / step;
  if (!Number.isInteger(place) || place < 0 || place >= parts) {
    const indices = `${first} to ${first + (parts - 1) * step}${step === 1 ? "" : `, every ${step}`}`;
    throw invalid(index, env[index], `${indices}, as ${name} has ${parts} parts; ${WAY_OUT}`);
  }
  return { part: `${place}/${parts}`, source: `${index} of ${name}`, index, count: parts, over };
}

/** The indices that there are. */
function rangeOf(
  { name, index, first: from = 0, last, step: by, count }: Scheduler,
  there: (variable: string | undefined) => boolean,
  read: Read,
): { first: number; step: number; parts: number } {
  const first = typeof from === "number" ? from : read(from);
  const step = by !== undefined && there(by) ? read(by, 1) : 1;
  if (typeof from === "string" && first > 1) {
    throw invalid(from, first, `0 or 1: of an array that begins later there may be more; ${WAY_OUT}`);
  }
  const end = last === undefined ? undefined : read(last, first);
  const ranged = end === undefined ? undefined : Math.floor((end - first) / step) + 1;
  if (count === undefined && ranged === undefined) {
    throw new InputError(`unknown number of parts: ${name} tells ${index} alone (${WAY_OUT})`);
  }
  const parts = count === undefined ? (ranged as number) : read(count, 1);
  if (ranged !== undefined && ranged !== parts) {
    throw invalid(
      `${count}`,
      parts,
      `${ranged}, as ${first} to ${end} has: a part of another array; ${WAY_OUT}`,
    );
  }
  return { first, step, parts };
}
