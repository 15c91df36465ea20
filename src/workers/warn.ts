import { warnOnce } from "../host/warn.ts";

/** Says that some worker takes no part that was to, and why. */
export function warnOfFewer(reason: string): void {
  warnOnce("workers", `fewer workers take part than could: the same results take longer (${reason})`);
}
