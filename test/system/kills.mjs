// Kills commands at many moments, in a terminal, and looks at what they leave. `npm run test:kills` does it 480 times;
// `npm run test:kills -- --moments 2` less often, `--only until-one` the commands that have this in them. The moments
// are drawn from a fixed seed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Generator } from "../../dist/index.js";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const LETHE = [process.execPath, path("../../dist/cli/main.js")];
const LIST = "lethe-files.sha256";
const TEMPORARY = /\.lethe-[\w-]*-\d+\.tmp$/;

const simulation = "--samples 100 --generations 500 --trajectories 3000 --seed 1 --survival std>0.1";
const text = "--trajectories 5 --generations 50 --seed 1";
const COMMANDS = [
  `run gaussian ${simulation} --workers 2`,
  `forget ${text}`,
  `forget ${path("../../LICENSE")} --until-one --trajectories 200 --seed 1`,
  "reproduce --quick --seed 1 --only poisson-1",
].map((command) => command.split(" "));
/** How each is sent, and its number. Ctrl-C is the key, which the terminal turns into a signal. */
const SIGNALS = { "C-c": 2, SIGTERM: 15, SIGHUP: 1, SIGKILL: 9 };

/** Whether there is a python3 to open terminals with. */
export const canKill =
  process.platform !== "win32" && spawnSync("python3", ["-c", "import pty"]).status === 0;

/** Files below a directory. */
const filesIn = (directory) =>
  readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort();

const isWhole = (directory, name) => {
  const hash = createHash("sha256")
    .update(readFileSync(join(directory, name)))
    .digest("hex");
  return readFileSync(join(directory, LIST), "utf8").includes(`${hash}  ${name}\n`);
};

/** Kills one command at one moment. Returns what is wrong with what is left (nothing, it is hoped) and how it ended. */
export function killOne(command, signal, moment) {
  const directory = mkdtempSync(join(tmpdir(), "lethe-kill-"));
  const faults = [];
  try {
    const input = JSON.stringify({
      argv: [...LETHE, ...command, "--out", directory],
      directory,
      signal,
      ...moment,
    });
    const { stdout, stderr } = spawnSync("python3", [path("terminal.py")], { input, maxBuffer: 1 << 28 });
    if (stdout.length === 0) throw new Error(String(stderr));
    const ended = JSON.parse(String(stdout));
    const over = !ended.sent || (ended.code === 0 && ended.signal === 0);
    if (!over && ended.signal !== SIGNALS[signal])
      faults.push(`ended by ${ended.signal}, code ${ended.code}`);
    const escapes = ended.output.split("\u001b").slice(1);
    if (escapes.some((rest) => !rest.startsWith("[K"))) faults.push("an escape that may change the terminal");
    const left = filesIn(directory);
    const partial = left.filter((name) => TEMPORARY.test(name));
    for (const name of left) {
      if (name !== LIST && !partial.includes(name) && !isWhole(directory, name))
        faults.push(`${name} is not whole`);
    }
    const next = "run bernoulli --p 1 --samples 1 --generations 1 --trajectories 1 -q --force --out".split(
      " ",
    );
    spawnSync(LETHE[0], [LETHE[1], ...next, directory]);
    const after = filesIn(directory).join();
    if (after !== `${LIST},observable-p.svg,observables.csv,run.json`)
      faults.push(`after the next run: ${after}`);
    return { faults, over, files: left.length - partial.length, partial: partial.length };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Seconds that a command takes when it is left alone. */
function lasts(command) {
  const directory = mkdtempSync(join(tmpdir(), "lethe-kill-"));
  const began = performance.now();
  spawnSync(LETHE[0], [LETHE[1], ...command, "--out", directory]);
  rmSync(directory, { recursive: true, force: true });
  return (performance.now() - began) / 1000;
}

/**
 * Kills each command by each signal at so many moments: half of them anywhere, half while files are written. Returns a
 * row for each pair.
 *
 * @param {{ moments: number, only?: string, seed?: number, tell?: (row: object) => void }} how
 */
function killAll({ moments, only = "", seed = 42, tell = () => {} }) {
  return COMMANDS.filter((command) => command.join(" ").includes(only)).flatMap((command) => {
    const rng = new Generator(seed, COMMANDS.indexOf(command));
    const seconds = lasts(command);
    return Object.keys(SIGNALS).map((signal) => {
      const row = {
        command: command
          .filter((word) => !word.includes("/"))
          .slice(0, 2)
          .join(" "),
        signal,
        kills: 0,
        over: 0,
        files: 0,
        partial: 0,
      };
      const faults = [];
      // One that is over before its signal comes does not count.
      for (let i = 0; row.kills < moments && i < 2 * moments; ++i) {
        const u = rng.uniform();
        // Writing takes some milliseconds.
        const moment =
          i % 2 === 0 ? { from: "start", after: u * seconds } : { from: "file", after: u * u * 0.01 };
        const outcome = killOne(command, signal, moment);
        row.kills += outcome.over ? 0 : 1;
        row.over += outcome.over ? 1 : 0;
        row.files += outcome.files > 0 ? 1 : 0;
        row.partial += outcome.partial > 0 ? 1 : 0;
        faults.push(...outcome.faults.map((fault) => `${JSON.stringify(moment)}: ${fault}`));
      }
      tell({ ...row, faults: faults.length });
      return { ...row, faults };
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!canKill) {
    console.log("skipped: there is no python3 to open a terminal with");
    process.exit(0);
  }
  const given = (name) => process.argv[process.argv.indexOf(name, 2) + 1 || process.argv.length];
  const rows = killAll({
    moments: Number(given("--moments") ?? 30),
    only: given("--only"),
    tell: (row) => console.log(JSON.stringify(row)),
  });
  const faults = rows.flatMap(({ command, signal, faults: list }) =>
    list.map((one) => `${command}, ${signal}: ${one}`),
  );
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  console.log(
    `${sum("kills") + sum("over")} runs: ${sum("kills")} killed, ${sum("over")} over before; ` +
      `${sum("files")} left files, ${sum("partial")} a half-written one; ${faults.length} faults`,
  );
  for (const fault of faults) console.log(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
