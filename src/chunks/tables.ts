/**
 * Where tables of records come from, and go when nobody reads them any more: to touch new memory for the first time may take
 * as long as to run the trajectories that fill it.
 */
export class Tables {
  #spare = new ArrayBuffer(0);

  /** One of so many numbers, whatever they are. */
  take(numbers: number): Float64Array {
    if (this.#spare.byteLength < 8 * numbers) return new Float64Array(numbers);
    const table = new Float64Array(this.#spare, 0, numbers);
    this.#spare = new ArrayBuffer(0);
    return table;
  }

  /** Takes one back, to be written over. */
  give({ buffer }: Float64Array): void {
    if (buffer instanceof ArrayBuffer && buffer.byteLength > this.#spare.byteLength) this.#spare = buffer;
  }
}
