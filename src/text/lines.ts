/** Cuts text that arrives in pieces into lines, ended by \n or \r\n, or by \r alone; the last one may lack its end. */
export class Lines {
  readonly #take: (line: string, number: number) => void;
  readonly #refuse: (number: number, why: string) => Error;
  readonly #end: "\n" | "\r";
  readonly #longest: number;
  #held: string[] = [];
  #length = 0;
  #number = 0;

  /**
   * `take` gets each line and its number from 1; `refuse` makes the error for one of more than `longest` characters;
   * `end` is where a line ends (default \n).
   */
  constructor(
    take: (line: string, number: number) => void,
    refuse: (number: number, why: string) => Error,
    { end = "\n", longest }: { end?: "\n" | "\r"; longest: number },
  ) {
    this.#take = take;
    this.#refuse = refuse;
    this.#end = end;
    this.#longest = longest;
  }

  push(piece: string): void {
    let from = 0;
    for (let at = piece.indexOf(this.#end); at >= 0; at = piece.indexOf(this.#end, from)) {
      this.#hold(piece.slice(from, at));
      this.#give();
      from = at + 1;
    }
    this.#hold(piece.slice(from));
  }

  finish(): void {
    if (this.#length > 0) this.#give();
  }

  #hold(part: string): void {
    if (part === "") return;
    this.#held.push(part);
    this.#length += part.length;
    if (this.#length > this.#longest) {
      throw this.#refuse(this.#number + 1, `more than ${this.#longest} characters`);
    }
  }

  #give(): void {
    const line = this.#held.length === 1 ? this.#held[0] : this.#held.join("");
    this.#held = [];
    this.#length = 0;
    ++this.#number;
    this.#take(line.endsWith("\r") ? line.slice(0, -1) : line, this.#number);
  }
}
