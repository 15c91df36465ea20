import { invalid } from "../../check/errors.ts";

/** A part of the cells of a study: those whose number leaves `index` when it is divided by `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const ALLOWED = "I/N: part I of N, counted from 0, as in 0/4 to 3/4";

/** Reads `--shard`. @throws {InputError} for what is no part */
export function shardOf(text: string | undefined): Shard {
  if (text === undefined) return { index: 0, count: 1 };
  const [, index, count] = (/^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index >= count) throw invalid("shard", text, ALLOWED);
  return { index, count };
}
