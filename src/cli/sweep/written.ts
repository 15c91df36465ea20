import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError, invalid } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { version } from "../../version.ts";
import { readJson } from "../run/json-file.ts";
import { studyIn } from "./store.ts";

/**
 * The study in a file: as one writes it, as a directory of results keeps it, or the experiment of a run's output.
 * @throws {InputError} where it cannot be read, or its model is a module's
 */
export function studyOf(path: string): unknown {
  const written = readJson(path, "study");
  if (!isBag(written)) return written;
  const { lethe, study, experiment, model } = written as Record<string, unknown>;
  if (isBag(model) && "module" in model)
    throw invalid(
      "model.module",
      model.module,
      "only in an experiment, for lethe run: studies are of models of the library",
    );
  return lethe === undefined ? written : (study ?? experiment ?? written);
}

/**
 * Says where another version wrote to a directory.
 * @throws {InputError} where its study.json is not ours, and would be written over
 */
export function lookInto(out: string, note: (text: string) => void): void {
  const path = join(out, "study.json");
  if (!existsSync(path)) return;
  if (studyIn(out) === undefined) {
    throw new InputError(
      `invalid out: ${JSON.stringify(out)} (${path} is no file of lethe's, and would be written over; take another directory)`,
    );
  }
  const { lethe } = JSON.parse(readFileSync(path, "utf8")) as { lethe?: unknown };
  if (lethe !== version)
    note(`${out} was written by lethe ${lethe}; this is ${version}, and takes none of its cells`);
}
