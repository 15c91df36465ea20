export const SEED_ALLOWED = "an integer from 0 to 9007199254740991, or other text of up to 80 characters";

/** A seed as the command line reads it: a number if it is written like one, else the text itself. */
export function readSeed(text: string): number | string | undefined {
  if (text === "" || text.length > 80) return undefined;
  if (!/^[+-]?\d+(\.\d*)?$/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A new seed, short enough to be typed again. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
