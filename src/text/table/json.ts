import type { Refuse } from "./rows.ts";

/** What is not understood yet may be this long. */
const LONGEST = 1_000_000;
const OPENING = /\s*\{/y;
const ENTRY = /\s*("[^"\\]*(?:\\.[^"\\]*)*")\s*:\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*([,}])/y;
const EMPTY = /\s*\}/y;
const NEEDED = "one JSON object of words and their counts is needed";

/** Whether a text begins as an object does. */
export const isObject = (beginning: string): boolean => /^\s*\{\s*["}]/.test(beginning);

/** Reads a JSON object of words and numbers that arrives in pieces: JSON.parse would drop a word that comes twice. */
export class JsonRows {
  readonly #take: (word: string, count: string, line: number) => void;
  readonly #refuse: Refuse;
  #state: "before" | "first" | "inside" | "after" = "before";
  #held = "";
  #line = 1;

  constructor(take: (word: string, count: string, line: number) => void, refuse: Refuse) {
    this.#take = take;
    this.#refuse = refuse;
  }

  push(piece: string): void {
    this.#held += piece;
    this.#read();
    if (this.#held.length > LONGEST || this.#isFault()) throw this.#refuse(this.#line, NEEDED);
  }

  finish(): void {
    if (this.#state !== "after" || this.#held.trim() !== "") throw this.#refuse(this.#line, NEEDED);
  }

  #read(): void {
    const text = this.#held;
    let at = 0;
    const match = (pattern: RegExp) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found !== null) {
        at = pattern.lastIndex;
        for (let i = found.index; i < at; ++i) if (text.charCodeAt(i) === 10) ++this.#line;
      }
      return found;
    };
    if (this.#state === "before" && match(OPENING)) this.#state = "first";
    if (this.#state === "first" && match(EMPTY)) this.#state = "after";
    while (this.#state === "first" || this.#state === "inside") {
      const entry = match(ENTRY);
      if (entry === null) break;
      this.#take(this.#word(entry[1]), entry[2], this.#line);
      this.#state = entry[3] === "," ? "inside" : "after";
    }
    this.#held = text.slice(at);
  }

  /** A value that is no number will not become one. */
  #isFault(): boolean {
    return this.#state !== "after"
      ? /^\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*:\s*[^-\d\s]/.test(this.#held)
      : this.#held.trim() !== "";
  }

  #word(literal: string): string {
    try {
      return JSON.parse(literal) as string;
    } catch {
      throw this.#refuse(this.#line, NEEDED);
    }
  }
}
