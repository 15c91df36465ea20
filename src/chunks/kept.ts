/** The most numbers that are kept (128 MB): records of as many trajectories as they are enough for. */
const KEPT_NUMBERS = 2 ** 24;

/** Of how many trajectories, the first ones, all records are kept. */
export function keptOf(width: number, trajectories: number): number {
  const most = Math.floor(KEPT_NUMBERS / width);
  return Math.min(trajectories, Math.max(1, most));
}
