// Runs a study on a real Slurm: as an array of four, of which one element is killed and queued again, with the tables made
// by a job that depends on them all. They have to be those of one machine, byte for byte. Needs Debian, and root: it
// installs Slurm where it is missing, starts one in a temporary directory, and ends it. `npm run test:cluster`.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { install, start } from "./slurm.mjs";

const LETHE = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const PARTS = 4;
/** The number of the one that is killed. */
const KILLED = 1;
const STUDY = {
  model: { name: "mixture", samples: [200, 210, 220, 230, 240, 250, 260, 270] },
  ...{ generations: 600, trajectories: 1000, seed: 1, survival: ["std>0.1"] },
};

if (process.getuid?.() !== 0) throw new Error("Slurm is installed and started by root");
install();
const directory = mkdtempSync(join(tmpdir(), "lethe-cluster-"));
try {
  const { env, stop } = await start(directory);
  try {
    await study(env);
  } catch (error) {
    console.log(run("scontrol", ["show", "job"], { env, check: false }).stdout);
    throw error;
  } finally {
    await stop();
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function study(env) {
  /** Runs a line of shell there, and shows it with what it prints. */
  const sh = (line) => {
    const { stdout, stderr } = run(
      "sh",
      ["-c", line.replaceAll(/^lethe/g, `'${process.execPath}' '${LETHE}'`)],
      {
        ...{ env, cwd: directory },
      },
    );
    console.log(
      `$ ${line}\n${stdout}${stderr
        .split("\n")
        .filter((text) => !/^cell/.test(text))
        .join("\n")}`.trim(),
    );
    return stdout;
  };
  writeFileSync(join(directory, "study.json"), JSON.stringify(STUDY));
  sh("lethe sweep study.json --out one");
  sh(`lethe sweep study.json --out many --job slurm --parts ${PARTS} > job.sh`);
  const [, array, merge] =
    /^parts: (\d+), then the tables: (\d+)\n$/.exec(sh("sh job.sh --output=%A_%a.log")) ?? [];
  const state = (job) =>
    /JobState=(\w+)/.exec(run("scontrol", ["show", "job", job], { env }).stdout)?.[1] ?? "unknown";
  const element = `${array}_${KILLED}`;

  // In the midst of its first cell or of its second: Slurm knows the processes that it started.
  await until(() => state(element) === "RUNNING", `${element} to run`);
  await sleep(3000);
  const [job] = run("squeue", ["-h", "-o", "%A", "-j", element], { env }).stdout.split("\n");
  const pids = run("scontrol", ["listpids", job], { env }).stdout.match(/^\d+/gm) ?? [];
  const lethes = pids.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(LETHE));
  if (lethes.length !== 1) throw new Error(`${element} has ${lethes.length} processes of lethe: ${pids}`);
  sh("squeue -r -o '%i %j %T %r'");
  process.kill(Number(lethes[0]), "SIGKILL");
  console.log(`# killed ${element} by SIGKILL`);
  await until(() => state(element) === "FAILED", `${element} to fail`);
  sh(`scontrol show job ${element} | grep -o -E 'JobState=[A-Z]+|ExitCode=[0-9:]+'`);
  sh(`scontrol requeue ${element}`);
  await until(() => state(element) === "PENDING", `${element} to be queued again`);
  // Slurm would let it wait for two minutes.
  sh(`scontrol update job=${element} starttime=now`);
  await until(() => state(merge) === "COMPLETED", "the tables");

  sh(`scontrol show job ${element} | grep -o -E 'JobState=[A-Z]+|Restarts=[0-9]+'`);
  for (let i = 0; i < PARTS; ++i) sh(`grep -h -E '^part|there' ${array}_${i}.log`);
  sh(`cat ${merge}_*.log`);
  const [one, many] = ["one", "many"].map((name) => tables(join(directory, name)));
  console.log(many);
  if (one === "" || many !== one) throw new Error(`the tables differ from those of one machine:\n${one}`);
  console.log(
    "1 array of 4, 1 element killed and queued again: the tables are those of one machine, byte for byte",
  );
}

/** Waits for something, at most five minutes: cells take some seconds, Slurm's own pauses up to two minutes. */
async function until(holds, what) {
  for (const end = performance.now() + 300_000; !holds(); await sleep(500)) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

/** The tables in a directory, with their hashes. */
function tables(place) {
  return readdirSync(place)
    .filter((name) => /\.(csv|parquet)$/.test(name))
    .map((name) => {
      const hash = createHash("sha256")
        .update(readFileSync(join(place, name)))
        .digest("hex");
      return `${hash.slice(0, 16)}  ${name}`;
    })
    .join("\n");
}
