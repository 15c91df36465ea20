// Twin of assembly/random/alias.ts. An entry's two parts stand in arrays of their own.

import type { Stream } from "../../kernels/stream.ts";
import { nextWord, wordLow, wordUpper53 } from "./stream.ts";

export interface AliasTable {
  /** Integers below 2^53. */
  readonly thresholds: Float64Array;
  readonly aliases: Uint16Array | Uint32Array;
}

/** Makes the table of some probabilities, which sum to 1: for `alias()` 2, 4, …, 2048 of them. */
export function buildAlias(probabilities: Float64Array): AliasTable {
  const size = probabilities.length;
  const Places = size > 65536 ? Uint32Array : Uint16Array;
  const share = new Float64Array(size);
  const waiting = new Places(size);
  const thresholds = new Float64Array(size);
  const aliases = new Places(size);
  let low = 0;
  let high = size;
  for (let i = 0; i < size; ++i) {
    share[i] = probabilities[i] * size;
    waiting[share[i] < 1 ? low++ : --high] = i;
  }
  while (low > 0 && high < size) {
    const poor = waiting[--low];
    const rich = waiting[high++];
    thresholds[poor] = Math.floor(share[poor] * 9007199254740992);
    aliases[poor] = rich;
    share[rich] = share[rich] + share[poor] - 1;
    waiting[share[rich] < 1 ? low++ : --high] = rich;
  }
  // What is left is 1 except for rounding: such a column is its own alias.
  while (low > 0) aliases[waiting[--low]] = waiting[low];
  while (high < size) aliases[waiting[high]] = waiting[high++];
  return { thresholds, aliases };
}

export function alias({ thresholds, aliases }: AliasTable, stream: Stream): number {
  const at = nextWord(stream);
  const column = wordLow(stream, at) & (thresholds.length - 1);
  return wordUpper53(stream, at) < thresholds[column] ? column : aliases[column];
}
