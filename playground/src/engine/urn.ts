import { Generator, theory } from "lethe";
import type { Tasks } from "./protocol.ts";
import type { Urn } from "./story-data.ts";

/** Draws every ball of every generation, with replacement: the ball that is taken is copied into the next urn. */
export function urn({ counts, seed, generations }: Tasks["urn"]["ask"]): Urn {
  const random = new Generator(seed);
  const samples = counts.reduce((sum, count) => sum + count, 0);
  let balls = counts.flatMap((count, colour) => Array.from({ length: count }, () => colour));
  const places: number[][] = [];
  const colours = [balls];
  for (let k = 1; k <= generations; ++k) {
    const taken = Array.from({ length: samples }, () => random.integers(0, samples));
    places.push(taken);
    balls = taken.map((place) => balls[place]);
    colours.push(balls);
  }
  const expected = theory.categorical.expectedUnique({
    ...{ weights: counts, samples },
    generations: colours.map((_, k) => k),
  });
  return { colours, places, expected };
}
