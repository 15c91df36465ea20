/**
 * Chance for one call, from the seed and the number of the call alone, so that each can be made again by itself.
 * mulberry32 by Tommy Ettinger: not lethe's own generator, which is among what is tried.
 */
export function randomOf(seed, number) {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  // The first ones of neighbouring numbers are alike.
  next();
  next();
  return {
    chance: (p) => next() < p,
    below: (n) => Math.floor(next() * n),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}
