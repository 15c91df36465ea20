// The names of columns in a study's tables.

/** What tells rows of one cell apart. */
const KEYS = ["event", "observable", "generation"] as const;

/** What is measured or computed. */
export const MEASURED = [
  ...(["mean", "standardError", "sd", "median", "theory", "law"] as const),
  ...(["probability", "lower", "upper"] as const),
  ...(["medianLower", "medianUpper", "q10", "q90", "censored", "theoryMean", "theoryMedian"] as const),
] as const;

/** What is told of every cell. */
const ALWAYS = ["model", "samples", "regime", "trajectories", "generations", "seed", "studySeed"] as const;

export type Measured = (typeof MEASURED)[number];

/** Names of columns that are no option's but, of these, the size of a training set. */
const TAKEN: readonly string[] = [...KEYS, ...MEASURED, ...ALWAYS].filter((name) => name !== "samples");

/**
 * The column of an option of the model or the regime: its own name or, where another column is called so, with its place, as in
 * `model.mean`. A model's or regime's name is in the column `model` or `regime`.
 */
export function columnOf(place: string, option: string): string {
  if (option === "name") return place;
  return TAKEN.includes(option) ? `${place}.${option}` : option;
}
