import { InputError, invalid, oneOf } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { cellsOf } from "../../study/cells.ts";
import type { Flags } from "../flags.ts";
import type { Shell } from "../shell.ts";
import type { Job } from "./job.ts";
import { kubernetesManifest } from "./kubernetes.ts";
import { slurmScript } from "./slurm.ts";

const FILES: Readonly<Record<string, { readonly file: (job: Job) => string; readonly submit: string }>> = {
  slurm: { file: slurmScript, submit: "sh FILE, with options of sbatch behind it, submits it" },
  kubernetes: {
    file: kubernetesManifest,
    submit: "kubectl apply -f FILE submits it; it needs an image and a claim, both called lethe",
  },
};

/** What Slurm allows in an array, unless it was told otherwise. */
const MOST = 1000;

/** `lethe sweep --job`: prints a file to submit; nothing is run. All cells were checked. */
export function printJob(path: string, study: unknown, flags: Flags, shell: Shell): void {
  const { out, workers = "auto" } = flags;
  const { job, parts = 4, shard } = flags as { job?: string; parts?: number; shard?: string };
  if (job === undefined) throw invalid("parts", parts, "only with --job");
  if (!Object.hasOwn(FILES, job)) throw invalid("job", job, oneOf(Object.keys(FILES)));
  if (!Number.isInteger(parts) || parts < 1 || parts > MOST) {
    throw invalid("parts", parts, `an integer from 1 to ${MOST}`);
  }
  if (shard !== undefined) throw invalid("shard", shard, "not with --job, whose parts have one each");
  if (out === undefined) throw new InputError("missing option: out (a directory for the tables)");
  cellsOf(study);
  if (!isBag(study) || !("seed" in study)) {
    throw invalid("job", job, "only of a study with a seed, which all parts share");
  }
  const { file, submit } = FILES[job];
  shell.print(
    file({ path, study, out, parts, cpus: workers === "auto" ? 1 : workers, raw: flags["raw"] === true }),
  );
  shell.note(submit);
}
