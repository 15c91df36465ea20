import type { Estimator } from "../engine/protocol.ts";
import { readSeed, SEED_ALLOWED } from "../seed.ts";
import { LAST } from "./time.ts";

/** The steps that an address can lead to. */
const STEPS = ["urn", "bell", "guess", "scale", "rescue"] as const;

/** Where the reader is in the story, and what has been tried there. */
export interface Place {
  readonly seed: number | string;
  readonly generation: number;
  readonly step?: (typeof STEPS)[number];
  /** How many balls have been drawn from the urns. */
  readonly balls?: number;
  /** Of the bell curves: how often they have been fitted, and the width at which they have collapsed. */
  readonly fits?: number;
  readonly threshold?: number;
  /** How many times as long ten times the data last. */
  readonly guess?: number;
  /** The numbers of samples that were tried, and the estimator. */
  readonly samples?: readonly number[];
  readonly estimator?: Estimator;
  /** The share of real words. */
  readonly real?: number;
}

/** The run that a reader sees first. */
export const START: Place = { seed: 1, generation: 0 };

/** Whether the part of an address after `#` belongs to the story; all others are those of the bench. */
export const isStory = (hash: string): boolean => hash === "" || hash === "#" || /^#story\b/.test(hash);

interface Reader {
  readonly read: (text: string) => unknown;
  readonly allowed: string;
}

const integer = (from: number, to: number): Reader => ({
  read: (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined,
  allowed: `an integer from ${from} to ${to}`,
});

const number = (from: number, to: number): Reader => ({
  read: (text) =>
    /^[\d.]{1,12}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined,
  allowed: `a number from ${from} to ${to}`,
});

const oneOf = (names: readonly string[]): Reader => ({
  read: (text) => names.find((name) => name === text),
  allowed: `one of ${names.join(", ")}`,
});

/** The bounds of what can be tried, which the steps share. */
export const BOUNDS = {
  balls: 60,
  fits: 120,
  threshold: [0.002, 0.9],
  guess: 1000,
  samples: [5, 1000],
  real: 0.5,
} as const;
const SAMPLES = integer(...BOUNDS.samples);

/** What an address may hold, by its names there, and what each stands for. */
const NAMES: Readonly<Record<string, Reader & { readonly as: keyof Place }>> = {
  copy: { as: "generation", ...integer(0, LAST) },
  seed: { as: "seed", read: readSeed, allowed: SEED_ALLOWED },
  step: { as: "step", ...oneOf(STEPS) },
  balls: { as: "balls", ...integer(0, BOUNDS.balls) },
  fits: { as: "fits", ...integer(0, BOUNDS.fits) },
  threshold: { as: "threshold", ...number(...BOUNDS.threshold) },
  guess: { as: "guess", ...number(1, BOUNDS.guess) },
  samples: {
    as: "samples",
    read: (text) => {
      const list = text.split(",").map(SAMPLES.read);
      return list.length <= 5 && list.every((one) => one !== undefined) ? list : undefined;
    },
    allowed: `at most five numbers, each ${SAMPLES.allowed}`,
  },
  estimator: { as: "estimator", ...oneOf(["unbiased", "ml"]) },
  real: { as: "real", ...number(0, BOUNDS.real) },
};

/** Reads `#story&copy=10&seed=1`; what cannot be used is named, and left out. */
export function parseStory(hash: string): { place: Place; faults: string[] } {
  const faults: string[] = [];
  const place: Record<string, unknown> = { ...START };
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (name === "story") continue;
    if (!Object.hasOwn(NAMES, name)) {
      faults.push(`“${name}” is not known here`);
      continue;
    }
    const { as, read, allowed } = NAMES[name];
    const value = read(text);
    if (value === undefined) faults.push(`${name}: “${text}” (${allowed})`);
    else place[as] = value;
  }
  return { place: place as unknown as Place, faults };
}

/** The part of an address after `#`. */
export function storyLink(place: Place): string {
  const pairs = Object.entries(NAMES).flatMap(([name, { as }]) =>
    place[as] === undefined || place[as] === START[as] ? [] : [[name, String(place[as])]],
  );
  // A comma needs no disguise in an address, and is read more easily without.
  return pairs.length === 0
    ? "#story"
    : `#story&${new URLSearchParams(pairs).toString().replaceAll("%2C", ",")}`;
}
