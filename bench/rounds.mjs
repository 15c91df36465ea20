/**
 * Times the contestants of a case in turn, A B C A B C …, so that what else the machine does falls on all of them.
 * Returns, for each, the nanoseconds a unit of every round, and the peak of memory, in bytes, of those that tell.
 *
 * @param {{ name: string, units: number, slow?: boolean }} item
 */
export async function playRounds({ name, units, slow }, contestants, { rounds, turn }) {
  // A slow case needs no warm-up: it is long enough to be its own.
  if (!slow) for (const contestant of contestants) await contestant.time(turn);
  const times = Object.fromEntries(contestants.map((contestant) => [contestant.name, []]));
  /** @type {Record<string, number>} */
  const memory = {};
  for (let round = 0; round < (slow ? Math.min(3, rounds) : rounds); ++round) {
    for (const contestant of contestants) {
      const { ns, checksum, memory: bytes } = await contestant.time(turn);
      // A checksum that is used: nobody may leave the drawing out.
      if (!Number.isFinite(checksum) || checksum === 0) {
        throw new Error(`${name}, ${contestant.name}: a checksum of ${checksum}`);
      }
      times[contestant.name].push(ns / units);
      if (bytes !== undefined) memory[contestant.name] = Math.max(bytes, memory[contestant.name] ?? 0);
    }
  }
  return { times, memory };
}
