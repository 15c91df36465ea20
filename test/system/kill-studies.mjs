// Kills studies at many moments, as a power cut would, and gives the same command again until they are done: the tables
// are to have the bytes of a study that was left alone. `npm run test:kill-studies` does it 100 times, with
// `-- --kills 5` less often. The moments are drawn from a fixed seed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Generator } from "../../dist/index.js";

const LETHE = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** Cells that are cut into ten shards each and take little, as after some hundred generations nothing changes any more. */
const CUT = {
  model: { name: "bernoulli", p: 0.5, samples: [20, 40, 80] },
  ...{ generations: 20_000, trajectories: 20_000, record: "log:3", seed: 1, survival: ["p!=0,1"] },
};
/** Cells that are not, and end when they are over. */
const UNTIL = {
  model: { name: "gaussian", samples: [5, 10], estimator: ["ml", "unbiased"] },
  ...{ generations: 20_000, trajectories: 5000, record: "log:3", seed: 1, survival: ["std>0.1"] },
  until: "over",
};

/** Studies, and the options of their command. */
export const STUDIES = [
  { study: CUT, options: [] },
  { study: CUT, options: ["--raw"] },
  { study: UNTIL, options: [] },
  { study: UNTIL, options: ["--raw"] },
];

/** The tables in a directory, by name: their hashes. */
export const tablesIn = (directory) =>
  Object.fromEntries(
    readdirSync(directory)
      .filter((name) => /\.(csv|parquet)$/.test(name))
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(directory, name)))
          .digest("hex"),
      ]),
  );

/**
 * Runs a study; `moment`, where given, is when it is killed: after so many seconds, or so many seconds after a number of
 * changes in its working files.
 *
 * @param {readonly string[]} study with its options @param {string} out @param {number} workers
 * @param {{ after: number, changes?: number }} [moment]
 * @returns {Promise<{ code: number | null, stderr: string }>} code: null where it was killed
 */
export function runStudy(study, out, workers, moment) {
  return new Promise((resolve) => {
    const args = [LETHE, "sweep", ...study, "--out", out, "--workers", `${workers}`];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    const kill = () => child.kill("SIGKILL");
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @type {import("node:fs").FSWatcher | undefined} */
    let watcher;
    if (moment?.changes !== undefined) {
      let left = moment.changes;
      watcher = watch(out, { recursive: true }, () => {
        left -= 1;
        if (left === 0) timer = setTimeout(kill, 1000 * moment.after);
      });
    } else if (moment) timer = setTimeout(kill, 1000 * moment.after);
    let stderr = "";
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      watcher?.close();
      resolve({ code, stderr });
    });
  });
}

/**
 * Kills a study and gives its command again until it was killed so often and is done. Returns what was wrong.
 *
 * @param {{ study: object, options: readonly string[] }} which
 * @param {{ kills: number, seed?: number, most?: number, tell?: (line: string) => void }} how
 */
export async function killStudy({ study, options }, { kills, seed = 42, most = 6, tell = () => {} }) {
  const directory = mkdtempSync(join(tmpdir(), "lethe-study-"));
  const faults = [];
  try {
    const path = join(directory, "study.json");
    const file = [path, ...options];
    writeFileSync(path, JSON.stringify(study));
    const began = performance.now();
    const { stderr } = await runStudy(file, join(directory, "whole"), 2);
    const seconds = (performance.now() - began) / 1000;
    const expected = JSON.stringify(tablesIn(join(directory, "whole")));
    if (expected === "{}") return { killed: 0, studies: 0, faults: [stderr] };
    const rng = new Generator(seed);
    let killed = 0;
    let studies = 0;
    for (; killed < kills; ++studies) {
      const out = join(directory, `killed-${studies}`);
      // One that is there can be watched.
      mkdirSync(out);
      let own = 0;
      /** @type {number | null} */
      let code = null;
      while (code === null) {
        const u = rng.uniform();
        const isWatched = own % 2 === 1;
        const moment = isWatched
          ? { changes: 1 + Math.floor(12 * rng.uniform()), after: u * u * 0.02 }
          : { after: u * seconds };
        // In the end it is let go on.
        const ended = await runStudy(file, out, 1 + (own % 3), own < most ? moment : undefined);
        code = ended.code;
        own += code === null ? 1 : 0;
        if (code !== null && code !== 0) faults.push(`exit code ${code}: ${ended.stderr}`);
      }
      killed += own;
      if (JSON.stringify(tablesIn(out)) !== expected) faults.push(`other tables after ${own} kills`);
      tell(`killed ${own} times, then done; ${killed} of ${kills}, ${faults.length} faults`);
      rmSync(out, { recursive: true, force: true });
    }
    return { killed, studies, faults };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf("--kills");
  const kills = at < 0 ? 100 : Number(process.argv[at + 1]);
  const faults = [];
  for (const [i, one] of STUDIES.entries()) {
    const how = { kills: Math.ceil(kills / STUDIES.length), seed: 42 + i, tell: console.log };
    const outcome = await killStudy(one, how);
    console.log(`${outcome.killed} kills of ${outcome.studies} studies: ${outcome.faults.length} faults`);
    faults.push(...outcome.faults);
  }
  for (const fault of faults) console.log(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
