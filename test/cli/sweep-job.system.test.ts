// Job files as a shell runs them; programs in the place of the scheduler's note what they are told, and do it here.
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { directory, file, lethe, program } from "./process.ts";

const run = promisify(execFile);
const study = {
  model: { name: "gaussian", samples: [5, 10, 20, 40], estimator: ["ml", "unbiased"] },
  ...{ generations: 20, trajectories: 100, seed: 1, survival: ["std>0.1"] },
};

// A name that a shell might take for more than a name.
const odd = "it's $HOME; `rm x` \"\\";
mkdirSync(join(directory, odd));
const path = file(join(odd, "study.json"), JSON.stringify(study));

/** Directories of programs, which `PATH` begins with. */
const programs = (name: string, files: Record<string, string>) => {
  const bin = join(directory, name);
  mkdirSync(bin);
  for (const [one, text] of Object.entries(files)) {
    writeFileSync(join(bin, one), `#!/bin/sh\n${text}`);
    chmodSync(join(bin, one), 0o755);
  }
  return { cwd: directory, env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` } };
};

const tables = (out: string) =>
  readdirSync(out)
    .filter((name) => /\.(csv|parquet)$/.test(name))
    .map((name) => [name, readFileSync(join(out, name), "base64")]);

await lethe(["sweep", path, "--out", "whole", "--workers", "1"]);
const whole = tables(join(directory, "whole"));

describe("lethe sweep --job slurm", () => {
  it("prints a script that submits the parts, and the tables after them", async () => {
    const where = programs("slurm", {
      // Elements one by one, the last first; then what waits for them.
      sbatch: `echo "$@" >> told
        cat > "script-$$"
        case "$*" in *--array=0-2*) for SLURM_ARRAY_TASK_ID in 2 1 0; do
          export SLURM_ARRAY_TASK_ID; sh "script-$$" || exit 1; done; echo "41;cluster" ;;
        *) sh "script-$$" && echo 42 ;; esac`,
    });
    const out = join(directory, odd, "tables");
    const made = await lethe([
      "sweep",
      path,
      "--out",
      out,
      "--job",
      "slurm",
      "--parts",
      "3",
      "--workers",
      "2",
    ]);
    expect(made.stderr).toContain("sh FILE");
    const { stdout } = await run("sh", [file("job.sh", made.stdout), "--partition", "long"], where);
    expect(stdout).toBe("parts: 41, then the tables: 42\n");
    expect(readFileSync(join(directory, "told"), "utf8").split("\n")).toEqual([
      "--job-name=lethe --cpus-per-task=2 --requeue --partition long --parsable --array=0-2",
      "--job-name=lethe-merge --partition long --parsable --dependency=afterany:41",
      "",
    ]);
    expect(tables(out)).toEqual(whole);
  });

  it("submits nothing more where the parts are refused", async () => {
    const where = programs("refusing", { sbatch: 'echo "$@" >> refused; exit 1' });
    await expect(run("sh", [join(directory, "job.sh")], where)).rejects.toMatchObject({ code: 1 });
    expect(readFileSync(join(directory, "refused"), "utf8").trim().split("\n")).toHaveLength(1);
  });
});

describe("lethe sweep --job kubernetes", async () => {
  const { stdout } = await lethe(["sweep", path, "--out", odd, "--job", "kubernetes", "--parts", "2"]);
  const [, , merge] = JSON.parse(stdout).items;
  const [program_, ...args] = merge.spec.template.spec.containers[0].command;
  /** Runs the command of the container; `lethe merge` ends with these codes, one after another. */
  const ended = async (name: string, ...codes: number[]) => {
    const where = programs(name, {
      lethe: `printf '%s\\n' "$@" >> ${name}-told
        echo >> ${name}-turns
        exit $(echo ${codes.join(" ")} | cut -d' ' -f$(wc -l < ${name}-turns))`,
      sleep: `echo "slept $1" >> ${name}-told`,
    });
    const code = await run(program_, args, where).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
    return {
      code,
      told: readFileSync(join(directory, `${name}-told`), "utf8")
        .trim()
        .split("\n"),
    };
  };
  const call = ["merge", `/lethe/${odd}`];

  it("waits for cells that are missing, and then makes the tables", async () => {
    expect(await ended("waiting", 2, 2, 0)).toEqual({
      ...{ code: 0, told: [...call, "slept 30", ...call, "slept 30", ...call] },
    });
  });

  it("does not wait when the machine failed", async () => {
    expect(await ended("failing", 2, 1)).toEqual({ code: 1, told: [...call, "slept 30", ...call] });
  });

  it("has parts that find their places, and together are the whole", async () => {
    const [{ data }, parts] = JSON.parse(stdout).items;
    const [{ command, env }] = parts.spec.template.spec.containers;
    const [name, value] = [env[0].name, env[0].value];
    const there: Record<string, string> = {
      "/study/study.json": file("carried.json", data["study.json"]),
      [`/lethe/${odd}`]: join(directory, "volume"),
    };
    const [, ...words] = command.map((word: string) => there[word] ?? word);
    for (const index of ["1", "0"]) {
      const { stderr } = await run(process.execPath, [program, ...words], {
        env: { ...process.env, [name]: value, JOB_COMPLETION_INDEX: index },
      });
      expect(stderr).toContain(`part ${index}/2, by JOB_COMPLETION_INDEX of Kubernetes`);
    }
    await lethe(["merge", "volume"]);
    expect(tables(join(directory, "volume"))).toEqual(whole);
  });
});
