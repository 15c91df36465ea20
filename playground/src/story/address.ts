import { readSeed, SEED_ALLOWED } from "../seed.ts";
import { LAST } from "./time.ts";

/** Where the reader is in the story. */
export interface Place {
  readonly seed: number | string;
  readonly generation: number;
}

/** The run that a reader sees first. */
export const START: Place = { seed: 1, generation: 0 };

/** Whether the part of an address after `#` belongs to the story; all others are those of the bench. */
export const isStory = (hash: string): boolean => hash === "" || hash === "#" || /^#story\b/.test(hash);

/** Reads `#story&copy=10&seed=1`; what cannot be used is named, and left out. */
export function parseStory(hash: string): { place: Place; faults: string[] } {
  const faults: string[] = [];
  let { seed, generation } = START;
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (name === "story") continue;
    if (name === "copy") {
      if (/^\d{1,4}$/.test(value) && Number(value) <= LAST) generation = Number(value);
      else faults.push(`copy: “${value}” (an integer from 0 to ${LAST})`);
    } else if (name === "seed") {
      const read = readSeed(value);
      if (read === undefined) faults.push(`seed: “${value}” (${SEED_ALLOWED})`);
      else seed = read;
    } else faults.push(`“${name}” is not known here`);
  }
  return { place: { seed, generation }, faults };
}

/** The part of an address after `#`. */
export function storyLink({ seed, generation }: Place): string {
  const pairs = [
    ...(generation === 0 ? [] : [["copy", String(generation)]]),
    ...(seed === START.seed ? [] : [["seed", String(seed)]]),
  ];
  return pairs.length === 0 ? "#story" : `#story&${new URLSearchParams(pairs)}`;
}
