import type { Estimator } from "../engine/story-data.ts";
import { readSeed, SEED_ALLOWED } from "../seed.ts";
import { LAST } from "./time.ts";

/** The steps that an address can lead to. */
export const STEPS = ["urn", "bell", "guess", "scale", "rescue"] as const;
export type StepName = (typeof STEPS)[number];

/** Where the reader is in the story, and all that has been tried there. */
export interface Place {
  /** Of the run of the text. */
  readonly seed: number | string;
  readonly generation: number;
  /** The step in which something was tried last; absent where it was the run of the text. */
  readonly step?: StepName | undefined;
  /** How many balls have been drawn from the urns. */
  readonly balls: number;
  readonly urnSeed: number | string;
  /** Of the bell curves: how often they have been fitted, and the width at which they have collapsed. */
  readonly fits: number;
  readonly threshold: number;
  readonly bellSeed: number | string;
  /** How many times as long ten times the data last, by the reader; and whether the answer has been seen. */
  readonly guess?: number | undefined;
  readonly answer?: "shown" | undefined;
  /** The numbers of samples that were tried, and the estimator. */
  readonly samples: readonly number[];
  readonly estimator: Estimator;
  /** The share of real words, and that of the words to be kept. */
  readonly real: number;
  readonly keep: number;
}

/** What a reader finds who has tried nothing yet. */
export const START: Place = {
  ...{ seed: 1, generation: 0 },
  ...{ balls: 0, urnSeed: 1 },
  ...{ fits: 0, threshold: 0.1, bellSeed: 1 },
  ...{ samples: [10, 100], estimator: "unbiased" },
  ...{ real: 0.1, keep: 0.5 },
};

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

const seed: Reader = { read: readSeed, allowed: SEED_ALLOWED };

/** The bounds of what can be tried, which the steps share. */
export const BOUNDS = {
  balls: 60,
  fits: 120,
  threshold: [0.002, 0.9],
  guess: 1000,
  samples: [5, 1000],
  real: [0, 0.5],
  keep: [0.05, 0.95],
} as const;
const SAMPLES = integer(...BOUNDS.samples);

/** What an address may hold, by its names there, and what each stands for. */
const NAMES: Readonly<Record<string, Reader & { readonly as: keyof Place }>> = {
  copy: { as: "generation", ...integer(0, LAST) },
  seed: { as: "seed", ...seed },
  step: { as: "step", ...oneOf(STEPS) },
  balls: { as: "balls", ...integer(0, BOUNDS.balls) },
  "urn-seed": { as: "urnSeed", ...seed },
  fits: { as: "fits", ...integer(0, BOUNDS.fits) },
  threshold: { as: "threshold", ...number(...BOUNDS.threshold) },
  "bell-seed": { as: "bellSeed", ...seed },
  guess: { as: "guess", ...number(1, BOUNDS.guess) },
  answer: { as: "answer", ...oneOf(["shown"]) },
  samples: {
    as: "samples",
    read: (text) => {
      const list = text.split(",").map(SAMPLES.read);
      return list.length <= 5 && list.every((one) => one !== undefined) ? list : undefined;
    },
    allowed: `at most five numbers, each ${SAMPLES.allowed}`,
  },
  estimator: { as: "estimator", ...oneOf(["unbiased", "ml"]) },
  real: { as: "real", ...number(...BOUNDS.real) },
  keep: { as: "keep", ...number(...BOUNDS.keep) },
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

/** The part of an address after `#`: what is not as a reader finds it. */
export function storyLink(place: Partial<Place>): string {
  const pairs = Object.entries(NAMES).flatMap(([name, { as }]) => {
    const value = place[as];
    return value === undefined || String(value) === String(START[as]) ? [] : [[name, String(value)]];
  });
  // A comma needs no disguise in an address, and is read more easily without.
  return pairs.length === 0
    ? "#story"
    : `#story&${new URLSearchParams(pairs).toString().replaceAll("%2C", ",")}`;
}
