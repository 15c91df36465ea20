import { invalid } from "./check/errors.ts";

/** The largest integer every double below which is exact too: 2^53 - 1. */
export const MAX_INTEGER = Number.MAX_SAFE_INTEGER;

/** 64 bits of a key, as two unsigned halves. */
export interface Key {
  readonly low: number;
  readonly high: number;
}

/** The key of an integer from 0 to 2^53-1: its own bits. */
export function integerKey(value: number): Key {
  return { low: value >>> 0, high: Math.floor(value / 4294967296) };
}

/**
 * The key of a seed. An integer is its own key. A string is hashed: 64-bit FNV-1a over its UTF-8 bytes, with the
 * top bit set, so that no string shares its key with an integer.
 */
export function seedKey(seed: number | string): Key {
  if (!isSeed(seed)) throw invalid("seed", seed, SEED_ALLOWED);
  return typeof seed === "string" ? stringKey(seed) : integerKey(seed);
}

export const SEED_ALLOWED = "an integer from 0 to 2^53-1, or a string";

export function isSeed(seed: unknown): seed is number | string {
  return typeof seed === "string" || (Number.isSafeInteger(seed) && (seed as number) >= 0);
}

function stringKey(text: string): Key {
  let hash = 0xcbf29ce484222325n;
  for (const byte of utf8(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return { low: Number(hash & 0xffffffffn), high: (Number(hash >> 32n) | 0x80000000) >>> 0 };
}

/** The bytes of a text in UTF-8, without TextEncoder, which not every host has. Half a surrogate pair counts as U+FFFD. */
function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
  return Array.from(escaped.matchAll(/%(..)|./g), ([one, hex]) =>
    hex ? Number.parseInt(hex, 16) : one.charCodeAt(0),
  );
}

/** A seed for when none was asked for: 32 random bits, few enough to be typed again. */
export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}
