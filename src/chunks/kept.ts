/** Records of all trajectories are kept while they are no more than this many numbers (128 MB). */
const ALL = 2 ** 24;
/** Where they are more: of as many trajectories as so many numbers (16 MB) are enough for. */
const SOME = 2 ** 21;

/** Of how many trajectories, the first ones, all records are kept. */
export function keptOf(width: number, trajectories: number): number {
  if (width * trajectories <= ALL) return trajectories;
  return Math.max(1, Math.floor(SOME / width));
}
