import { resolve } from "node:path";
import process from "node:process";
import { invalid } from "../../check/errors.ts";
import { version } from "../../version.ts";
import type { Job } from "./job.ts";

/**
 * A script that submits a study to Slurm: its parts as an array, and a job that makes the tables when they are over. The
 * number of parts stands in it, since Slurm tells that of each submission only, and elements may be submitted again.
 * The job for the tables comes after parts in any state: to `afterok` an element that failed has failed for good, also when
 * it was queued again and came to its end, while `lethe merge` sees by itself whether all is there.
 */
export function slurmScript({ path, out, parts, cpus, raw }: Job): string {
  const lethe = [process.execPath, process.argv[1]].map((file) => quoted(resolve(file))).join(" ");
  const [study, directory] = [path, out].map((place) => quoted(resolve(place)));
  return `#!/bin/sh
# Runs a study of lethe ${version} in ${parts} parts, and then makes its tables. To submit it:
#   sh FILE [options of sbatch for all jobs, as --partition, --account, --time]
# Submitted again, it runs what is missing. All nodes must see the study, ${out} and lethe.
set -eu
parts=$(sbatch --job-name=lethe --cpus-per-task=${cpus} --requeue "$@" --parsable --array=0-${parts - 1} <<'END-OF-PART'
#!/bin/sh
exec ${lethe} sweep ${study} --out ${directory}${raw ? " --raw" : ""} --shard "$SLURM_ARRAY_TASK_ID/${parts}"
END-OF-PART
)
# The name of a cluster may follow the number.
parts=\${parts%%;*}
tables=$(sbatch --job-name=lethe-merge "$@" --parsable --dependency="afterany:$parts" <<'END-OF-MERGE'
#!/bin/sh
exec ${lethe} merge ${directory}
END-OF-MERGE
)
echo "parts: $parts, then the tables: $tables"
`;
}

/** A path as a shell takes it, whatever is in it; on a line of its own it would end a script. */
function quoted(path: string): string {
  if (/[\r\n]/.test(path)) throw invalid("path", path, "without line breaks, for a script");
  return `'${path.replaceAll("'", "'\\''")}'`;
}
