import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./statistics.mjs";

const PROCESSES = 9;
const entry = new URL("../dist/index.js", import.meta.url).href;
const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const FIRST_DRAW = `
  const began = performance.now();
  const { Generator } = await import(${JSON.stringify(entry)});
  const drawn = new Generator(1).uniform();
  console.log(drawn < 1 ? performance.now() - began : NaN);`;

const SMALL_RUN = "run bernoulli --p .5 --samples 10 --generations 5 --trajectories 10 --seed 1 --quiet";

/**
 * What is started, and how.
 *
 * @type {Record<string, string[]>}
 */
const STARTED = {
  bare: [process.execPath, "--input-type=module", "-e", "0"],
  whole: [process.execPath, "--input-type=module", "-e", FIRST_DRAW],
  version: [process.execPath, program, "--version"],
  smallRun: [process.execPath, program, ...SMALL_RUN.split(" ")],
};

/** A numpy script pays this before its first line, so commands are held against it. */
const NUMPY = ["python3", "-c", "import numpy"];

/**
 * Milliseconds of fresh processes, taking turns: one that does nothing, one that draws, and from import to first draw;
 * the command line telling its version, and running what is hardly anything; numpy's import, where there is one.
 */
export function measureStartUp() {
  const started = spawnSync(NUMPY[0], NUMPY.slice(1)).status === 0 ? { ...STARTED, numpy: NUMPY } : STARTED;
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(started).map((name) => [name, []]));
  /** @type {number[]} */
  const toFirstDraw = [];
  for (let i = 0; i < PROCESSES; ++i) {
    for (const [name, line] of Object.entries(started)) {
      const { took, output } = run(line[0], line.slice(1));
      times[name].push(took);
      if (name === "whole") toFirstDraw.push(Number(output));
    }
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
  return { ...medians, toFirstDraw: median(toFirstDraw) };
}

function run(command, args) {
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { took: performance.now() - began, output: stdout };
}
