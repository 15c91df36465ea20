import { invalid, show } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { counted } from "../../show/numbers.ts";
import type { RunDocument } from "../../simulate/run-document.ts";
import { simulateChecked } from "../../simulate/simulate.ts";
import { cellDocument, isCell } from "../../study/cell-document.ts";
import { Difference } from "../difference.ts";
import type { Flags } from "../flags.ts";
import type { Shell } from "../shell.ts";
import { experimentOf } from "./experiment.ts";
import { readJson } from "./json-file.ts";

/** What has to be the same: all that was measured. Theory may have learnt since. */
const MEASURED = [
  "generations",
  "keptTrajectories",
  "observables",
  "survival",
  "timeTo",
  "forgetting",
  "presence",
] as const;

const THEORY = ["theory", "law"];

/** `lethe verify-run`: runs an output's experiment again. @throws {Difference} where a number is another one */
export async function verifyRun(path: string, flags: Flags, shell: Shell): Promise<void> {
  const written = readJson(path) as Partial<RunDocument>;
  if (!isBag(written) || !isBag(written.experiment) || !isBag(written.observables)) {
    throw invalid("run", path, "the output of lethe run --json");
  }
  const { tokens } = (written.experiment.model ?? {}) as { tokens?: unknown };
  if (isBag(tokens)) {
    throw invalid(
      "run",
      path,
      "an output that holds its text; run it again with lethe run ngram --corpus and its seed",
    );
  }
  const checked = await experimentOf(path, {}, {}, shell.note);
  const run = await simulateChecked(checked, {
    workers: flags.workers ?? "auto",
    onProgress: ({ done, total }) => shell.progress("simulating", done, total),
  });
  const again = isCell(written as RunDocument) ? cellDocument(run) : run.toJSON();
  let compared = 0;
  try {
    for (const name of MEASURED)
      compared += compare(name, written[name], JSON.parse(JSON.stringify(again[name] ?? null)));
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    throw new Difference(`different: ${path}: ${error.message}`);
  }
  shell.print(`the same: ${path}: ${counted(compared, "number")}\n`);
}

/** Compares what was written with what came of it now, theory apart; how many numbers there were. */
function compare(place: string, then: unknown, now: unknown): number {
  if (isBag(then) && isBag(now)) {
    const [before, after] = [then, now] as Record<string, unknown>[];
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const name of THEORY) names.delete(name);
    return sum([...names].map((name) => compare(`${place}.${name}`, before[name], after[name])));
  }
  if (Array.isArray(then) && Array.isArray(now) && then.length === now.length) {
    return sum(then.map((value, i) => compare(`${place}[${i}]`, value, now[i])));
  }
  if (then === now || (then === undefined && now === null)) return typeof now === "number" ? 1 : 0;
  throw new Difference(`${place} was ${show(then)} and is ${show(now)}`);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
