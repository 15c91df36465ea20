// A Slurm of one node, with a munge of its own, in a directory: nothing of the system's is used or changed.
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "./run.mjs";

/** Debian's packages of what it takes. */
const PACKAGES = ["slurmctld", "slurmd", "slurm-client", "munge"];
const PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch"];

/** Installs what is missing. @throws {Error} where that is not possible */
export function install() {
  if (PROGRAMS.every((program) => run("sh", ["-c", `command -v ${program}`], { check: false }).code === 0))
    return;
  console.log(`$ apt-get install ${PACKAGES.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["-qq", "update"], { env });
  run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...PACKAGES], { env });
}

/** A port that nobody listens on. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Starts it, and waits until its node is idle. Returns the file that its commands need as SLURM_CONF, and how to stop it. */
export async function start(directory) {
  const place = (name) => join(directory, name);
  for (const name of ["state", "spool"]) mkdirSync(place(name));
  writeFileSync(place("key"), randomBytes(1024), { mode: 0o600 });
  const host = hostname().split(".")[0];
  const conf = place("slurm.conf");
  writeFileSync(
    conf,
    `ClusterName=lethe
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${await freePort()}
SlurmdPort=${await freePort()}
AuthType=auth/munge
AuthInfo=socket=${place("munge.socket")}
SlurmUser=root
SlurmdUser=root
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
StateSaveLocation=${place("state")}
SlurmdSpoolDir=${place("spool")}
SlurmctldPidFile=${place("slurmctld.pid")}
SlurmdPidFile=${place("slurmd.pid")}
SlurmctldLogFile=${place("slurmctld.log")}
SlurmdLogFile=${place("slurmd.log")}
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000
PartitionName=main Nodes=ALL Default=YES State=UP
`,
  );
  const env = { ...process.env, SLURM_CONF: conf };
  const munge = ["key", "socket", "pid", "log", "seed"].map(
    (name) =>
      `--${name === "socket" ? name : `${name}-file`}=${place(name === "key" ? name : `munge.${name}`)}`,
  );
  // Forced, as it would rather not be root.
  run("munged", [...munge, "--force"]);
  const stop = async () => {
    run("scancel", ["--user=root"], { env, check: false });
    // What watches over a job ends with it, not with Slurm.
    for (let i = 0; i < 100 && run("squeue", ["-h"], { env, check: false }).stdout !== ""; ++i)
      await sleep(200);
    for (const name of ["slurmd.pid", "slurmctld.pid", "munge.pid"]) await end(place(name));
  };
  try {
    run("slurmctld", [], { env });
    run("slurmd", [], { env });
    for (let i = 0; run("sinfo", ["-h", "-o", "%T"], { env, check: false }).stdout.trim() !== "idle"; ++i) {
      if (i > 100) throw new Error(`Slurm has no idle node: ${readFileSync(place("slurmctld.log"), "utf8")}`);
      await sleep(200);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

/** Ends the process whose number is in a file, and waits until it is gone. */
async function end(file) {
  let pid = 0;
  try {
    pid = Number(readFileSync(file, "utf8"));
    for (let i = 0; ; ++i) {
      process.kill(pid, i < 50 ? "SIGTERM" : "SIGKILL");
      await sleep(100);
    }
  } catch (error) {
    if (error.code !== "ESRCH" && error.code !== "ENOENT") throw error;
  }
}
