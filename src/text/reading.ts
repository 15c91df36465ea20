import { shortName } from "./open.ts";
import type { CountFileOptions } from "./read.ts";

/** Where a command says how far it has come, and what it has to say. */
interface Teller {
  readonly progress: ((label: string, done: number, total: number) => void) | undefined;
  readonly note: ((text: string) => void) | undefined;
}

/** How the reading of a text is told of. */
export function reading(
  path: string | undefined,
  { progress, note }: Teller,
): Pick<CountFileOptions, "onProgress" | "onNote"> {
  // The built-in book is read at once.
  if (path === undefined) return {};
  const label = `reading ${shortName(path)}`;
  return {
    onNote: note,
    onProgress: (bytes, total) => {
      const sofar = total === undefined ? `${label}: ${Math.floor(bytes / 1e6)} MB` : label;
      progress?.(sofar, bytes, total ?? 0);
    },
  };
}
