import { spawnSync } from "node:child_process";
import { median } from "./statistics.mjs";

const PROCESSES = 9;
const entry = new URL("../dist/index.js", import.meta.url).href;

const FIRST_DRAW = `
  const began = performance.now();
  const { Generator } = await import(${JSON.stringify(entry)});
  const drawn = new Generator(1).uniform();
  console.log(drawn < 1 ? performance.now() - began : NaN);`;

/** Milliseconds of a fresh process: all of one that does nothing, all of one that draws, and from import to first draw. */
export function measureStartUp() {
  const bare = [];
  const whole = [];
  const toFirstDraw = [];
  for (let i = 0; i < PROCESSES; ++i) {
    bare.push(run("0").took);
    const { took, output } = run(FIRST_DRAW);
    whole.push(took);
    toFirstDraw.push(Number(output));
  }
  return { bare: median(bare), whole: median(whole), toFirstDraw: median(toFirstDraw) };
}

function run(script) {
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { took: performance.now() - began, output: stdout };
}
