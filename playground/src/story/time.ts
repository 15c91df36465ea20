/** The generations at which the story stands still for a look; they are equally far apart on its axis. */
export const MARKS = [0, 1, 10, 100, 1000] as const;
export const LAST = 1000;

/** Where a generation lies on the axis of the story, from 0 to 1: logarithmic, with generation 0 a tenfold before 1. */
export const placeOf = (generation: number): number =>
  generation < 1 ? 0 : (1 + Math.log10(generation)) / (MARKS.length - 1);

/** The generation that has been reached at a place of the axis. */
export const generationAt = (place: number): number =>
  Math.min(LAST, Math.floor(10 ** (place * (MARKS.length - 1) - 1) + 1e-9));
