/** A group of trajectories, and of each column so many numbers for each of them. */
type Take = (first: number, count: number, columns: readonly Float64Array[]) => void;

/**
 * Cuts what comes of trajectories into groups of one size, whatever came at a time: what is written of them has the same
 * bytes whoever ran them.
 */
export class Groups {
  readonly #size: number;
  readonly #take: Take;
  readonly #widths: readonly number[];
  readonly #columns: readonly Float64Array[];
  #first = 0;
  #count = 0;

  /** `widths`: how many numbers a column has of a trajectory. */
  constructor(size: number, widths: readonly number[], take: Take) {
    this.#size = size;
    this.#take = take;
    this.#widths = widths;
    this.#columns = widths.map((width) => new Float64Array(width * size));
  }

  /** Takes the next trajectories. */
  add(count: number, columns: readonly Float64Array[]): void {
    for (let done = 0; done < count; ) {
      const many = Math.min(count - done, this.#size - this.#count);
      this.#widths.forEach((width, c) => {
        this.#columns[c].set(columns[c].subarray(done * width, (done + many) * width), this.#count * width);
      });
      this.#count += many;
      done += many;
      if (this.#count === this.#size) this.#flush();
    }
  }

  /** Hands over what is left. */
  end(): void {
    if (this.#count > 0) this.#flush();
  }

  #flush(): void {
    const count = this.#count;
    this.#take(
      this.#first,
      count,
      this.#columns.map((column, c) => column.subarray(0, count * this.#widths[c])),
    );
    this.#first += count;
    this.#count = 0;
  }
}
