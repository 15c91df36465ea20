/** Words, in any language, for the sum of a table; perhaps of what. */
const TOTAL =
  /^#?\s*((grand |sub)?totals?|sum|all|overall|summe|gesamt|insgesamt|totale|totaal|somme|suma|∑|合计|总计|合計|итого|всего)\W*( \(?(of )?(all )?(tokens|words|counts)\)?)?$/iu;

const isTotal = (word: string): boolean => word.trim() === "" || TOTAL.test(word.trim());

/** A row that may be the sum of all others. */
interface Total {
  readonly word: string;
  readonly count: number;
  readonly line: number;
}

/** Watches the rows of a table for what is no count of a word: a row of totals, ids. */
export class Watch {
  readonly #totals: Total[] = [];
  #rows = 0;
  #zeros = 0;
  #sum = 0;
  #most = 0;

  add(word: string | undefined, count: number, line: number): void {
    ++this.#rows;
    if (count === 0) ++this.#zeros;
    this.#sum += count;
    if (count > this.#most) this.#most = count;
    // What is half of all in the end is no less than half of what has come.
    const half = count > 0 && 2 * count >= this.#sum;
    if (half && word !== undefined && isTotal(word)) this.#totals.push({ word, count, line });
  }

  /** The row whose count is the sum of all the others, of two at least, and whose word says so. */
  get total(): Total | undefined {
    return this.#rows > 2 ? this.#totals.find(({ count }) => 2 * count === this.#sum) : undefined;
  }

  /**
   * Whether the numbers, of which so many are different and above 0, are those from 0 on, each once: a vocabulary with
   * its ids. From 1 on, ten of them are asked for: a few words may well have such counts.
   */
  isIds(different: number): boolean {
    if (different + this.#zeros !== this.#rows) return false;
    if (this.#zeros === 1) return this.#rows > 1 && this.#most === this.#rows - 1;
    return this.#zeros === 0 && this.#rows >= 10 && this.#most === this.#rows;
  }
}
