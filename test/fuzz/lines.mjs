// Command lines, each as a process of its own, as a user runs them.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import * as api from "../../dist/index.js";
import { commands, program } from "./commands.mjs";
import { writeFiles } from "./files.mjs";
import { functionsOf } from "./functions.mjs";
import { judgeLine } from "./judge-line.mjs";
import { makeLine } from "./line.mjs";
import { learnOptions } from "./options.mjs";
import { plausibleOf } from "./plausible.mjs";
import { randomOf } from "./random.mjs";
import { wordsOf } from "./words.mjs";

/** A process that is still at work by then, in milliseconds, is interrupted: much that is asked for takes long. */
const PATIENCE = 2500;
/** By then it must have ended. */
const LIMIT = 20_000;
/** So much of each output is kept. */
const KEPT = 5_000_000;

export async function runLines({ lines, seed, only, jobs }, tally) {
  const known = await learn(only);
  let next = 0;
  const lane = async () => {
    for (let number = next++; number < lines; number = next++) {
      const { text, outcome } = await run(makeLine(randomOf(seed, number), known), known);
      tally.add(number, { path: text.split(" ").slice(0, 2).join(" "), text, outcome });
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
  rmSync(known.root, { recursive: true, force: true });
}

/** One command line again, with all that it printed. */
export async function runLine(number, { seed, only }) {
  const known = await learn(only);
  const ended = await run(makeLine(randomOf(seed, number), known), known);
  rmSync(known.root, { recursive: true, force: true });
  return ended;
}

/** What there is to try, from the program and the API themselves. */
async function learn(only) {
  const { root, paths } = writeFiles();
  const plausible = plausibleOf(api);
  const options = { __proto__: null };
  for (const target of functionsOf(api)) {
    if (!target.path.includes(".")) options[target.path] = (await learnOptions(target, plausible)).options[0];
  }
  const chosen = commands().filter(({ name }) => only === "" || name === only.split(" ")[0]);
  return { root, paths, options, commands: chosen, words: wordsOf(api, paths) };
}

function run({ args, input, signal }, { root }) {
  const cwd = mkdtempSync(join(root, "line-"));
  const text = [
    "lethe",
    ...args.map((arg) => (/^[\w./,:@>=!-]+$/.test(arg) ? arg : JSON.stringify(arg))),
  ].join(" ");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name].setEncoding("utf8").on("data", (piece) => {
        if (out[name].length < KEPT) out[name] += piece;
      });
    }
    let [interrupted, hung] = [false, false];
    const patience = setTimeout(() => {
      interrupted = true;
      child.kill(signal);
    }, PATIENCE);
    const limit = setTimeout(() => {
      hung = true;
      child.kill("SIGKILL");
    }, LIMIT);
    // A program that refuses its options does not wait for its input.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("close", (code, killedBy) => {
      clearTimeout(patience);
      clearTimeout(limit);
      rmSync(cwd, { recursive: true, force: true });
      const ended = { args, code, signal: killedBy, interrupted, hung, ...out };
      resolve({ text, input, outcome: judgeLine(ended), code, ...out });
    });
  });
}
