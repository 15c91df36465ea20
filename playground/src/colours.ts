import type { Colour } from "../../src/plot/palette.ts";

const kept = new Map<Colour, string>();
const dark = matchMedia("(prefers-color-scheme: dark)");
dark.addEventListener("change", () => kept.clear());

/** The colour of this page, light or dark. */
export function ink(colour: Colour): string {
  const known =
    kept.get(colour) ?? getComputedStyle(document.documentElement).getPropertyValue(`--${colour}`).trim();
  kept.set(colour, known);
  return known;
}

/** Calls when the page turns light or dark. */
export const onShade = (act: () => void): void => dark.addEventListener("change", act);
