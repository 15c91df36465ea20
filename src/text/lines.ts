/** A line this long is no line of a table. */
const LONGEST = 1_000_000;

/** Cuts text that arrives in pieces into lines, ended by \n or \r\n; the last one may lack its end. */
export class Lines {
  readonly #take: (line: string, number: number) => void;
  readonly #refuse: (number: number, why: string) => Error;
  #held = "";
  #number = 0;

  /** `take` gets each line and its number from 1; `refuse` makes the error for one that is too long. */
  constructor(take: (line: string, number: number) => void, refuse: (number: number, why: string) => Error) {
    this.#take = take;
    this.#refuse = refuse;
  }

  push(piece: string): void {
    let from = 0;
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", from)) {
      this.#give(this.#held + piece.slice(from, at));
      this.#held = "";
      from = at + 1;
    }
    this.#held += piece.slice(from);
    if (this.#held.length > LONGEST) {
      throw this.#refuse(this.#number + 1, `more than ${LONGEST} characters`);
    }
  }

  finish(): void {
    if (this.#held !== "") this.#give(this.#held);
    this.#held = "";
  }

  #give(line: string): void {
    this.#number++;
    this.#take(line.endsWith("\r") ? line.slice(0, -1) : line, this.#number);
  }
}
