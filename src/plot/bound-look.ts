import type { Colour } from "./palette.ts";

/** How a bound is drawn, in figures and in the playground: long dashes bound from above, short ones from below. */
export interface BoundLook {
  readonly colour: Colour;
  readonly dash: readonly number[];
}

const BOUNDS: Record<"upper" | "lower", readonly BoundLook[]> = {
  upper: [
    { colour: "vermillion", dash: [8, 4] },
    { colour: "amber", dash: [8, 3, 2, 3] },
    { colour: "purple", dash: [13, 4] },
    { colour: "green", dash: [13, 3, 2, 3] },
  ],
  lower: [
    { colour: "green", dash: [3, 3] },
    { colour: "purple", dash: [3, 3, 3, 8] },
    { colour: "amber", dash: [1, 3] },
    { colour: "vermillion", dash: [3, 8] },
  ],
};

/**
 * The look of a bound, by its side and by how many of that side came before it.
 *
 * @param taken colours of what else is drawn, which no bound is to have as long as there are others
 */
export function boundLook(
  side: "upper" | "lower",
  before: number,
  taken: ReadonlySet<Colour> = new Set(),
): BoundLook {
  const looks = BOUNDS[side];
  const { dash } = looks[before % looks.length];
  const free = looks.filter(({ colour }) => !taken.has(colour));
  const { colour } = free.length > 0 ? free[before % free.length] : looks[before % looks.length];
  return { colour, dash };
}
