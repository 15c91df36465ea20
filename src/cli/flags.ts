import type { Workers } from "../workers/choice.ts";
import { modelOptionNames, regimeOptionNames } from "./options.ts";

/** Options as the command line gave them, by their names in the API; most are the library's to check. */
export interface Flags {
  readonly [option: string]: unknown;
  readonly json?: boolean;
  /** Checked when it was read. */
  readonly workers?: Workers;
  /** The same. */
  readonly seed?: number | string;
  readonly out?: string;
  readonly force?: boolean;
  readonly observable?: readonly string[];
  readonly generations?: unknown;
  readonly threshold?: unknown;
  readonly count?: unknown;
}

/** The options of the given names, where they were given. */
export function pick(flags: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(flags).filter(([name]) => names.includes(name)));
}

/** The options that describe a model. */
export const modelFlags = (flags: Flags): Record<string, unknown> => pick(flags, modelOptionNames);

/** The regime that options describe, which override those of a file's; undefined where none is given. */
export function regimeFlags(flags: Flags, base: unknown): object | undefined {
  const { regime: name, ...given } = pick(flags, regimeOptionNames);
  // One that is named takes nothing from the one that it replaces.
  if (name !== undefined) return { name, ...given };
  if (Object.keys(given).length === 0) return undefined;
  return typeof base === "object" ? { ...base, ...given } : { name: base ?? "replace", ...given };
}
