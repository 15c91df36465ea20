/**
 * How a text is cut into words.
 *
 * - `"words"` (default): a letter or number (Unicode categories L and N) and all letters, numbers and combining
 *   marks (M) that follow it, lower-cased, then composed (NFC). Everything else ends a word and is dropped:
 *   apostrophes and hyphens too (`don't` is `don` and `t`), underscores, joiners, emoji, a mark with no letter
 *   before it. Lower-casing is no case folding: `ß` stays `ß`. Scripts written without spaces are not segmented.
 * - `"whitespace"`: whatever stands between white space (Unicode White_Space), unchanged: case, punctuation and
 *   all, not composed.
 * - `"orthographic"`: as `"words"`, but an apostrophe (' or ’, which become ') or a hyphen (- or ‐ or ‑, which become -)
 *   between two of these characters is part of the word: `don't`, `queequeg's`, `well-known`; not `dogs'`, `a--b`.
 * - `"segmenter"`: as `Intl.Segmenter` cuts the text, then as `"words"`: scripts written without spaces (Chinese,
 *   Japanese, Thai, Khmer, …) by the dictionaries of the engine; apostrophes and full stops within a word or a number stay.
 *   Its words depend on the engine's version of ICU.
 * - `"notebook"`: as the paper's notebook does in Python: the text lower-cased, every run of `\W` a space, split.
 *   A word is a run of letters, numbers and underscores; a combining mark splits it; nothing is composed.
 *   One difference: whether a capital sigma is a final one is decided within the word, where Python would look
 *   across a neighbouring apostrophe or full stop.
 *
 * Categories are those of the running engine's Unicode version, so engines may differ on characters a newer
 * Unicode added, on nothing else; no locale is consulted.
 */
export type Tokenizer = "words" | "whitespace" | "notebook" | "orthographic" | "segmenter";

/** The names of the tokenizers, the default one first. */
export const TOKENIZERS: readonly Tokenizer[] = [
  "words",
  "whitespace",
  "notebook",
  "orthographic",
  "segmenter",
];

/** Takes the next word. */
export type Emit = (word: string) => void;

/** A tokenizer, character by character. */
export interface Rules {
  /** May begin a word. */
  readonly start: RegExp;
  /** May continue one. */
  readonly inside: RegExp;
  /** True where a word with this character has to go through `fold`; false for most characters, for speed. */
  readonly folds: (character: string) => boolean;
  readonly fold: (word: string, emit: Emit) => void;
}

// What may change its neighbour under NFC though it looks composed by itself: marks, conjoining jamo, and, to be
// safe whatever later versions of Unicode add, everything beyond the basic plane.
const COMPOSES = /[\p{M}\u1100-\u11ff\u{10000}-\u{10ffff}]/u;
/** How most tokenizers make one word of those that differ in case only, or in how they are composed. */
export const fold = (word: string): string => word.toLowerCase().normalize("NFC");

const JOINER = /['’‐‑-]/;
// A joiner is part of a word where it stands alone, between characters of it; a mark needs a character before it.
const LOOSE = /^['’‐‑-]+|['’‐‑-]{2,}['’‐‑\p{M}-]*|['’‐‑-]+$/u;

export const RULES: Record<Exclude<Tokenizer, "segmenter">, Rules> = {
  words: {
    start: /[\p{L}\p{N}]/u,
    inside: /[\p{L}\p{M}\p{N}]/u,
    folds: (character) => COMPOSES.test(character) || fold(character) !== character,
    fold: (word, emit) => emit(fold(word)),
  },
  orthographic: {
    start: /[\p{L}\p{N}]/u,
    inside: /[\p{L}\p{M}\p{N}'’‐‑-]/u,
    folds: (character) => JOINER.test(character) || COMPOSES.test(character) || fold(character) !== character,
    fold(word, emit) {
      for (const part of word.split(LOOSE)) {
        if (part !== "") emit(fold(part).replaceAll("’", "'").replace(/[‐‑]/g, "-"));
      }
    },
  },
  whitespace: {
    start: /\P{White_Space}/u,
    inside: /\P{White_Space}/u,
    folds: () => false,
    fold: (word, emit) => emit(word),
  },
  notebook: {
    start: /[\p{L}\p{N}_]/u,
    inside: /[\p{L}\p{N}_]/u,
    folds: (character) => character.toLowerCase() !== character,
    fold(word, emit) {
      // The notebook lower-cases before it splits, and İ becomes i and U+0307, a mark, which then splits the word.
      for (const part of word.toLowerCase().split("\u0307")) if (part !== "") emit(part);
    },
  },
};

// What `classify` tells of a character. 0 is left for "not asked yet".
/** Nothing but that it was asked. */
const KNOWN = 1;
/** It may begin a word. */
export const START = 2;
/** It may continue one. */
export const INSIDE = 4;
/** A word with it has to be folded. */
export const FOLD = 8;

/** The flags of a code point. */
export function classify(code: number, rules: Rules): number {
  const character = String.fromCodePoint(code);
  if (!rules.inside.test(character)) return KNOWN;
  const start = rules.start.test(character) ? START : 0;
  return KNOWN | INSIDE | start | (rules.folds(character) ? FOLD : 0);
}
