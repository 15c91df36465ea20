/// <reference types="vite/client" />

/** Made by playground/book.ts. */
declare module "virtual:moby-dick" {
  /** Running words of the book. */
  export const tokens: number;
  /** Its counts, falling: pairs of a count and how many words have it. */
  export const classes: [count: number, words: number][];
  /** The opening passage: stretches of it, with the place of the word among the counts, or -1 between words. */
  export const pieces: [text: string, index: number][];
}
