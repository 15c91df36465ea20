// The shape of an n-gram trajectory. The kernel keeps the same arrays at addresses of its own.

/** A text in pieces that no context spans. */
export interface Text {
  readonly tokens: Uint32Array;
  /** The position after the last token of each piece, rising. */
  readonly ends: Uint32Array;
  length: number;
  pieces: number;
}

/** A slot is an occurrence of a context and the token after it, in four numbers. */
export const SLOT = 4;
/** Where in a slot: its token (`vocabulary` for the end of a sentence) … */
export const TOKEN = 0;
/** … the first slot of the context one token on, and how many it has: none at a dead end … */
export const START = 1;
export const COUNT = 2;
/** … and the token's position in the text. */
export const POSITION = 3;

/** A maximum-likelihood model: the slots of its text, those of a context beside each other in order of the text. */
export interface Model {
  readonly slots: Uint32Array;
  size: number;
}

export function emptyText(tokens: number, pieces: number): Text {
  return { tokens: new Uint32Array(tokens), ends: new Uint32Array(pieces), length: 0, pieces: 0 };
}
