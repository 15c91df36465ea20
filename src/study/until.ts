import { InputError, invalid } from "../check/errors.ts";
import { isList } from "../check/given.ts";
import type { Tally } from "../chunks/tally.ts";

/** When the cells of a study end: at their generations, or sooner, when all of their events have happened in all trajectories. */
export type Until = "over" | undefined;

/** Reads the option `until` of a study. @throws {InputError} for another word, and where there is nothing to wait for */
export function untilOf({
  until,
  survival,
}: {
  readonly until?: unknown;
  readonly survival?: unknown;
}): Until {
  if (until === undefined) return undefined;
  if (until !== "over") throw invalid("until", until, '"over": until all events have happened');
  if (!isList(survival) || survival.length === 0)
    throw new InputError('invalid until: "over" (only with events to wait for: survival)');
  return until;
}

/** The generation in which the last event of the last trajectory happened; all of them where one did not. */
export function generationsUntilOver(
  { events }: Tally,
  { trajectories, generations }: { readonly trajectories: number; readonly generations: number },
): number {
  const last = events.map(({ failures }) => {
    let happened = 0;
    let latest = 0;
    for (const [generation, many] of failures) {
      happened += many;
      if (generation > latest) latest = generation;
    }
    return happened < trajectories ? generations : latest;
  });
  return Math.max(1, ...last);
}
